package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files as public bodies published them, against totals that were worked out by other means. They are read where
 * they lie beside the project.
 */
class RealFilesTests {

    private static final RecordLayout PAYMENTS = Layouts.PAYMENTS;
    private static final int DATE = PAYMENTS.indexOf("date");
    private static final int AMOUNT = PAYMENTS.indexOf("amount");

    @TestFactory
    Stream<DynamicTest> every_payment_file_gives_its_rows_and_its_total_to_the_penny() throws Exception {
        Path folder = sharedData().resolve("spend");
        JsonNode totals = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("control-totals.json")));
        return totals.propertyNames().stream()
                .map(name -> dynamicTest(name, () -> compare(folder.resolve(name), totals.get(name))));
    }

    @Test
    void people_of_a_linkage_file_are_read_without_a_mapping_typed_in() throws Exception {
        Path file = sharedData().resolve("linkage").resolve("febrl4a.csv");
        RecordLayout people = Layouts.PEOPLE;
        try (FileReading reading = FileReading.open(file, "febrl4a.csv", people, ReadingOptions.NONE)) {
            Outcomes outcomes = Outcomes.of(reading);
            System.out.printf(
                    "%-24s %7d people, mapped %s, not mapped %s%n",
                    "febrl4a.csv",
                    outcomes.accepted().size(),
                    columns(reading),
                    reading.mapping().unmappedHeaders());

            assertThat(outcomes.accepted()).hasSize(5000);
            assertThat(outcomes.refused()).isEmpty();
            Values first = outcomes.accepted().getFirst().values();
            assertThat(first.text(people.indexOf("reference"))).isEqualTo("rec-1070-org");
            assertThat(first.text(people.indexOf("givenName"))).isEqualTo("michaela");
            assertThat(first.date(people.indexOf("dateOfBirth"))).hasToString("1915-11-11");
            assertThat(first.text(people.indexOf("postcode"))).isEqualTo("4223");
            assertThat(first.text(people.indexOf("address"))).isEqualTo("8 stanley street miami winston hills");
        }
    }

    private static void compare(Path file, JsonNode expected) throws Exception {
        long start = System.nanoTime();
        try (FileReading reading =
                FileReading.open(file, file.getFileName().toString(), PAYMENTS, ReadingOptions.NONE)) {
            Sums sums = new Sums();
            reading.forEach(sums::add);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %7d rows %18s, refused %d, blank %d, set aside %d, %s to %s, %s, header %d, %.2f s, %s%n",
                    file.getFileName(),
                    sums.rows,
                    new Pence(sums.pence),
                    sums.refused,
                    sums.blank,
                    sums.setAside,
                    sums.from,
                    sums.to,
                    reading.facts().encoding(),
                    reading.facts().headerRow(),
                    (System.nanoTime() - start) / 1e9,
                    columns(reading));
            if (sums.example != null) {
                System.out.println("    " + sums.example);
            }
            reading.fileProblems().forEach(problem -> System.out.println("    " + problem.message()));

            assertThat(sums.rows).isEqualTo(expected.get("rows").asLong());
            assertThat(new Pence(sums.pence))
                    .hasToString(expected.get("sum_exact").asString());
            assertThat(sums.from).isEqualTo(expected.get("date_min").asString());
            assertThat(sums.to).isEqualTo(expected.get("date_max").asString());
            assertThat(sums.refused).isZero();
            if (expected.has("blank_rows")) {
                assertThat(sums.blank).isEqualTo(expected.get("blank_rows").asLong());
            }
        }
    }

    private static final class Sums {
        private long rows;
        private long pence;
        private long refused;
        private long blank;
        private long setAside;
        private String from = "9999";
        private String to = "";
        private @Nullable String example;

        void add(RowOutcome outcome) {
            switch (outcome) {
                case RowOutcome.Accepted accepted -> accept(accepted.values());
                case RowOutcome.Refused row -> {
                    refused++;
                    example = row.problems().getFirst().message();
                }
                case RowOutcome.Blank blankRow -> blank++;
                case RowOutcome.SetAside row -> setAside++;
            }
        }

        private void accept(Values values) {
            rows++;
            pence += Objects.requireNonNull(values.amount(AMOUNT)).value();
            String day = String.valueOf(values.date(DATE));
            from = day.compareTo(from) < 0 ? day : from;
            to = day.compareTo(to) > 0 ? day : to;
        }
    }

    private static Map<String, List<String>> columns(FileReading reading) {
        return reading.mapping().columns().stream()
                .collect(Collectors.groupingBy(
                        MappedColumn::field,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                column -> column.header() + " " + column.confidence(), Collectors.toList())));
    }

    private static Path sharedData() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared").resolve("data"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "There is no folder shared/data beside the project: real files are not read");
        return folder.resolve("shared").resolve("data");
    }
}
