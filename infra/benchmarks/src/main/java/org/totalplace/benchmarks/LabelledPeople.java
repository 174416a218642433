package org.totalplace.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.FurtherDetails;
import org.totalplace.linkage.IdentityRecord;

/** Made-up records with the person of each. */
record LabelledPeople(List<IdentityRecord> records, Map<String, String> truth) {

    private static final List<String> AGENCIES = List.of("council", "county", "health", "housing", "police");
    private static final double WRONG = 0.06;

    /** About ten badly kept records a person, all of one source: see {@link HardPeople}. */
    static LabelledPeople hard(int persons, long seed) {
        LabelledPeople people = new LabelledPeople(new ArrayList<>(), new HashMap<>());
        for (List<String> row : HardPeople.rows(persons, seed)) {
            people.add(
                    row.get(1),
                    new IdentityRecord(
                            row.get(0),
                            "one",
                            row.get(2),
                            row.get(3),
                            row.get(4).isEmpty() ? null : LocalDate.parse(row.get(4)),
                            row.get(5),
                            row.get(6),
                            row.get(7),
                            null,
                            null,
                            new FurtherDetails(row.get(9), null, null, row.get(8), null, null)));
        }
        return people;
    }

    /** Each person known to five agencies, each value wrong or missing in six of a hundred records. */
    static LabelledPeople ofFiveAgencies(int persons, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Corruption corruption = new Corruption(random);
        List<String> families = MadeNames.several(random, 3_000, 2, 3);
        List<String> streets = MadeNames.several(random, 2_000, 2, 2);
        LabelledPeople people = new LabelledPeople(new ArrayList<>(), new HashMap<>());
        for (int person = 0; person < persons; person++) {
            boolean woman = random.nextBoolean();
            String given = MadeNames.given(random, woman);
            String family = families.get(random.nextInt(families.size()));
            LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(32_000));
            String postcode = "NM" + (1 + random.nextInt(90)) + " " + random.nextInt(10)
                    + (char) ('A' + random.nextInt(20)) + (char) ('A' + random.nextInt(20));
            String street = (1 + random.nextInt(90)) + " " + streets.get(random.nextInt(streets.size())) + " Street";
            for (String agency : AGENCIES) {
                String born2 = wrong(random) ? corruption.date(born) : born.toString();
                people.add(
                        "p" + person,
                        new IdentityRecord(
                                agency + person,
                                agency,
                                spoilt(random, wrong(random) ? corruption.given(given) : given),
                                spoilt(random, wrong(random) ? corruption.name(family) : family),
                                wrong(random) ? null : LocalDate.parse(born2),
                                woman ? "F" : "M",
                                spoilt(random, postcode),
                                spoilt(random, street),
                                null,
                                null));
            }
        }
        return people;
    }

    int size() {
        return records.size();
    }

    private void add(String person, IdentityRecord identity) {
        records.add(identity);
        truth.put(identity.id(), person);
    }

    private static boolean wrong(SplittableRandom random) {
        return random.nextDouble() < WRONG;
    }

    private static @Nullable String spoilt(SplittableRandom random, String text) {
        return wrong(random) ? null : text;
    }
}
