package org.totalplace.journey.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.FinancialYear;

/**
 * How a year's contacts lie on a map, as it may be published.
 *
 * @param persons known persons anywhere on the map
 * @param cells in the order of stages, then agencies
 * @param byStage sums of each stage's cells
 * @param byAgency sums of each agency's cells
 * @param unmapped contacts of the year that no rule of any map catches
 */
record MapAnswer(
        String map,
        String name,
        String year,
        Instant asOf,
        List<Stage> stages,
        PublishedCount persons,
        List<Cell> cells,
        List<StageTotal> byStage,
        List<AgencyTotal> byAgency,
        MapTotal total,
        Unmapped unmapped) {

    record StageTotal(String stage, MapTotal total) {}

    record AgencyTotal(String agency, MapTotal total) {}

    record Unmapped(List<Cell> cells, MapTotal total) {}

    static MapAnswer of(JourneyMap map, FinancialYear year, Instant asOf, long persons, List<CellFacts> facts) {
        List<Cell> cells = facts.stream()
                .filter(fact -> fact.stage() != null)
                .map(Cell::of)
                .sorted(Comparator.comparingInt((Cell cell) -> map.position(Objects.toString(cell.stage())))
                        .thenComparing(Cell::agency))
                .toList();
        List<Cell> unmapped = facts.stream()
                .filter(fact -> fact.stage() == null)
                .map(Cell::of)
                .sorted(Comparator.comparing(Cell::agency))
                .toList();
        return new MapAnswer(
                map.map(),
                map.name(),
                year.label(),
                asOf,
                map.stages(),
                PublishedCount.of(persons),
                cells,
                map.stages().stream()
                        .map(stage -> new StageTotal(stage.stage(), MapTotal.of(inStage(cells, stage.stage()))))
                        .toList(),
                cells.stream()
                        .map(Cell::agency)
                        .distinct()
                        .sorted()
                        .map(agency -> new AgencyTotal(agency, MapTotal.of(ofAgency(cells, agency))))
                        .toList(),
                MapTotal.of(cells),
                new Unmapped(unmapped, MapTotal.of(unmapped)));
    }

    /** The same figures as CSV: the cells, the unmapped beside them. */
    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(List.of("map", "year", "stage", "agency", "contacts", "persons", "cost")));
        Stream.concat(cells.stream(), unmapped.cells().stream())
                .map(cell -> Csv.line(List.of(
                        map,
                        year,
                        Objects.requireNonNullElse(cell.stage(), "unmapped"),
                        cell.agency(),
                        cell.contacts().shown(),
                        cell.persons().shown(),
                        cell.cost().shown())))
                .forEach(lines::add);
        return String.join("", lines);
    }

    private static List<Cell> inStage(List<Cell> cells, String stage) {
        return cells.stream().filter(cell -> stage.equals(cell.stage())).toList();
    }

    private static List<Cell> ofAgency(List<Cell> cells, String agency) {
        return cells.stream().filter(cell -> agency.equals(cell.agency())).toList();
    }
}
