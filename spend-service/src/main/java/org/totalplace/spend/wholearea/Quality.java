package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer can be relied on: each part has a grade by its share, and the answer has the worst of them.
 *
 * @param grade {@code A} to {@code D}
 * @param parts what the grade is made of
 */
@Schema(name = "Quality")
record Quality(String grade, List<Part> parts) {

    private static final int SHARE_DIGITS = 4;
    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    /** Every part with the largest shares that are still A, B and C; the same numbers stand in docs/analysts.md. */
    private static final List<BigDecimal> UNCOVERED = limits("0.02", "0.10", "0.25");

    private static final List<BigDecimal> MISSING = limits("0", "0.10", "0.25");
    private static final List<BigDecimal> UNRESOLVED = limits("0.05", "0.15", "0.30");
    private static final List<BigDecimal> UNMAPPED = limits("0.10", "0.25", "0.50");
    private static final List<BigDecimal> DOUBTFUL = limits("0", "0.05", "0.10");

    /**
     * One ground of the grade.
     *
     * @param share what is wanting, from 0 to 1; absent where there is nothing to take a share of
     * @param grade absent likewise
     */
    @Schema(name = "QualityPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String name,
            @Nullable BigDecimal share,
            @Nullable String grade) {}

    /**
     * What is wanting.
     *
     * @param agencies that belong to the place
     * @param missing of them, without any delivery
     * @param months that they should have covered by now
     * @param uncovered of them
     * @param unresolved share of the gross; null without any
     * @param unmapped share of the gross; null without any
     * @param deliveries in force
     * @param doubtful of them, published although rows were refused
     */
    record Wanting(
            long agencies,
            long missing,
            long months,
            long uncovered,
            @Nullable BigDecimal unresolved,
            @Nullable BigDecimal unmapped,
            long deliveries,
            long doubtful) {}

    static Quality of(Wanting wanting) {
        List<Part> parts = Stream.of(
                        part("monthsNotCovered", share(wanting.uncovered(), wanting.months()), UNCOVERED),
                        part("agenciesMissing", share(wanting.missing(), wanting.agencies()), MISSING),
                        part("unresolved", wanting.unresolved(), UNRESOLVED),
                        part("unmapped", wanting.unmapped(), UNMAPPED),
                        part("doubtfulDeliveries", share(wanting.doubtful(), wanting.deliveries()), DOUBTFUL))
                .toList();
        String worst = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.grade()))
                .reduce(GRADES.getFirst(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        // Without any delivery there is nothing to rely on.
        return new Quality(wanting.deliveries() == 0 ? GRADES.getLast() : worst, parts);
    }

    private static Part part(String name, @Nullable BigDecimal share, List<BigDecimal> limits) {
        return new Part(name, share, share == null ? null : grade(share, limits));
    }

    private static String grade(BigDecimal share, List<BigDecimal> limits) {
        int worse = (int)
                limits.stream().filter(limit -> share.compareTo(limit) > 0).count();
        return GRADES.get(worse);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static List<BigDecimal> limits(String a, String b, String c) {
        return List.of(new BigDecimal(a), new BigDecimal(b), new BigDecimal(c));
    }
}
