package org.totalplace.journey.personcost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.paging.Csv;

/**
 * What the persons on a map cost in a year, as it may be published.
 *
 * @param area of the persons; null for anywhere
 * @param ageBand of the persons; null for any
 * @param cells by stage, agency and value, in the order of stages
 * @param byStage sums of published cells
 * @param total sums of published cells
 * @param confidential how many cells are in no sum because few persons stand behind them
 * @param costAPerson the fiscal total over the persons, with the range that doubt about links leaves
 */
record MapCostsAnswer(
        String map,
        String year,
        @Nullable String area,
        @Nullable String ageBand,
        Instant asOf,
        PersonsRange persons,
        PersonsRange.CostAPerson costAPerson,
        List<CellCost> cells,
        List<StageCost> byStage,
        Totals total,
        long confidential) {

    private static final PublishedAmount CONFIDENTIAL = new PublishedAmount(null, "c");

    /**
     * @param value {@code local} (by ledgers), {@code reference} (by fiscal reference costs, of other lines), {@code
     *     economic} or {@code social}
     */
    record CellCost(String stage, String agency, String value, PublishedCount persons, PublishedAmount cost) {}

    record StageCost(String stage, Totals total) {}

    /** Pounds; local and reference are fiscal, of different lines. Economic and social are never added to others. */
    record Totals(BigDecimal local, BigDecimal reference, BigDecimal economic, BigDecimal social) {

        static Totals of(List<CellCost> cells) {
            return new Totals(
                    sum(cells, "local"), sum(cells, "reference"), sum(cells, "economic"), sum(cells, "social"));
        }

        BigDecimal fiscal() {
            return local.add(reference);
        }

        private static BigDecimal sum(List<CellCost> cells, String value) {
            return cells.stream()
                    .filter(cell -> cell.value().equals(value))
                    .map(cell -> cell.cost().value())
                    .filter(Objects::nonNull)
                    .reduce(new BigDecimal("0.00"), BigDecimal::add);
        }
    }

    static MapCostsAnswer of(Cohort cohort, Instant asOf, CostsOfCohorts.Found found) {
        List<CellCost> cells = published(cohort, found.cells());
        Totals total = Totals.of(cells);
        PersonsRange persons = PersonsRange.of(found.doubt());
        return new MapCostsAnswer(
                Objects.requireNonNull(cohort.map(), "A map was asked for"),
                cohort.year().label(),
                cohort.persons().area(),
                cohort.persons().band(),
                asOf,
                persons,
                persons.over(total.fiscal()),
                cells,
                stages(cells),
                total,
                cells.stream().filter(cell -> cell.cost().value() == null).count());
    }

    /** Of whom the answer tells: everybody with a cost, and those of each cell whose cost it shows. */
    static List<ToldGroup> told(Cohort cohort, CostsOfCohorts.Found found) {
        List<ToldGroup> told = new ArrayList<>();
        if (PublishedCount.of(found.doubt().persons()).value() != null) {
            told.add(cohort.told(found.doubt().persons(), "costs"));
        }
        found.cells().stream()
                .filter(cell -> cell(cohort, cell).cost().value() != null)
                .map(cell -> cohort.told(cell.persons(), "costs", cell.stage(), cell.agency(), cell.value()))
                .forEach(told::add);
        return told;
    }

    /** The cells as they may be shown: whatever else is told of the map's cost is made of these. */
    static List<CellCost> published(Cohort cohort, List<CostsOfCohorts.CellCost> cells) {
        return cells.stream().map(cell -> cell(cohort, cell)).toList();
    }

    private static List<StageCost> stages(List<CellCost> cells) {
        return cells.stream()
                .map(CellCost::stage)
                .distinct()
                .map(stage -> new StageCost(
                        stage,
                        Totals.of(cells.stream()
                                .filter(cell -> cell.stage().equals(stage))
                                .toList())))
                .toList();
    }

    private static CellCost cell(Cohort cohort, CostsOfCohorts.CellCost cell) {
        return new CellCost(
                cell.stage(),
                cell.agency(),
                cell.value(),
                PublishedCount.of(cell.persons()),
                cell.leavesFew() ? CONFIDENTIAL : cohort.published(cell.cost(), cell.persons(), cell.largestTwo()));
    }

    /** The cells. */
    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(List.of("map", "year", "stage", "agency", "value", "persons", "cost")));
        for (CellCost cell : cells) {
            lines.add(Csv.line(List.of(
                    map,
                    year,
                    cell.stage(),
                    cell.agency(),
                    cell.value(),
                    cell.persons().shown(),
                    cell.cost().shown())));
        }
        return String.join("", lines);
    }
}
