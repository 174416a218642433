package org.totalplace.gateway.page.serviceline;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.value.Pence;

/** What was spent on service lines without a function, as spend-service sums it: most money first. */
record UnmappedLines(@Nullable List<Total> results) {

    /** A line with its money of the year. */
    record Total(
            String agency,
            @Nullable String service,
            @Nullable String serviceName,
            BigDecimal amount,
            long lines) {

        public String code() {
            return Objects.requireNonNullElse(service, "");
        }

        public String shownAmount() {
            return Money.shown(Pence.ofPounds(amount));
        }
    }

    List<Total> byMoney() {
        return results == null
                ? List.of()
                : results.stream()
                        .filter(total -> !total.code().isEmpty())
                        .sorted(Comparator.comparing(Total::amount)
                                .reversed()
                                .thenComparing(Total::agency)
                                .thenComparing(Total::code))
                        .toList();
    }

    /** Where a line stands; nowhere once it has a function. */
    static OptionalInt place(List<Total> lines, FunctionForm form) {
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).agency().equals(form.agency())
                        && lines.get(at).code().equals(form.service()))
                .findFirst();
    }
}
