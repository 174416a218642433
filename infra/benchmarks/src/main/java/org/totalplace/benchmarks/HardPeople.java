package org.totalplace.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded people of whom one source holds up to twenty badly kept records each: names mistyped, misheard, misread,
 * shortened, exchanged or changed by marriage; dates of birth wrong in every usual way; moves; much that is missing.
 * The frequencies of names and places fall as those of real ones do (Zipf).
 */
final class HardPeople {

    static final List<String> HEADER = List.of(
            "rec",
            "person",
            "given_name",
            "family_name",
            "date_of_birth",
            "sex",
            "postcode",
            "street",
            "town",
            "email");

    private static final int MOST_RECORDS = 20;
    private static final int FAMILY_NAMES = 3_000;
    private static final int TOWNS = 150;
    private static final int STREETS = 2_000;
    private static final int FIRST_BIRTH = 1925;
    private static final int YEARS = 90;

    private final SplittableRandom random;
    private final Corruption corruption;
    private final List<String> familyNames;
    private final List<String> towns;
    private final List<String> streets;

    private HardPeople(long seed) {
        random = new SplittableRandom(seed);
        corruption = new Corruption(random);
        familyNames = MadeNames.several(random, FAMILY_NAMES, 2, 3);
        towns = MadeNames.several(random, TOWNS, 2, 3);
        streets = MadeNames.several(random, STREETS, 2, 2);
    }

    /** What is true of a person, or was before a move or marriage. */
    private record Person(
            String given, boolean woman, String family, LocalDate born, String postcode, String street, String town) {}

    /** Rows in the order of {@link #HEADER}: about ten records for each of so many persons, shuffled. */
    static List<List<String>> rows(int persons, long seed) {
        HardPeople people = new HardPeople(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            Person first = people.person();
            Person later = people.later(first);
            int records = 1 + people.random.nextInt(MOST_RECORDS);
            for (int nth = 0; nth < records; nth++) {
                Person now = people.random.nextDouble() < 0.7 ? first : later;
                rows.add(people.row(person, now));
            }
        }
        people.shuffle(rows);
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).set(0, "r" + row);
        }
        return rows;
    }

    private Person person() {
        boolean woman = random.nextBoolean();
        String given = MadeNames.given(random, woman);
        LocalDate born = LocalDate.of(FIRST_BIRTH, 1, 1).plusDays(random.nextInt(YEARS * 365));
        return moved(new Person(given, woman, rare(familyNames), born, "", "", ""));
    }

    private Person later(Person person) {
        Person later = random.nextDouble() < 0.6 ? moved(person) : person;
        boolean marries = person.woman() && random.nextDouble() < 0.3;
        return marries
                ? new Person(
                        later.given(),
                        true,
                        rare(familyNames),
                        later.born(),
                        later.postcode(),
                        later.street(),
                        later.town())
                : later;
    }

    private Person moved(Person person) {
        String town = rare(towns);
        String postcode = (char) ('A' + town.charAt(0) % 20) + "" + (char) ('A' + town.charAt(1) % 20)
                + (1 + town.hashCode() % 9 + 9) % 30 + " " + random.nextInt(10)
                + (char) ('A' + random.nextInt(20)) + (char) ('A' + random.nextInt(20));
        String street = (1 + random.nextInt(120)) + " " + rare(streets) + (random.nextBoolean() ? " Street" : " Road");
        return new Person(person.given(), person.woman(), person.family(), person.born(), postcode, street, town);
    }

    private List<String> row(int number, Person person) {
        String given = missing(0.06) ? "" : corruption.given(person.given());
        String family = missing(0.06) ? "" : corruption.name(person.family());
        boolean swapped = random.nextDouble() < 0.04;
        List<String> row = new ArrayList<>();
        row.add("");
        row.add("p" + number);
        row.add(swapped ? family : given);
        row.add(swapped ? given : family);
        row.add(missing(0.3) ? "" : corruption.date(person.born()));
        row.add(missing(0.2) ? "" : random.nextDouble() < 0.02 ? "X" : person.woman() ? "F" : "M");
        row.add(missing(0.35) ? "" : corruption.code(person.postcode()));
        row.add(missing(0.5) ? "" : corruption.text(person.street()));
        row.add(missing(0.3) ? "" : corruption.text(person.town()));
        row.add(missing(0.75) ? "" : corruption.email(person.given(), person.family(), number));
        return row;
    }

    private boolean missing(double share) {
        return random.nextDouble() < share;
    }

    /** The first of a list are the commonest: the n-th is borne by a share near 1 / (n + a few). */
    private String rare(List<String> list) {
        double rank = Math.pow(list.size() / 8.0 + 1, random.nextDouble()) - 1;
        return list.get((int) Math.min(list.size() - 1, rank * 8));
    }

    private void shuffle(List<List<String>> rows) {
        for (int row = rows.size() - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            List<String> swap = rows.get(row);
            rows.set(row, rows.get(other));
            rows.set(other, swap);
        }
    }
}
