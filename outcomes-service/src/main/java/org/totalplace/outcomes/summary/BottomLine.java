package org.totalplace.outcomes.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.starter.paging.Csv;

/**
 * Social, environmental and economic outcomes side by side, each measure with its source; nothing is added up across
 * the three.
 *
 * @param journey of the persons on this map only; null for everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BottomLine(@Nullable String journey, Instant asOf, String note, List<Side> domains) {

    static final String NOTE =
            "Three kinds of outcome side by side. They are not weighed against each other, and persons"
                    + " of several measures are counted in each.";

    /**
     * One of the three.
     *
     * @param all persons by the status of the whole domain; left out where nothing was observed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BottomLineDomain")
    record Side(String domain, SummaryAnswer.@Nullable Row all, List<Line> measures) {}

    /**
     * One measure by one definition.
     *
     * @param polarity which direction is better
     * @param source framework that defines it
     * @param sourceCode what the framework calls it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BottomLineMeasure")
    record Line(
            String name,
            String unit,
            String polarity,
            @Nullable String source,
            @Nullable String sourceCode,
            SummaryAnswer.Row figures) {}

    static BottomLine of(
            @Nullable String journey,
            SummaryAnswer domains,
            SummaryAnswer measures,
            Map<String, List<Measure>> registry) {
        return new BottomLine(
                journey,
                measures.asOf(),
                NOTE,
                Arrays.stream(Domain.values())
                        .map(domain -> side(domain, domains, measures, registry))
                        .toList());
    }

    private static Side side(
            Domain domain, SummaryAnswer domains, SummaryAnswer measures, Map<String, List<Measure>> registry) {
        SummaryAnswer.Row all = domains.results().stream()
                .filter(row -> domain.code().equals(row.keys().get("domain")))
                .findFirst()
                .orElse(null);
        List<Line> lines = new ArrayList<>();
        for (SummaryAnswer.Row row : measures.results()) {
            definition(row, registry)
                    .filter(measure -> measure.domain() == domain)
                    .ifPresent(measure -> lines.add(line(measure, row)));
        }
        return new Side(domain.code(), all, lines);
    }

    private static Optional<Measure> definition(SummaryAnswer.Row row, Map<String, List<Measure>> registry) {
        String code = Objects.requireNonNull(row.keys().get("measure"));
        String series = row.keys().get("series");
        return registry.getOrDefault(code, List.of()).stream()
                .filter(measure -> String.valueOf(measure.series()).equals(series))
                .findFirst();
    }

    private static Line line(Measure measure, SummaryAnswer.Row figures) {
        return new Line(
                measure.name(),
                measure.unit(),
                measure.polarity().code(),
                measure.source(),
                measure.sourceCode(),
                figures);
    }

    /** A line a domain and a line a measure, with the figures of the JSON and symbols where these are null. */
    String csv() {
        List<String> header = new ArrayList<>(
                List.of("domain", "measure", "series", "name", "unit", "polarity", "source", "sourceCode"));
        header.addAll(SummaryAnswer.FIGURES);
        StringBuilder csv = new StringBuilder(Csv.line(header));
        for (Side side : domains) {
            SummaryAnswer.Row all = side.all();
            if (all != null) {
                List<Object> cells = new ArrayList<>(List.of(side.domain(), "", "", "", "", "", "", ""));
                cells.addAll(SummaryAnswer.figures(all));
                csv.append(Csv.line(cells));
            }
            for (Line line : side.measures()) {
                Map<String, String> of = line.figures().keys();
                List<Object> cells = new ArrayList<>(List.of(
                        side.domain(),
                        of.getOrDefault("measure", ""),
                        of.getOrDefault("series", ""),
                        line.name(),
                        line.unit(),
                        line.polarity(),
                        Objects.requireNonNullElse(line.source(), ""),
                        Objects.requireNonNullElse(line.sourceCode(), "")));
                cells.addAll(SummaryAnswer.figures(line.figures()));
                csv.append(Csv.line(cells));
            }
        }
        return csv.toString();
    }
}
