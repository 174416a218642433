package org.totalplace.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.place.OutputFolder;

class PeopleFilesTests {

    private static final int PERSONS = 6_000;

    @TempDir
    static Path folder;

    private static final Map<String, NamedCsvRecord> TRUTH = new HashMap<>();
    private static List<NamedCsvRecord> trust = List.of();
    private static List<NamedCsvRecord> county = List.of();

    @BeforeAll
    static void write() throws IOException {
        try (PeopleFiles files = new PeopleFiles(new OutputFolder(folder), 7)) {
            Households households = new Households(PERSONS, 7);
            while (households.hasNext()) {
                files.write(households.next());
            }
        }
        for (NamedCsvRecord row : csv("truth/persons.csv")) {
            TRUTH.put(row.getField("agency") + row.getField("reference"), row);
        }
        trust = csv("feeds/journeys/nhs-trust-people.csv");
        county = csv("feeds/journeys/county-people.csv");
    }

    @Test
    void every_reference_of_an_agency_is_one_true_persons() throws IOException {
        assertThat(TRUTH).hasSize(csv("truth/persons.csv").size());
        assertThat(trust).allMatch(row -> TRUTH.containsKey("nhs-trust" + row.getField("Reference")));
        assertThat(TRUTH.values().stream().map(row -> row.getField("person")).distinct())
                .hasSize(PERSONS);
    }

    @Test
    void the_trust_holds_nearly_every_nhs_number_and_few_are_wrong() {
        long held = trust.stream()
                .filter(row -> !row.getField("NHS Number").isEmpty())
                .count();
        long right = trust.stream()
                .filter(row -> row.getField("NHS Number")
                        .equals(truth("nhs-trust", row, "Reference").getField("nhsNumber")))
                .count();

        assertThat((double) held / trust.size()).isBetween(0.94, 0.98);
        assertThat((double) right / held).isBetween(0.99, 0.9999);
        assertThat(TRUTH.values()).allMatch(row -> NhsNumbers.valid(row.getField("nhsNumber")));
    }

    @Test
    void records_have_mistakes_of_every_kind_but_are_mostly_right() {
        assertThat(countyShare((row, truth) -> !row.getField("Last Name").equals(truth.getField("familyName"))))
                .isBetween(0.04, 0.09);
        assertThat(countyShare((row, truth) -> !row.getField("First Name").equals(truth.getField("givenName"))))
                .isBetween(0.03, 0.08);
        assertThat(countyShare((row, _) -> row.getField("Date of Birth").isEmpty()))
                .isBetween(0.01, 0.03);
        assertThat(countyShare((row, _) -> row.getField("Date of Birth").equals("01/01/1900")))
                .isBetween(0.003, 0.012);
        assertThat(countyShare((row, truth) -> row.getField("First Name").equals(truth.getField("familyName"))))
                .isBetween(0.002, 0.015);
        assertThat(countyShare((row, truth) -> moved(row, truth))).isBetween(0.02, 0.07);
    }

    @Test
    void there_are_people_who_are_easily_mistaken_for_one_another() {
        Map<String, Integer> twins = new HashMap<>();
        Map<String, Integer> namesakes = new HashMap<>();
        Map<String, NamedCsvRecord> persons = new HashMap<>();
        TRUTH.values().forEach(row -> persons.put(row.getField("person"), row));
        for (NamedCsvRecord row : persons.values()) {
            String home = row.getField("familyName") + row.getField("postcode");
            twins.merge(home + row.getField("dateOfBirth"), 1, Integer::sum);
            namesakes.merge(home + row.getField("givenName"), 1, Integer::sum);
        }

        assertThat(twins.values()).filteredOn(count -> count > 1).hasSizeGreaterThan(20);
        assertThat(namesakes.values()).filteredOn(count -> count > 1).hasSizeGreaterThan(5);
    }

    private static boolean moved(NamedCsvRecord row, NamedCsvRecord truth) {
        String held = row.getField("Postcode").replace(" ", "");
        return !held.isEmpty()
                && !held.equalsIgnoreCase(truth.getField("postcode").replace(" ", ""));
    }

    private static double countyShare(BiPredicate<NamedCsvRecord, NamedCsvRecord> mistaken) {
        return (double) county.stream()
                        .filter(row -> mistaken.test(row, truth("county", row, "Person ID")))
                        .count()
                / county.size();
    }

    private static NamedCsvRecord truth(String agency, NamedCsvRecord row, String column) {
        return Objects.requireNonNull(TRUTH.get(agency + row.getField(column)));
    }

    private static List<NamedCsvRecord> csv(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return reader.stream().toList();
        }
    }
}
