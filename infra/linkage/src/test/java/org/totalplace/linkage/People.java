package org.totalplace.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Seeded people in households, known to several agencies with errors, and the truth beside them. */
final class People {

    static final List<String> AGENCIES = List.of("county", "district", "nhs-trust", "housing", "police");

    private static final String[] STARTS = {"b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t"};
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] ENDS = {"ll", "n", "rt", "s", "th", "m", "ck", "nd", "ston", "ley", "man", "ford"};

    private final SplittableRandom random;
    private final double errorRate;
    final List<IdentityRecord> records = new ArrayList<>();
    final Map<String, String> truth = new HashMap<>();

    private People(long seed, double errorRate) {
        this.random = new SplittableRandom(seed);
        this.errorRate = errorRate;
    }

    /**
     * So many persons, each known to every agency with this chance; each field is wrong or missing at the error rate.
     */
    static People of(int persons, double known, double errorRate, long seed) {
        People people = new People(seed, errorRate);
        String family = "";
        String home = "";
        String postcode = "";
        for (int person = 0; person < persons; person++) {
            if (person % 3 == 0) {
                family = people.name(3);
                home = (1 + people.random.nextInt(90)) + " " + people.name(2) + " street";
                postcode = "NM" + (1 + people.random.nextInt(60)) + " " + people.random.nextInt(10)
                        + (char) ('A' + people.random.nextInt(20)) + (char) ('A' + people.random.nextInt(20));
            }
            people.add(
                    person,
                    known,
                    new IdentityRecord(
                            "truth",
                            "truth",
                            people.name(2),
                            family,
                            LocalDate.of(1930, 1, 1).plusDays(people.random.nextInt(32_000)),
                            people.random.nextBoolean() ? "F" : "M",
                            postcode,
                            home,
                            nhsNumber(person),
                            null));
        }
        return people;
    }

    private void add(int person, double known, IdentityRecord r) {
        for (String agency : AGENCIES) {
            if (random.nextDouble() < known) {
                String id = agency + "-" + person;
                boolean swapped = random.nextDouble() < errorRate / 5;
                String given = slip(r.givenName());
                String family = slip(r.familyName());
                records.add(new IdentityRecord(
                        id,
                        agency,
                        swapped ? family : given,
                        swapped ? given : family,
                        slip(r.dateOfBirth()),
                        lost() ? null : r.sex(),
                        moved() ? "NM99 " + random.nextInt(10) + "ZZ" : r.postcode(),
                        moved() ? random.nextInt(300) + " " + name(2) + " road" : slip(r.address()),
                        random.nextDouble() < 0.6 ? null : r.nhsNumber(),
                        null));
                truth.put(id, "person-" + person);
            }
        }
    }

    private boolean lost() {
        return random.nextDouble() < errorRate / 2;
    }

    private boolean moved() {
        return random.nextDouble() < errorRate;
    }

    private @Nullable String slip(@Nullable String text) {
        if (text == null || lost()) {
            return null;
        }
        if (random.nextDouble() >= errorRate) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + "x" + text.substring(at);
            default -> text.substring(0, at) + "e" + text.substring(at + 1);
        };
    }

    private @Nullable LocalDate slip(@Nullable LocalDate date) {
        if (date == null || lost()) {
            return null;
        }
        if (random.nextDouble() >= errorRate) {
            return date;
        }
        return date.getDayOfMonth() <= 12 && random.nextBoolean()
                ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                : date.plusYears(1 + random.nextInt(9));
    }

    /** Earlier syllables are commoner, as with real names. */
    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int s = 0; s < syllables; s++) {
            name.append(pick(STARTS)).append(pick(MIDDLES));
        }
        return name.append(pick(ENDS)).toString();
    }

    private String pick(String[] from) {
        return from[(int) (from.length * random.nextDouble() * Math.sqrt(random.nextDouble()))];
    }

    static String nhsNumber(int person) {
        for (int body = 400_000_000 + person * 11; ; body++) {
            int sum = 0;
            for (int i = 0, rest = body; i < 9; i++, rest /= 10) {
                sum += rest % 10 * (i + 2);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return body + "" + check;
            }
        }
    }
}
