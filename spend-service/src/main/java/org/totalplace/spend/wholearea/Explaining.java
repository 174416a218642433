package org.totalplace.spend.wholearea;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.Places;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** Puts together why a figure is what it is. */
@Component
class Explaining {

    private final WholeAreaReading wholeArea;
    private final TransfersReading transfers;
    private final LineageReading lineage;
    private final Places places;

    Explaining(WholeAreaReading wholeArea, TransfersReading transfers, LineageReading lineage, Places places) {
        this.wholeArea = wholeArea;
        this.transfers = transfers;
        this.lineage = lineage;
        this.places = places;
    }

    /**
     * What was read of a slice.
     *
     * @param transfers what agencies paid to each other, of any place
     */
    private record Read(
            Slice slice,
            WholeAreaReading.Counting counting,
            List<Lineage.Source> deliveries,
            List<TransferName> transfers) {

        Pence ledger(Predicate<Lineage.Source> which) {
            return deliveries.stream()
                    .filter(which)
                    .map(delivery -> Pence.ofPounds(delivery.amount()))
                    .reduce(Pence.ZERO, Pence::plus);
        }

        List<TransferName> transfers(Transfer.Kind kind) {
            return transfers.stream()
                    .filter(name -> Transfer.kind(name.payer(), name.payee(), counting.registered(), counting.counted())
                            == kind)
                    .toList();
        }

        /** What the count says of an agency, or of all; null where it does not go into the detail of the slice. */
        @Nullable
        Counted counted(@Nullable AgencyCode agency) {
            return slice.isOfWholeArea()
                    ? counting.wholeArea().cells().stream()
                            .filter(cell -> isIn(cell) && (agency == null || agency.equals(cell.agency())))
                            .map(WholeArea.Cell::counted)
                            .reduce(Counted.NOTHING, Counted::plus)
                    : null;
        }

        private boolean isIn(WholeArea.Cell cell) {
            return (slice.agency() == null || slice.agency().equals(cell.agency()))
                    && slice.hasFunction(cell.function())
                    && (slice.kind() == null || slice.kind() == cell.kind());
        }
    }

    /**
     * @param prices in which the figure is told too
     * @param linesAt where the lines of the figure are read
     */
    Mono<Lineage> of(Slice slice, Optional<RealTerms> prices, String linesAt) {
        return wholeArea.of(slice).flatMap(counting -> {
            int revision = counting.revision();
            return Mono.zip(
                            lineage.changes(slice, revision).collectList(),
                            lineage.deliveries(slice, counting.wider(), revision)
                                    .collectList(),
                            lineage.functions(slice, revision).collectList(),
                            transfers.of(slice, revision).collectList(),
                            places.of(slice.place(), revision))
                    .map(all -> {
                        Read read = new Read(slice, counting, all.getT2(), all.getT4());
                        Lineage.Figure figure = figure(read);
                        return new Lineage(
                                figure,
                                PerHead.of(all.getT5().population(), figure.gross(), figure.net()),
                                prices.map(terms -> inPrices(figure, terms)).orElse(null),
                                WholeArea.METHOD,
                                revision,
                                all.getT1(),
                                all.getT2(),
                                all.getT3(),
                                shown(read, Transfer.Kind.ELIMINATED),
                                shown(read, Transfer.Kind.ONE_SIDED),
                                shares(read),
                                linesAt);
                    });
        });
    }

    private static Lineage.Figure figure(Read read) {
        Slice slice = read.slice();
        Counted counted = read.counted(null);
        return new Lineage.Figure(
                slice.year().label(),
                slice.phase().code(),
                slice.asOf(),
                slice.agency() == null ? null : slice.agency().value(),
                slice.function(),
                read.ledger(delivery -> true).pounds(),
                (counted == null
                                ? read.ledger(delivery -> delivery.enters().equals(Lineage.Source.GROSS))
                                : counted.gross())
                        .pounds(),
                counted == null ? null : counted.eliminated().pounds(),
                counted == null ? null : counted.oneSided().pounds(),
                counted == null ? null : counted.apportioned().pounds(),
                counted == null ? null : counted.net().pounds(),
                read.deliveries().stream().mapToLong(Lineage.Source::lines).sum());
    }

    private static Lineage.InPrices inPrices(Lineage.Figure figure, RealTerms terms) {
        return new Lineage.InPrices(
                terms, terms.of(figure.gross()), figure.net() == null ? null : terms.of(figure.net()));
    }

    /** Of bodies of the place; what a wider body paid to others is in its share. */
    private static List<Lineage.Elimination> shown(Read read, Transfer.Kind kind) {
        return read.transfers(kind).stream()
                .filter(name -> !read.counting().wider().contains(name.payer()))
                .map(name -> new Lineage.Elimination(
                        name.payer().value(),
                        name.payee().value(),
                        name.printed(),
                        name.rule(),
                        name.kind(),
                        name.kindRule(),
                        name.delivery(),
                        name.amount().pounds(),
                        name.lines()))
                .toList();
    }

    /** Of those wider bodies that have money in the figure. */
    private static List<Lineage.Share> shares(Read read) {
        return read.counting().agencies().stream()
                .filter(agency -> agency.placeShare() != null
                        && read.deliveries().stream().anyMatch(delivery -> isOf(agency, delivery)))
                .map(agency -> share(agency, read))
                .toList();
    }

    private static boolean isOf(Agency agency, Lineage.Source delivery) {
        return delivery.agency().equals(agency.code().value());
    }

    private static Lineage.Share share(Agency agency, Read read) {
        Counted counted = read.counted(agency.code());
        Pence passedOn = read.transfers(Transfer.Kind.ELIMINATED).stream()
                .filter(name -> name.payer().equals(agency.code()))
                .map(TransferName::amount)
                .reduce(Pence.ZERO, Pence::plus);
        return new Lineage.Share(
                agency.code().value(),
                Objects.requireNonNull(agency.placeShare()),
                read.ledger(delivery -> isOf(agency, delivery)).pounds(),
                passedOn.pounds(),
                counted == null ? null : counted.apportioned().pounds());
    }
}
