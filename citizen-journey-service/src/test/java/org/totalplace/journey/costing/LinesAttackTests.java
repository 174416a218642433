package org.totalplace.journey.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * Somebody asks for the reconciliation and the unit costs of small places, knows what all persons cost together, and
 * takes away whatever is told. Who bears what of each line is known here person by person.
 */
class LinesAttackTests {

    private static final int PLACES = 2_000;
    private static final int PERSONS = 40;
    private static final FinancialYear YEAR = new FinancialYear(2024);

    private final Random random = new Random(82);
    private final List<String> found = new ArrayList<>();
    private int hiddenAlone;
    private int told;
    private int lines;

    /** A line and what each person bears of it. */
    private record Known(LineCost line, Map<Integer, Long> parts) {

        boolean isCosted() {
            return line.ledger() != null;
        }
    }

    @Test
    void no_figure_less_the_others_tells_what_a_few_bear() {
        for (int place = 0; place < PLACES; place++) {
            attack(place(), "place " + place);
        }

        System.out.println(
                PLACES + " places: of " + lines + " lines " + hiddenAlone + " tell of a few, " + told + " are told");
        assertThat(found).isEmpty();
        assertThat(hiddenAlone).as("what the rules are there for").isGreaterThan(PLACES);
        assertThat(told).as("told all the same").isGreaterThan(lines / 3);
    }

    private void attack(List<Known> place, String name) {
        List<LineCost> costs = place.stream().map(Known::line).toList();
        Reconciliation seen = Reconciliation.of(YEAR, Instant.EPOCH, costs);
        Set<Known> shown = new HashSet<>();
        place.stream().filter(known -> isTold(seen, known.line())).forEach(shown::add);
        lines += place.size();
        hiddenAlone += (int) place.stream().filter(known -> few(List.of(known))).count();
        told += shown.size();

        shown.forEach(known -> look(List.of(known), name + ", a line"));
        List<Known> restOfTotal = new ArrayList<>();
        for (Reconciliation.AgencySum agency : seen.agencies()) {
            List<Known> rest = place.stream()
                    .filter(known -> known.isCosted() && known.line().agency().equals(agency.agency()))
                    .filter(known -> !shown.contains(known))
                    .toList();
            if (agency.attributed() != null) {
                look(rest, name + ", an agency less its lines");
            } else {
                restOfTotal.addAll(rest);
            }
        }
        List<Known> restOfAll = new ArrayList<>(place.stream()
                .filter(known -> !known.isCosted() && !shown.contains(known))
                .toList());
        if (seen.total().attributed() != null) {
            look(restOfTotal, name + ", the total less agencies");
            look(restOfAll, name + ", what all cost less the total");
        }
        restOfAll.addAll(restOfTotal);
        if (seen.total().attributed() != null || !restOfAll.containsAll(bearing(place))) {
            look(restOfAll, name + ", what all cost less what is told");
        }
        units(costs, name);
    }

    private void units(List<LineCost> costs, String name) {
        Map<List<String>, LineCost> truth = new HashMap<>();
        costs.forEach(line -> truth.put(List.of(line.agency(), line.service()), line));
        for (UnitCosts.UnitCost unit :
                UnitCosts.of(YEAR, Instant.EPOCH, costs, List.of()).results()) {
            LineCost line = Objects.requireNonNull(truth.get(List.of(unit.agency(), unit.service())));
            boolean few = line.persons() > 0 && line.persons() < 8 || line.activity() < 7_500_000;
            if (!line.declared() && few && (unit.units() != null || unit.cost() != null)) {
                found.add(name + ", units of few " + unit);
            }
            BigDecimal cost = unit.cost();
            if (!line.declared() && cost != null && unit.ledger() != null) {
                BigDecimal published = Objects.requireNonNull(unit.units());
                assertThat(unit.ledger().divide(published, 2, java.math.RoundingMode.HALF_UP))
                        .isEqualByComparingTo(cost);
                assertThat(published.remainder(BigDecimal.valueOf(5))).isEqualByComparingTo(BigDecimal.ZERO);
            }
        }
    }

    /** Where nobody bears a part, a rest of nothing tells nothing. */
    private static List<Known> bearing(List<Known> place) {
        return place.stream().filter(known -> !known.parts().isEmpty()).toList();
    }

    private void look(List<Known> rest, String how) {
        if (few(rest)) {
            found.add(how + ": " + rest);
        }
    }

    private static boolean few(Collection<Known> rest) {
        Map<Integer, Long> parts = new HashMap<>();
        rest.forEach(known -> known.parts().forEach((person, pence) -> parts.merge(person, pence, Long::sum)));
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        return !parts.isEmpty() && (parts.size() < 8 || largestTwo(parts.values()) > Math.abs(sum) / 10 * 9);
    }

    private static long largestTwo(Collection<Long> parts) {
        return -parts.stream()
                .mapToLong(pence -> -Math.abs(pence))
                .sorted()
                .limit(2)
                .sum();
    }

    private static boolean isTold(Reconciliation seen, LineCost line) {
        return seen.lines().stream()
                        .anyMatch(one -> one.agency().equals(line.agency())
                                && one.service().equals(line.service())
                                && one.attributed() != null)
                || seen.withoutLedger().stream()
                        .anyMatch(one -> one.agency().equals(line.agency())
                                && one.service().equals(line.service())
                                && one.referenceAttributed() != null);
    }

    private List<Known> place() {
        List<Known> place = new ArrayList<>();
        int agencies = 1 + random.nextInt(4);
        for (int agency = 0; agency < agencies; agency++) {
            int services = 1 + random.nextInt(5);
            for (int service = 0; service < services; service++) {
                place.add(line("agency-" + agency, "S" + service));
            }
        }
        return place;
    }

    private Known line(String agency, String service) {
        Map<Integer, Long> parts = new HashMap<>();
        int most = random.nextInt(4) == 0 ? 7 : PERSONS;
        for (int bearers = random.nextInt(most + 1); bearers > 0; bearers--) {
            long pence = 100L + random.nextInt(50_000);
            parts.put(random.nextInt(PERSONS), random.nextInt(200) == 0 ? pence * 100 : pence);
        }
        long attributed = LongStream.concat(
                        LongStream.of(0), parts.values().stream().mapToLong(Long::longValue))
                .sum();
        boolean isReference = random.nextInt(4) == 0;
        long known = parts.size() * 1_000_000L * (1 + random.nextInt(3));
        long counted = known + random.nextInt(3) * 1_000_000L;
        boolean declared = random.nextInt(3) == 0;
        @Nullable Pence ledger = isReference ? null : new Pence(attributed + random.nextInt(100_000));
        return new Known(
                new LineCost(
                        agency,
                        service,
                        null,
                        null,
                        ledger,
                        new Pence(isReference ? 0 : attributed),
                        declared ? counted + 50_000_000 : counted,
                        counted,
                        known,
                        declared,
                        isReference
                                ? new LineCost.Referenced(new Pence(attributed + 100), new Pence(attributed))
                                : null,
                        parts.size(),
                        new Pence(largestTwo(parts.values()))),
                parts);
    }
}
