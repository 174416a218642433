package org.totalplace.sample.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;

/** Makes residents, household by household, until there are as many as asked for. */
public final class Households {

    private static final LocalDate TODAY = Northmoor.YEAR.firstDay();

    /**
     * Older, family, prison, NEET, other: chances of a household's kind that give about 35, 33, 9, 11 and 13
     * per cent of residents.
     */
    private static final int[] KINDS = {48, 20, 17, 20, 18};

    private final int wanted;
    private final long seed;
    private final NhsNumbers nhsNumbers = new NhsNumbers();
    private int households;
    private int made;

    public Households(int persons, long seed) {
        this.wanted = persons;
        this.seed = seed;
    }

    public boolean hasNext() {
        return made < wanted;
    }

    public Household next() {
        Draw draw = Draw.of(seed, "household", ++households);
        Home home = new Home(draw);
        List<Person> persons = switch (Profile.values()[draw.weighted(KINDS)]) {
            case OLDER -> olderPeople(draw, home);
            case FAMILY -> family(draw, home);
            case PRISON -> List.of(person(draw, home, Profile.PRISON, draw.between(21, 55), "fmmmmmmm"));
            case NEET -> youngPerson(draw, home);
            case OTHER -> List.of(person(draw, home, Profile.OTHER, draw.between(18, 88), "mf"));
        };
        return new Household(households, persons);
    }

    private List<Person> olderPeople(Draw draw, Home home) {
        int age = draw.between(67, 96);
        List<Person> persons = new ArrayList<>();
        persons.add(person(draw, home, Profile.OLDER, age, "mfff"));
        if (draw.percent(35) && made < wanted) {
            persons.add(person(draw, home, Profile.OLDER, Math.max(66, age - draw.between(-3, 6)), "mf"));
        }
        return persons;
    }

    private List<Person> family(Draw draw, Home home) {
        int age = draw.between(24, 46);
        List<Person> persons = new ArrayList<>();
        Person parent = person(draw, home, Profile.FAMILY, age, "mffff");
        persons.add(parent);
        int children = draw.between(1, 3);
        for (int child = 0; child < children && made < wanted; child++) {
            Person born = person(draw, home, Profile.FAMILY, draw.between(0, Math.min(15, age - 18)), "mf");
            persons.add(born);
            if (draw.percent(3) && made < wanted) {
                persons.add(twin(draw, home, born));
            }
        }
        return persons;
    }

    /** Alone, or with a parent who, one time in eight, has the very same name. */
    private List<Person> youngPerson(Draw draw, Home home) {
        List<Person> persons = new ArrayList<>();
        Person young = person(draw, home, Profile.NEET, draw.between(16, 24), "mmf");
        persons.add(young);
        if (draw.percent(30) && made < wanted) {
            Person parent = person(draw, home, Profile.OTHER, draw.between(40, 55), young.sex());
            persons.add(draw.percent(12) ? named(parent, young.given()) : parent);
        }
        return persons;
    }

    private Person twin(Draw draw, Home home, Person of) {
        Person twin = person(draw, home, Profile.FAMILY, 1, of.sex());
        String given =
                twin.given().equals(of.given()) ? Names.given(draw, of.origin(), of.sex(), 2020) + "e" : twin.given();
        return new Person(
                twin.number(),
                given,
                of.family(),
                null,
                of.birth(),
                of.sex(),
                of.address(),
                of.formerAddress(),
                twin.nhsNumber(),
                of.origin(),
                of.profile(),
                twin.references());
    }

    private static Person named(Person person, String given) {
        return new Person(
                person.number(),
                given,
                person.family(),
                person.formerFamily(),
                person.birth(),
                person.sex(),
                person.address(),
                person.formerAddress(),
                person.nhsNumber(),
                person.origin(),
                person.profile(),
                person.references());
    }

    private Person person(Draw draw, Home home, Profile profile, int age, String sexes) {
        int number = ++made;
        String sex = String.valueOf(sexes.charAt(draw.below(sexes.length())));
        LocalDate birth = TODAY.minusYears(age).minusDays(draw.between(1, 364));
        boolean married = sex.equals("f") && age > 22 && draw.percent(45);
        return new Person(
                number,
                Names.given(draw, home.origin, sex, birth.getYear()),
                home.family,
                married ? Names.family(draw, home.origin) : null,
                birth,
                sex,
                home.address,
                home.former,
                nhsNumbers.next(),
                home.origin,
                profile,
                references(draw, profile, number, age));
    }

    private static Map<KnowingAgency, String> references(Draw draw, Profile profile, int number, int age) {
        Map<KnowingAgency, String> references = new EnumMap<>(KnowingAgency.class);
        for (KnowingAgency agency : KnowingAgency.values()) {
            boolean tooYoung = agency == KnowingAgency.PROBATION && age < 18;
            if (draw.percent(profile.known(agency)) && !tooYoung) {
                references.put(agency, agency.reference(number));
            }
        }
        if (references.isEmpty()) {
            references.put(KnowingAgency.NHS_TRUST, KnowingAgency.NHS_TRUST.reference(number));
        }
        return references;
    }

    /** What the members of a household share. */
    private static final class Home {
        private final String origin;
        private final String family;
        private final Address address;
        private final @Nullable Address former;

        Home(Draw draw) {
            origin = Names.origin(draw);
            family = Names.family(draw, origin);
            address = Addresses.draw(draw);
            former = draw.percent(14) ? Addresses.draw(draw) : null;
        }
    }
}
