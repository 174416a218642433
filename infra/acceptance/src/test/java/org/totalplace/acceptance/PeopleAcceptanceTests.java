package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two agencies that know the same people by different references (FEBRL 4: 5,000 each, with errors planted in the
 * second).
 */
@Order(2)
class PeopleAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void persons_known_to_two_agencies_are_joined_with_few_errors() throws Exception {
        Path first = given("linkage/febrl4a.csv");
        Path second = given("linkage/febrl4b.csv");
        Api api = RunningStack.empty();
        api.register("journeys", "north-people", "north", "people");
        api.register("journeys", "south-people", "south", "people");
        for (var delivery : Map.of("north", first, "south", second).entrySet()) {
            String location =
                    api.push("journeys", delivery.getKey() + "-people", delivery.getKey(), delivery.getValue());
            JsonNode report = api.ended(delivery.getKey(), location, PATIENCE);
            assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
            assertThat(report.path("rows").path("accepted").asInt()).isEqualTo(5_000);
        }
        Api.eventually(
                PATIENCE,
                () -> api.person("/api/v1/people?agency=south&reference=rec-561-dup-0")
                        .json(),
                person -> person.path("subjects").size() == 2);

        Map<String, String> north = persons(api, "north", references(first));
        Map<String, String> south = persons(api, "south", references(second));

        long joined = south.keySet().stream()
                .filter(reference -> north.containsValue(String.valueOf(south.get(reference))))
                .count();
        long right = south.entrySet().stream()
                .filter(entry -> entry.getValue().equals(north.get("rec-" + number(entry.getKey()) + "-org")))
                .count();
        double precision = (double) right / joined;
        double recall = (double) right / south.size();
        System.out.printf("FEBRL4 through the door: pairwise precision %.4f, recall %.4f%n", precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
    }

    private static Map<String, String> persons(Api api, String agency, List<String> references) {
        Map<String, String> persons = new HashMap<>();
        List<Map.Entry<String, String>> found = IntStream.range(0, references.size())
                .parallel()
                .mapToObj(i -> Map.entry(references.get(i), person(api, agency, references.get(i))))
                .toList();
        found.forEach(entry -> persons.put(entry.getKey(), entry.getValue()));
        return persons;
    }

    private static String person(Api api, String agency, String reference) {
        try {
            return api.person("/api/v1/people?agency=" + agency + "&reference=" + Api.encoded(reference))
                    .json()
                    .path("personId")
                    .asString();
        } catch (Exception e) {
            throw new AssertionError("The person of " + reference + " could not be asked for", e);
        }
    }

    private static List<String> references(Path file) throws Exception {
        List<String> references = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            records.stream()
                    .skip(1)
                    .forEach(record -> references.add(record.getField(0).strip()));
        }
        return references;
    }

    private static String number(String reference) {
        return reference.split("-")[1];
    }

    private static Path given(String file) {
        var path = Checkout.realFile(file);
        assumeTrue(path.isPresent(), () -> file + " is not on this machine: skipped");
        return path.orElseThrow();
    }
}
