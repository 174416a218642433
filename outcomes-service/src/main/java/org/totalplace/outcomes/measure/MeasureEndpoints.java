package org.totalplace.outcomes.measure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** The registry of measures, for everybody with a token to read and for a steward to change. */
@RestController
@RequestMapping("/api/v1/outcomes/measures")
@Tag(name = "Measures")
class MeasureEndpoints {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private final Measures measures;

    MeasureEndpoints(Measures measures) {
        this.measures = measures;
    }

    /** A measure as the API writes it: values in its unit. */
    record Shown(
            @Nullable String code,
            @Nullable String name,
            @Nullable String definition,
            @Nullable String unit,
            @Nullable String polarity,
            @Nullable String domain,
            @Nullable String source,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal smallestChange) {}

    @GetMapping
    @Operation(summary = "What is measured")
    Mono<Page<Shown>> all() {
        return measures.all().map(MeasureEndpoints::shown).collectList().map(Page::whole);
    }

    @PutMapping("/{code}")
    @Operation(summary = "Define a measure", description = "For stewards. Values are in the measure's unit.")
    Mono<Shown> define(@PathVariable("code") String code, @RequestBody Shown body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        return measures.save(measure(code, body)).map(MeasureEndpoints::shown);
    }

    private static Measure measure(String code, Shown body) {
        if (!CODE.matcher(code).matches()) {
            throw Problem.badInput(
                    "code", "invalid-code", "A measure's code is lower-case words with hyphens, not '" + code + "'.");
        }
        return new Measure(
                code,
                needed("name", body.name()),
                needed("definition", body.definition()),
                needed("unit", body.unit()),
                oneOf(Polarity.class, "polarity", body.polarity()),
                oneOf(Domain.class, "domain", body.domain()),
                body.source(),
                thousandths("minimum", body.minimum()),
                thousandths("maximum", body.maximum()),
                Objects.requireNonNullElse(thousandths("smallestChange", body.smallestChange()), 0L));
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
                .orElseThrow(() -> {
                    String choices = String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                                    .toList());
                    return Problem.badInput(
                            path, "invalid-value", path + " is one of " + choices + ", not '" + text + "'.");
                });
    }

    private static @Nullable Long thousandths(String path, @Nullable BigDecimal value) {
        try {
            return value == null ? null : Measure.thousandths(value);
        } catch (ArithmeticException tooFine) {
            throw Problem.badInput(path, "invalid-value", "Values have at most three decimals, not " + value + ".");
        }
    }

    private static Shown shown(Measure measure) {
        return new Shown(
                measure.code(),
                measure.name(),
                measure.definition(),
                measure.unit(),
                measure.polarity().code(),
                measure.domain().code(),
                measure.source(),
                Measure.unit(measure.minimum()),
                Measure.unit(measure.maximum()),
                Measure.unit(measure.smallestChange()));
    }
}
