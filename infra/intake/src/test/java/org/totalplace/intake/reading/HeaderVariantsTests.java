package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.totalplace.intake.layout.Mapping;

/** Header rows of many bodies' styles go in without anybody typing a mapping. */
class HeaderVariantsTests {

    private static final int ROWS = 8;

    static Stream<String> variants() {
        try (InputStream in = HeaderVariantsTests.class.getResourceAsStream("header-variants.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void every_column_that_matters_is_taken_for_what_it_is(String variant) {
        Map<String, String> expected = new LinkedHashMap<>();
        List<String> headers = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (String cell : variant.split("\\|", -1)) {
            String[] field = cell.strip().split("=", 2);
            String[] kind = field[0].split("~", 2);
            headers.add(kind[0].strip());
            kinds.add(field.length > 1 ? field[1] : kind.length > 1 ? kind[1] : "text");
            if (field.length > 1) {
                expected.put(field[1], kind[0].strip());
            }
        }

        Sent sent = Sent.payments(file(headers, kinds));

        assertThat(sent.mapped()).containsAllEntriesOf(expected);
        assertThat(sent.outcomes().accepted()).hasSize(ROWS);
        assertThat(sent.mapping().columns())
                .filteredOn(column -> List.of("date", "amount", "payee").contains(column.field()))
                .allSatisfy(column -> assertThat(expected).containsKey(column.field()));
    }

    @Test
    void nine_in_ten_need_no_confirmation() {
        List<Double> confidences = variants()
                .map(variant -> variant.replaceAll("[=~][^|]*", ""))
                .map(header -> Sent.payments(fileOf(header)))
                .map(sent -> sent.mapping().columns().stream()
                        .filter(column -> List.of("date", "amount").contains(column.field()))
                        .mapToDouble(column -> column.confidence())
                        .min()
                        .orElse(0))
                .toList();

        assertThat(confidences).hasSizeGreaterThan(80);
        assertThat(confidences.stream().filter(confidence -> confidence >= Mapping.DOUBTFUL))
                .hasSizeGreaterThan(confidences.size() * 9 / 10);
    }

    private static String[] fileOf(String header) {
        String line = variants()
                .filter(variant -> variant.replaceAll("[=~][^|]*", "").equals(header))
                .findFirst()
                .orElseThrow();
        List<String> headers = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            String[] parts = cell.strip().split("[=~]", 2);
            headers.add(parts[0].strip());
            kinds.add(parts.length > 1 ? parts[1] : "text");
        }
        return file(headers, kinds);
    }

    private static String[] file(List<String> headers, List<String> kinds) {
        List<String> lines = new ArrayList<>();
        lines.add(headers.stream().map(header -> '"' + header + '"').collect(Collectors.joining(",")));
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < kinds.size(); column++) {
                cells.add(headers.get(column).isEmpty() ? "" : cell(kinds.get(column), row, column));
            }
            lines.add(String.join(",", cells));
        }
        return lines.toArray(String[]::new);
    }

    private static String cell(String kind, int row, int column) {
        return switch (kind) {
            case "date", "day" -> (13 + row) + "/04/2025";
            case "amount" -> "\"" + (row % 3 == 2 ? "-" : "") + "1," + (200 + 17 * row + column) + ".5" + row + '"';
            case "money" -> (300 + 13 * row + column) + ".2" + row;
            case "payee" -> "Example Supplies " + (char) ('A' + row) + " Ltd";
            case "payeeReference", "code" -> String.valueOf(40_017 + 31 * row + column);
            case "transaction" -> "PI" + (100_200 + row);
            case "capitalOrRevenue" -> row % 4 == 0 ? "Capital" : "Revenue";
            case "flag" -> row % 2 == 0 ? "" : "Y";
            default -> "Some " + kind + " " + column + " of " + (char) ('k' + row % 3);
        };
    }
}
