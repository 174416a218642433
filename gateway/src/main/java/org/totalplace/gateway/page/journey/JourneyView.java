package org.totalplace.gateway.page.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Times;

/**
 * What the page of one journey shows, ready to print.
 *
 * @param agencies names, in the order of every stage's cells
 * @param empty whether the year has no contacts on the map
 */
record JourneyView(
        String name,
        String asOf,
        String persons,
        boolean empty,
        List<String> agencies,
        List<StageRow> stages,
        List<MapAnswer.@Nullable Total> agencyTotals,
        MapAnswer.@Nullable Total total,
        List<CellShown> unmapped) {

    /** @param cells one an agency; null where there was no contact */
    record StageRow(String name, List<@Nullable CellShown> cells, MapAnswer.@Nullable Total total) {}

    record CellShown(String agency, String contacts, String persons, String cost) {}

    static JourneyView of(MapAnswer answer, Map<String, String> names) {
        List<String> codes = answer.cells().stream()
                .map(MapAnswer.Cell::agency)
                .distinct()
                .sorted()
                .toList();
        Map<String, MapAnswer.Total> agencyTotals = answer.byAgency().stream()
                .collect(Collectors.toMap(MapAnswer.AgencyTotal::agency, MapAnswer.AgencyTotal::total));
        MapAnswer.Unmapped unmapped = answer.unmapped();
        return new JourneyView(
                answer.name(),
                Times.shown(answer.asOf()),
                MapAnswer.Count.shown(answer.persons()),
                answer.cells().isEmpty(),
                codes.stream().map(code -> names.getOrDefault(code, code)).toList(),
                answer.stages().stream()
                        .map(stage -> stage(answer, stage, codes, names))
                        .toList(),
                codes.stream().<MapAnswer.@Nullable Total>map(agencyTotals::get).toList(),
                answer.total(),
                unmapped == null
                        ? List.of()
                        : unmapped.cells().stream()
                                .map(cell -> shown(cell, names))
                                .toList());
    }

    private static StageRow stage(
            MapAnswer answer, MapList.Stage stage, List<String> agencies, Map<String, String> names) {
        Map<String, MapAnswer.Cell> ofStage = answer.cells().stream()
                .filter(cell -> stage.stage().equals(cell.stage()))
                .collect(Collectors.toMap(MapAnswer.Cell::agency, cell -> cell, (one, other) -> one));
        List<@Nullable CellShown> cells = agencies.stream()
                .map(ofStage::get)
                .<@Nullable CellShown>map(cell -> cell == null ? null : shown(cell, names))
                .toList();
        return new StageRow(
                stage.name(),
                cells,
                answer.byStage().stream()
                        .filter(total -> total.stage().equals(stage.stage()))
                        .findFirst()
                        .map(MapAnswer.StageTotal::total)
                        .orElse(null));
    }

    private static CellShown shown(MapAnswer.Cell cell, Map<String, String> names) {
        return new CellShown(
                names.getOrDefault(cell.agency(), cell.agency()),
                MapAnswer.Count.shown(cell.contacts()),
                MapAnswer.Count.shown(cell.persons()),
                MapAnswer.Amount.shown(cell.cost()));
    }
}
