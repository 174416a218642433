package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;

/** A small file that was sent, and what the reader made of it. */
record Sent(
        RecordLayout layout,
        FileFacts facts,
        Mapping mapping,
        List<Problem> problems,
        List<Problem> doubts,
        Outcomes outcomes) {

    /** A CSV file of payments in UTF-8. */
    static Sent payments(String... lines) {
        return payments(ReadingOptions.NONE, lines);
    }

    static Sent payments(ReadingOptions options, String... lines) {
        return of(bytes(lines), "payments.csv", Layouts.PAYMENTS, options);
    }

    static Sent of(byte[] bytes, String name, RecordLayout layout, ReadingOptions options) {
        try {
            return tried(bytes, name, layout, options);
        } catch (FileRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The problem for which a file of payments is refused. */
    static Problem refusal(byte[] bytes, String name, ReadingOptions options) {
        FileRefused refused =
                catchThrowableOfType(FileRefused.class, () -> tried(bytes, name, Layouts.PAYMENTS, options));
        assertThat(refused).as("the refusal of " + name).isNotNull();
        return refused.problem();
    }

    static Problem refusal(String... lines) {
        return refusal(bytes(lines), "payments.csv", ReadingOptions.NONE);
    }

    private static Sent tried(byte[] bytes, String name, RecordLayout layout, ReadingOptions options)
            throws FileRefused {
        Path file = null;
        try {
            file = Files.createTempFile("sent", ".data");
            Files.write(file, bytes);
            try (FileReading reading = FileReading.open(file, name, layout, options)) {
                Outcomes outcomes = Outcomes.of(reading);
                return new Sent(
                        layout, reading.facts(), reading.mapping(), reading.fileProblems(), reading.doubts(), outcomes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Accepted cells of a field, as text that reads the same for every type. */
    List<String> values(String field) {
        int index = layout.indexOf(field);
        return outcomes.accepted().stream()
                .map(row -> switch (layout.fields().get(index).type()) {
                    case TEXT -> String.valueOf(row.values().text(index));
                    case DATE -> String.valueOf(row.values().date(index));
                    case TIME -> String.valueOf(row.values().time(index));
                    case AMOUNT -> String.valueOf(row.values().amount(index));
                    case NUMBER -> String.valueOf(row.values().number(index));
                })
                .toList();
    }

    /** Field to header, and to headers where it has several. */
    Map<String, String> mapped() {
        return mapping.columns().stream()
                .collect(Collectors.toMap(MappedColumn::field, MappedColumn::header, (a, b) -> a + " + " + b));
    }

    Dialect dialect() {
        return Objects.requireNonNull(facts.dialect());
    }

    /** What is told of the rows that were accepted. */
    List<Problem> notes() {
        return outcomes.accepted().stream()
                .flatMap(row -> row.values().notes().stream())
                .toList();
    }

    List<ProblemType> refusals() {
        return outcomes.refused().stream()
                .flatMap(row -> row.problems().stream())
                .map(Problem::type)
                .toList();
    }

    List<ProblemType> problemTypes() {
        return problems.stream().map(Problem::type).toList();
    }
}
