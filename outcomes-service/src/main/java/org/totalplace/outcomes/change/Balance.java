package org.totalplace.outcomes.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far two groups differ in one variable: the difference of their means over the root of the mean of their variances
 * (Austin, "An introduction to propensity score methods", Multivariate Behavioral Research 46, 2011). Of a variable
 * with categories it is the largest over these. To one decimal, so that it does not tell a count of few.
 *
 * @param exact whether the two of a pair are always the same in it
 * @param everybody of all with two readings
 * @param matched of those who found somebody alike
 */
@Schema(name = "ComparisonBalance")
record Balance(String variable, boolean exact, Standardised everybody, Standardised matched) {

    /** Fewer than so many persons in a group tell nothing that may be published. */
    private static final int FEWEST = 8;

    private static final int DECIMALS = 1;

    /** A difference; null with {@code c} where a group is small, {@code z} where groups differ and nobody within. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "StandardisedDifference")
    record Standardised(
            @Nullable BigDecimal value, @Nullable String symbol) {

        static Standardised of(double difference) {
            return new Standardised(BigDecimal.valueOf(difference).setScale(DECIMALS, RoundingMode.HALF_UP), null);
        }

        Object shown() {
            return value == null ? String.valueOf(symbol) : value;
        }
    }

    /** Two groups of persons. */
    private record Groups(List<Candidate> reached, List<Candidate> others) {

        Standardised ofCategories(Function<Candidate, @Nullable String> category) {
            Standardised largest = ofNumber(person -> 0);
            List<String> categories = Stream.concat(reached.stream(), others.stream())
                    .map(person -> named(category, person))
                    .distinct()
                    .sorted()
                    .toList();
            for (String one : categories) {
                Standardised difference = ofNumber(person -> one.equals(named(category, person)) ? 1 : 0);
                largest = larger(largest, difference);
            }
            return largest;
        }

        private static String named(Function<Candidate, @Nullable String> category, Candidate person) {
            return Objects.requireNonNullElse(category.apply(person), "x");
        }

        private static Standardised larger(Standardised one, Standardised other) {
            BigDecimal first = one.value();
            BigDecimal second = other.value();
            if (first == null || second == null) {
                return first == null ? one : other;
            }
            return second.abs().compareTo(first.abs()) > 0 ? other : one;
        }

        Standardised ofNumber(ToDoubleFunction<Candidate> number) {
            if (reached.size() < FEWEST || others.size() < FEWEST) {
                return new Standardised(null, "c");
            }
            double difference = mean(reached, number) - mean(others, number);
            double spread = Math.sqrt((variance(reached, number) + variance(others, number)) / 2);
            if (spread == 0) {
                return difference == 0 ? Standardised.of(0) : new Standardised(null, "z");
            }
            return Standardised.of(difference / spread);
        }

        private static double mean(List<Candidate> persons, ToDoubleFunction<Candidate> number) {
            return persons.stream().mapToDouble(number).average().orElse(0);
        }

        private static double variance(List<Candidate> persons, ToDoubleFunction<Candidate> number) {
            double mean = mean(persons, number);
            return persons.stream()
                            .mapToDouble(person -> Math.pow(number.applyAsDouble(person) - mean, 2))
                            .sum()
                    / (persons.size() - 1);
        }
    }

    static List<Balance> of(List<Candidate> all, Matched matched) {
        Groups everybody = new Groups(
                all.stream().filter(Candidate::reached).toList(),
                all.stream().filter(one -> !one.reached()).toList());
        Groups pairs = new Groups(matched.reached(), matched.others());
        return List.of(
                ofCategories("age-band", everybody, pairs, Candidate::ageBand),
                ofCategories("sex", everybody, pairs, Candidate::sex),
                ofCategories("contacts-before-band", everybody, pairs, Candidate::contactsBand),
                ofNumber("contacts-before", everybody, pairs, Candidate::contactsBefore),
                ofNumber("reading-before", everybody, pairs, Candidate::before),
                ofNumber("days-between-readings", everybody, pairs, Candidate::days));
    }

    private static Balance ofCategories(
            String variable, Groups everybody, Groups pairs, Function<Candidate, @Nullable String> category) {
        return new Balance(variable, true, everybody.ofCategories(category), pairs.ofCategories(category));
    }

    private static Balance ofNumber(
            String variable, Groups everybody, Groups pairs, ToDoubleFunction<Candidate> number) {
        return new Balance(variable, false, everybody.ofNumber(number), pairs.ofNumber(number));
    }
}
