package org.totalplace.spend.wholearea;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** Puts together why a figure is what it is. */
@Component
class Explaining {

    private final WholeAreaReading wholeArea;
    private final TransfersReading transfers;
    private final LineageReading lineage;

    Explaining(WholeAreaReading wholeArea, TransfersReading transfers, LineageReading lineage) {
        this.wholeArea = wholeArea;
        this.transfers = transfers;
        this.lineage = lineage;
    }

    /** @param linesAt where the lines of the figure are read */
    Mono<Lineage> of(Slice slice, String linesAt) {
        return wholeArea.of(slice).flatMap(counting -> {
            int revision = counting.revision();
            return Mono.zip(
                            lineage.changes(slice, revision).collectList(),
                            lineage.deliveries(slice, revision).collectList(),
                            lineage.functions(slice, revision).collectList(),
                            transfers.of(slice, revision).collectList())
                    .map(read -> new Lineage(
                            figure(slice, counting, read.getT2()),
                            WholeArea.METHOD,
                            revision,
                            read.getT1(),
                            read.getT2(),
                            read.getT3(),
                            eliminations(counting, read.getT4()),
                            shares(slice, counting),
                            linesAt));
        });
    }

    private static Lineage.Figure figure(
            Slice slice, WholeAreaReading.Counting counting, List<Lineage.Source> deliveries) {
        Counted counted = counted(slice, counting);
        Pence ledger = deliveries.stream()
                .map(delivery -> Pence.ofPounds(delivery.amount()))
                .reduce(Pence.ZERO, Pence::plus);
        return new Lineage.Figure(
                slice.year().label(),
                slice.phase().code(),
                slice.asOf(),
                slice.agency() == null ? null : slice.agency().value(),
                slice.function(),
                ledger.pounds(),
                (counted == null ? ledger : counted.gross()).pounds(),
                counted == null ? null : counted.eliminated().pounds(),
                counted == null ? null : counted.apportioned().pounds(),
                counted == null ? null : counted.net().pounds(),
                deliveries.stream().mapToLong(Lineage.Source::lines).sum());
    }

    private static @Nullable Counted counted(Slice slice, WholeAreaReading.Counting counting) {
        return slice.isOfWholeArea()
                ? counting.wholeArea().cells().stream()
                        .filter(cell -> isIn(slice, cell))
                        .map(WholeArea.Cell::counted)
                        .reduce(Counted.NOTHING, Counted::plus)
                : null;
    }

    private static boolean isIn(Slice slice, WholeArea.Cell cell) {
        return (slice.agency() == null || slice.agency().equals(cell.agency())) && slice.hasFunction(cell.function());
    }

    private static List<Lineage.Elimination> eliminations(
            WholeAreaReading.Counting counting, List<TransferName> names) {
        Set<AgencyCode> wider = counting.agencies().stream()
                .filter(agency -> agency.placeShare() != null)
                .map(Agency::code)
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !wider.contains(name.payer()))
                .filter(name -> Transfer.kind(name.payer(), name.payee(), counting.registered(), counting.counted())
                        == Transfer.Kind.ELIMINATED)
                .map(name -> new Lineage.Elimination(
                        name.payer().value(),
                        name.payee().value(),
                        name.printed(),
                        name.rule(),
                        name.kind(),
                        name.kindRule(),
                        name.amount().pounds(),
                        name.lines()))
                .toList();
    }

    private static List<Lineage.Share> shares(Slice slice, WholeAreaReading.Counting counting) {
        if (!slice.isOfWholeArea()) {
            return List.of();
        }
        WholeArea asked = new WholeArea(
                counting.wholeArea().cells().stream()
                        .filter(cell -> isIn(slice, cell))
                        .toList(),
                List.of());
        Map<AgencyCode, Counted> byAgency = asked.by(WholeArea.Cell::agency);
        return counting.agencies().stream()
                .filter(agency -> agency.placeShare() != null && byAgency.containsKey(agency.code()))
                .map(agency -> share(agency, Objects.requireNonNull(byAgency.get(agency.code()))))
                .toList();
    }

    private static Lineage.Share share(Agency agency, Counted counted) {
        return new Lineage.Share(
                agency.code().value(),
                Objects.requireNonNull(agency.placeShare()),
                counted.apportioned().pounds());
    }
}
