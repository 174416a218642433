package org.totalplace.gateway.page.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * The map of one journey as lanes, ready to print: an agency a lane, a stage a column.
 *
 * @param stages names, in the order of every lane's cells
 * @param empty whether the year has no contacts on the map
 * @param stageTotals in the same order
 * @param confidential how many cells of the map are in no total, because few people stand behind them
 */
record JourneyView(
        String name,
        String asOf,
        String persons,
        boolean empty,
        List<String> stages,
        List<Lane> lanes,
        List<MapAnswer.@Nullable Total> stageTotals,
        MapAnswer.@Nullable Total total,
        long confidential,
        List<CellShown> unmapped) {

    /** @param cells one a stage; null where there was no contact */
    record Lane(String agency, List<@Nullable CellShown> cells, MapAnswer.@Nullable Total total) {}

    record CellShown(String agency, String contacts, String persons, String cost, Bar bar) {}

    static JourneyView of(MapAnswer answer, Map<String, String> names, Words words) {
        List<String> agencies = answer.cells().stream()
                .map(MapAnswer.Cell::agency)
                .distinct()
                .sorted()
                .toList();
        List<Pence> costs = answer.cells().stream()
                .map(cell -> Published.pence(cell.cost()))
                .toList();
        MapAnswer.Unmapped unmapped = answer.unmapped();
        return new JourneyView(
                answer.name(),
                words.day(answer.asOf()),
                Published.shown(answer.persons()),
                answer.cells().isEmpty(),
                answer.stages().stream().map(MapList.Stage::name).toList(),
                agencies.stream()
                        .map(agency -> lane(answer, agency, names, costs))
                        .toList(),
                stageTotals(answer),
                answer.total(),
                answer.cells().stream().filter(JourneyView::isConfidential).count(),
                unmapped == null
                        ? List.of()
                        : unmapped.cells().stream()
                                .map(cell -> shown(cell, names, costs))
                                .toList());
    }

    private static Lane lane(MapAnswer answer, String agency, Map<String, String> names, List<Pence> costs) {
        Map<String, MapAnswer.Cell> byStage = answer.cells().stream()
                .filter(cell -> cell.agency().equals(agency))
                .collect(Collectors.toMap(cell -> String.valueOf(cell.stage()), cell -> cell, (one, other) -> one));
        List<@Nullable CellShown> cells = answer.stages().stream()
                .map(stage -> byStage.get(stage.stage()))
                .<@Nullable CellShown>map(cell -> cell == null ? null : shown(cell, names, costs))
                .toList();
        MapAnswer.Total total = answer.byAgency().stream()
                .filter(each -> each.agency().equals(agency))
                .findFirst()
                .map(MapAnswer.AgencyTotal::total)
                .orElse(null);
        return new Lane(names.getOrDefault(agency, agency), cells, total);
    }

    private static List<MapAnswer.@Nullable Total> stageTotals(MapAnswer answer) {
        return answer.stages().stream()
                .map(stage -> answer.byStage().stream()
                        .filter(total -> total.stage().equals(stage.stage()))
                        .findFirst())
                .<MapAnswer.@Nullable Total>map(
                        found -> found.map(MapAnswer.StageTotal::total).orElse(null))
                .toList();
    }

    private static boolean isConfidential(MapAnswer.Cell cell) {
        Published.Amount cost = cell.cost();
        Published.Count contacts = cell.contacts();
        return (cost != null && "c".equals(cost.symbol())) || (contacts != null && "c".equals(contacts.symbol()));
    }

    private static CellShown shown(MapAnswer.Cell cell, Map<String, String> names, List<Pence> costs) {
        return new CellShown(
                names.getOrDefault(cell.agency(), cell.agency()),
                Published.shown(cell.contacts()),
                Published.shown(cell.persons()),
                Published.shown(cell.cost()),
                Bar.of(Published.pence(cell.cost()), costs));
    }
}
