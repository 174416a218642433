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
import org.jspecify.annotations.Nullable;
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

        Map<String, Person> north = persons(api, "north", references(first));
        Map<String, Person> south = persons(api, "south", references(second));

        assertThat(south).hasSizeGreaterThan(800);
        long joined =
                south.values().stream().filter(person -> person.subjects() > 1).count();
        long right = south.entrySet().stream()
                .filter(entry -> entry.getValue().isSameAs(north.get("rec-" + number(entry.getKey()) + "-org")))
                .count();
        double precision = (double) right / joined;
        double recall = (double) right / south.size();
        System.out.printf("FEBRL4 through the door: pairwise precision %.4f, recall %.4f%n", precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
    }

    /** @param subjects how many records of agencies are this person's */
    private record Person(String id, int subjects) {

        boolean isSameAs(@Nullable Person other) {
            return other != null && id.equals(other.id);
        }
    }

    private static Map<String, Person> persons(Api api, String agency, List<String> references) {
        Map<String, Person> persons = new HashMap<>();
        List<Map.Entry<String, Person>> found = IntStream.range(0, references.size())
                .parallel()
                .mapToObj(i -> Map.entry(references.get(i), person(api, agency, references.get(i))))
                .toList();
        found.forEach(entry -> persons.put(entry.getKey(), entry.getValue()));
        return persons;
    }

    private static Person person(Api api, String agency, String reference) {
        try {
            JsonNode found = api.person("/api/v1/people?agency=" + agency + "&reference=" + Api.encoded(reference))
                    .json();
            return new Person(
                    found.path("personId").asString(), found.path("subjects").size());
        } catch (Exception e) {
            throw new AssertionError("The person of " + reference + " could not be asked for", e);
        }
    }

    /** Of one in five, the same in both files: each is looked up through the door, and leaves a record of it. */
    private static List<String> references(Path file) throws Exception {
        List<String> references = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            records.stream()
                    .skip(1)
                    .map(record -> record.getField(0).strip())
                    .filter(reference -> Integer.parseInt(number(reference)) % 5 == 0)
                    .forEach(references::add);
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
