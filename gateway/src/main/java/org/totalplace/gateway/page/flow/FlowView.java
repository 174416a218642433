package org.totalplace.gateway.page.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * Money to journeys to outcomes, ready to print: the picture, its sentence and its tables say the same.
 *
 * @param sentence the answer in one sentence; null where nothing has a cost
 * @param picture null where there is nothing to draw
 */
record FlowView(
        String asOf, @Nullable String sentence, @Nullable Sankey picture, Grid money, Grid outcomes) {

    private static final String NOT_TOLD = "x";
    private static final String NOTHING = Money.shown(Pence.ZERO);

    /**
     * What was answered.
     *
     * @param domain whose outcomes the picture shows
     * @param agencies names by code
     */
    record Read(
            List<JourneyCost> costs,
            JourneyOutcomes outcomes,
            String domain,
            Map<String, String> agencies,
            Words words) {

        private String onNoJourney() {
            return words.say("flow.on-no-journey");
        }

        /** Cost by journey and agency, names in place of codes; the order is that of the maps. */
        Map<String, Map<String, Pence>> byJourney() {
            Map<String, Map<String, Pence>> all = new LinkedHashMap<>();
            costs.forEach(cost -> {
                Map<String, Pence> ofJourney = all.computeIfAbsent(cost.name(), name -> new LinkedHashMap<>());
                cost.byAgency()
                        .forEach(each -> ofJourney.merge(
                                agency(each.agency()),
                                Pence.ofPounds(each.total().cost()),
                                Pence::plus));
            });
            unmapped().ifPresent(cells -> {
                Map<String, Pence> none = new LinkedHashMap<>();
                cells.forEach(cell -> none.merge(agency(cell.agency()), Published.pence(cell.cost()), Pence::plus));
                all.put(onNoJourney(), none);
            });
            return all;
        }

        /** The same in every map's answer. */
        private Optional<List<JourneyCost.Cell>> unmapped() {
            return costs.stream()
                    .flatMap(cost -> Optional.ofNullable(cost.unmapped()).stream())
                    .map(JourneyCost.Unmapped::cells)
                    .findFirst();
        }

        private String agency(String code) {
            return agencies.getOrDefault(code, code);
        }
    }

    static FlowView of(Read read) {
        Map<String, Map<String, Pence>> money = read.byJourney();
        List<Stream> first = new ArrayList<>();
        money.forEach((journey, byAgency) -> byAgency.forEach((agency, cost) -> {
            if (cost.value() > 0) {
                first.add(new Stream(agency, journey, cost.value()));
            }
        }));
        return new FlowView(
                read.words()
                        .day(read.costs().stream()
                                .map(JourneyCost::asOf)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)),
                first.isEmpty() ? null : sentence(read, money),
                first.isEmpty()
                        ? null
                        : Sankey.of(
                                first,
                                second(read, first),
                                weight -> read.words().spoken(new Pence(weight)),
                                read.words()),
                moneyGrid(money, read.words()),
                outcomesGrid(read));
    }

    /** Each journey's money in the proportions of its people; a journey whose people are not told goes on whole. */
    private static List<Stream> second(Read read, List<Stream> first) {
        Map<String, Long> journeys = new LinkedHashMap<>();
        first.forEach(stream -> journeys.merge(stream.to(), stream.weight(), Math::addExact));
        List<Stream> second = new ArrayList<>();
        journeys.forEach((name, weight) -> {
            long[] people = people(read, name);
            if (java.util.Arrays.stream(people).sum() == 0) {
                second.add(new Stream(name, read.words().say("flow.not-told"), weight));
                return;
            }
            Pence[] parts = new Pence(weight).split(people);
            Became.all().stream()
                    .filter(status -> parts[status.ordinal()].value() > 0)
                    .forEach(status ->
                            second.add(new Stream(name, status.said(read.words()), parts[status.ordinal()].value())));
        });
        return second;
    }

    private static long[] people(Read read, String journey) {
        return row(read, journey)
                .map(row -> Became.all().stream()
                        .mapToLong(status -> Published.number(status.count(row)))
                        .toArray())
                .orElseGet(() -> new long[Became.all().size()]);
    }

    private static Optional<JourneyOutcomes.Row> row(Read read, String journey) {
        return read.costs().stream()
                .filter(cost -> cost.name().equals(journey))
                .findFirst()
                .flatMap(cost -> read.outcomes().of(cost.map()));
    }

    private static String sentence(Read read, Map<String, Map<String, Pence>> money) {
        Map<String, Pence> followed = new LinkedHashMap<>();
        money.forEach((journey, byAgency) -> {
            if (!journey.equals(read.onNoJourney())) {
                followed.put(journey, sum(byAgency));
            }
        });
        Optional<Map.Entry<String, Pence>> largest = followed.entrySet().stream()
                .filter(each -> each.getValue().value() > 0)
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        if (largest.isEmpty()) {
            return read.words().say("flow.nothing");
        }
        String name = largest.get().getKey();
        return read.words()
                .say(
                        "flow.sentence",
                        read.words().spoken(sum(followed)),
                        read.words().spoken(largest.get().getValue()),
                        name,
                        became(read, name));
    }

    private static String became(Read read, String journey) {
        return row(read, journey)
                .map(row -> read.words()
                        .say(
                                "flow.people",
                                Published.shown(Became.BETTER.count(row)),
                                Published.shown(Became.WORSE.count(row)),
                                read.domain()))
                .orElse("");
    }

    private static Pence sum(Map<String, Pence> amounts) {
        return amounts.values().stream().reduce(Pence.ZERO, Pence::plus);
    }

    /** An agency a row, a journey a column. */
    private static Grid moneyGrid(Map<String, Map<String, Pence>> money, Words words) {
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.Column.text(words.say("form.agency"))));
        money.keySet().forEach(journey -> columns.add(Grid.Column.figure(journey)));
        columns.add(Grid.Column.figure(words.say("flow.together")));
        List<List<Grid.Cell>> all = new ArrayList<>();
        money.values().stream()
                .flatMap(byAgency -> byAgency.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String agency) -> together(money, agency))
                        .reversed())
                .forEach(agency -> all.add(row(
                        agency,
                        money.values().stream()
                                .map(byAgency -> byAgency.containsKey(agency) ? told(byAgency.get(agency)) : NOTHING)
                                .toList(),
                        told(together(money, agency)))));
        if (!all.isEmpty()) {
            all.add(row(
                    words.say("flow.together"),
                    money.values().stream()
                            .map(FlowView::sum)
                            .map(FlowView::told)
                            .toList(),
                    told(money.values().stream().map(FlowView::sum).reduce(Pence.ZERO, Pence::plus))));
        }
        return new Grid("money", words.say("flow.money-caption"), columns, all, words.say("flow.none"));
    }

    private static List<Grid.Cell> row(String head, List<String> amounts, String together) {
        List<Grid.Cell> cells = new ArrayList<>(List.of(Grid.Cell.of(head)));
        amounts.forEach(amount -> cells.add(Grid.Cell.of(amount)));
        cells.add(Grid.Cell.of(together));
        return cells;
    }

    /** Contacts that an agency had are never free: where no penny is told, the cost is hidden or not known. */
    private static String told(Pence cost) {
        return cost.value() == 0 ? NOT_TOLD : Money.shown(cost);
    }

    private static Pence together(Map<String, Map<String, Pence>> money, String agency) {
        return money.values().stream()
                .map(byAgency -> byAgency.getOrDefault(agency, Pence.ZERO))
                .reduce(Pence.ZERO, Pence::plus);
    }

    private static Grid outcomesGrid(Read read) {
        List<Grid.Column> columns = new ArrayList<>(List.of(
                Grid.Column.text(read.words().say("filters.journey")),
                Grid.Column.figure(read.words().say("flow.observed"))));
        Became.all().forEach(status -> columns.add(Grid.Column.figure(status.said(read.words()))));
        List<List<Grid.Cell>> rows = read.costs().stream()
                .flatMap(cost -> read.outcomes().of(cost.map()).stream().map(row -> people(cost.name(), row)))
                .toList();
        return new Grid(
                "outcomes",
                read.words().say("flow.outcomes-caption", read.words().name("person.domain.", read.domain())),
                columns,
                rows,
                read.words().say("flow.nobody"));
    }

    private static List<Grid.Cell> people(String journey, JourneyOutcomes.Row row) {
        List<Grid.Cell> cells =
                new ArrayList<>(List.of(Grid.Cell.of(journey), Grid.Cell.of(Published.shown(row.persons()))));
        Became.all().forEach(status -> cells.add(Grid.Cell.of(Published.shown(status.count(row)))));
        return cells;
    }
}
