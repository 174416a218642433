package org.totalplace.outcomes.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * A measure as the API reads and writes it: values in its unit.
 *
 * @param since from which day of observation on the definition counts; absent for any
 * @param values the only values that there are
 * @param rule {@code change} or {@code band}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureRequest(
        @Nullable String code,
        @Nullable Integer series,
        @Nullable LocalDate since,
        @Nullable String name,
        @Nullable String definition,
        @Nullable String unit,
        @Nullable String polarity,
        @Nullable String domain,
        @Nullable String source,
        @Nullable String sourceCode,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable List<BigDecimal> values,
        @Nullable String rule,
        @Nullable BigDecimal smallestChange,
        @Nullable List<Band> bands,
        @Nullable Integer minimumGapDays,
        @Nullable Integer sustainedDays) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    /** A named range of values that begins at {@code from}. */
    record Band(@Nullable String name, @Nullable BigDecimal from) {}

    static MeasureRequest of(Measure measure) {
        Rule rule = measure.rule();
        return new MeasureRequest(
                measure.code(),
                measure.series(),
                measure.since().equals(Measure.EVER) ? null : measure.since(),
                measure.name(),
                measure.definition(),
                measure.unit(),
                measure.polarity().code(),
                measure.domain().code(),
                measure.source(),
                measure.sourceCode(),
                Measure.unit(measure.allowed().minimum()),
                Measure.unit(measure.allowed().maximum()),
                measure.allowed().only().isEmpty()
                        ? null
                        : measure.allowed().only().stream().map(Measure::unit).toList(),
                rule.kind().code(),
                Measure.unit(rule.smallestChange()),
                rule.bands().isEmpty()
                        ? null
                        : rule.bands().stream()
                                .map(band -> new Band(band.name(), Measure.unit(band.from())))
                                .toList(),
                rule.minimumGapDays(),
                rule.sustainedDays());
    }

    /**
     * What the request defines. A name, a meaning and a direction are always said; of the rest what is left out stays
     * as it is in the present definition, so that whoever corrects a word does not start a new series.
     */
    Measure measure(String ofCode, @Nullable Measure present) {
        if (!CODE.matcher(ofCode).matches()) {
            throw Problem.badInput(
                    "code", "invalid-code", "A measure's code is lower-case words with hyphens, not '" + ofCode + "'.");
        }
        return new Measure(
                ofCode,
                1,
                Measure.EVER,
                needed("name", name),
                needed("definition", definition),
                needed("unit", unit),
                oneOf(Polarity.class, "polarity", polarity),
                oneOf(Domain.class, "domain", domain),
                source == null && present != null ? present.source() : source,
                sourceCode == null && present != null ? present.sourceCode() : sourceCode,
                allowed(present == null ? new Allowed(null, null, List.of()) : present.allowed()),
                rule(present == null ? Rule.anyChange() : present.rule()));
    }

    private Allowed allowed(Allowed present) {
        List<Long> only = values == null
                ? present.only()
                : values.stream().map(value -> exactly("values", value)).toList();
        try {
            return new Allowed(
                    minimum == null ? present.minimum() : Long.valueOf(exactly("minimum", minimum)),
                    maximum == null ? present.maximum() : Long.valueOf(exactly("maximum", maximum)),
                    only);
        } catch (IllegalArgumentException empty) {
            throw Problem.badInput("minimum", "invalid-value", "No value is within the range: " + empty.getMessage());
        }
    }

    private Rule rule(Rule present) {
        List<Rule.Band> named = bands == null
                ? present.bands()
                : bands.stream()
                        .map(band -> new Rule.Band(
                                needed("bands", band.name()),
                                exactly("bands", Objects.requireNonNullElse(band.from(), BigDecimal.ZERO))))
                        .toList();
        try {
            return new Rule(
                    rule == null ? present.kind() : oneOf(Rule.Kind.class, "rule", rule),
                    smallestChange == null ? present.smallestChange() : exactly("smallestChange", smallestChange),
                    named,
                    Objects.requireNonNullElse(minimumGapDays, present.minimumGapDays()),
                    Objects.requireNonNullElse(sustainedDays, present.sustainedDays()));
        } catch (IllegalArgumentException unfit) {
            throw Problem.badInput("rule", "invalid-value", unfit.getMessage() + ".");
        }
    }

    private static String needed(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.badInput(path, "required-value", "A measure needs a " + path + ".");
        }
        return text.strip();
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String path, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badInput(
                        path,
                        "invalid-value",
                        path + " is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", not '" + text + "'."));
    }

    private static long exactly(String path, BigDecimal value) {
        try {
            return Measure.thousandths(value);
        } catch (ArithmeticException tooFine) {
            throw Problem.badInput(path, "invalid-value", "Values have at most three decimals, not " + value + ".");
        }
    }
}
