package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.place.Places;
import org.totalplace.spend.revision.RevisionNote;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.value.Pence;

/**
 * The count with what helps to read it.
 *
 * @param lastRevision the last change of the year's money that is in the answer; absent before the first
 * @param unmappedShare share of the gross whose service lines serve no known function; absent when nothing was spent
 * @param functionRules the newest edition of the rules that gave service lines their functions
 * @param perHead pounds for each inhabitant of the place
 * @param realTerms the same money in the prices of the year that was asked for; absent otherwise
 * @param quality how far the answer can be relied on
 */
@Schema(name = "WholeAreaCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WholeAreaShown(
        @JsonUnwrapped WholeAreaAnswer count,
        RevisionNote.@Nullable Last lastRevision,
        @Nullable BigDecimal unmappedShare,
        @Nullable String functionRules,
        PerHead perHead,
        @Nullable InPrices realTerms,
        Quality quality) {

    /** Each figure is brought into the prices by itself and rounded last, so that sums may differ by pennies. */
    @Schema(name = "WholeAreaInPrices")
    record InPrices(
            RealTerms deflator,
            BigDecimal gross,
            BigDecimal eliminated,
            BigDecimal apportioned,
            BigDecimal net,
            List<AgencyNet> agencies) {}

    /** One agency's net in the prices. */
    @Schema(name = "AgencyInPrices")
    record AgencyNet(@Nullable String agency, BigDecimal net) {}

    static WholeAreaShown of(
            WholeAreaAnswer count,
            Places.Defined place,
            WholeArea area,
            Optional<RealTerms> prices,
            StandingReading.Standing standing) {
        BigDecimal unmapped = unmappedShare(area);
        return new WholeAreaShown(
                count,
                standing.last().orElse(null),
                unmapped,
                standing.functionRules(),
                PerHead.of(place.population(), count.gross(), count.net()),
                prices.map(terms -> inPrices(count, terms)).orElse(null),
                Quality.of(new Quality.Wanting(
                        standing.agencies(),
                        count.missing().size(),
                        standing.months(),
                        standing.uncovered(),
                        count.unresolvedShare(),
                        unmapped,
                        standing.deliveries(),
                        standing.doubtful())));
    }

    private static @Nullable BigDecimal unmappedShare(WholeArea area) {
        Pence unmapped = area.cells().stream()
                .filter(cell -> cell.function().equals(Cofog.UNMAPPED))
                .map(cell -> cell.counted().gross())
                .reduce(Pence.ZERO, Pence::plus);
        return WholeAreaAnswer.share(unmapped, area.total().gross());
    }

    private static InPrices inPrices(WholeAreaAnswer count, RealTerms terms) {
        return new InPrices(
                terms,
                terms.of(count.gross()),
                terms.of(count.eliminated()),
                terms.of(count.apportioned()),
                terms.of(count.net()),
                count.agencies().stream()
                        .map(row -> new AgencyNet(row.agency(), terms.of(row.net())))
                        .toList());
    }
}
