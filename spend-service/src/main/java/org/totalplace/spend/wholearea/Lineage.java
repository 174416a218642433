package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.spend.place.PlaceShare;
import org.totalplace.starter.price.RealTerms;

/**
 * Why a figure is what it is. The deliveries' amounts add up to {@code ledger}; those that enter the gross to
 * {@code gross}; gross − the eliminations' amounts + the shares' amounts = net.
 *
 * @param figure what the figure is, in pounds
 * @param perHead the same for each inhabitant of the place
 * @param realTerms the same in the prices of the year that was asked for; absent otherwise
 * @param method the rules that were applied
 * @param revision the last change of the ledger that is in the figure
 * @param revisions the changes that touched it, newest first
 * @param deliveries where its lines came from
 * @param functions why its service lines serve their functions
 * @param eliminations what was taken out, name by name and delivery by delivery
 * @param oneSided what stays in although an agency of the place was paid: that one's spending is not in the count
 * @param shares the place's share of wider bodies
 * @param lines where the lines can be read
 */
@Schema(name = "Lineage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lineage(
        Figure figure,
        PerHead perHead,
        @Nullable InPrices realTerms,
        String method,
        int revision,
        List<Change> revisions,
        List<Source> deliveries,
        List<FunctionRule> functions,
        List<Elimination> eliminations,
        List<Elimination> oneSided,
        List<Share> shares,
        String lines) {

    /**
     * The figure that is explained; eliminated, one-sided, apportioned and net are absent where the count does not go
     * into that detail.
     */
    @Schema(name = "LineageFigure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(
            String year,
            String phase,
            Instant asOf,
            @Nullable String agency,
            @Nullable String function,
            BigDecimal ledger,
            BigDecimal gross,
            @Nullable BigDecimal eliminated,
            @Nullable BigDecimal oneSided,
            @Nullable BigDecimal apportioned,
            @Nullable BigDecimal net,
            long lines) {}

    /** The figure in the prices of another year, each amount by itself. */
    @Schema(name = "LineageInPrices")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InPrices(
            RealTerms deflator, BigDecimal gross, @Nullable BigDecimal net) {}

    /** A change of the ledger. */
    @Schema(name = "LineageRevision")
    record Change(int revision, Instant at, String kind, String note) {}

    /**
     * A delivery that lines of the figure came with.
     *
     * @param enters {@code gross}, or {@code share} for a wider body's money, of which only the place's share comes in
     * @param mapping which column of the file was read as which field, and why
     */
    @Schema(name = "LineageDelivery")
    record Source(
            UUID delivery,
            String feed,
            String agency,
            String enters,
            String file,
            String sha256,
            Instant postedAt,
            BigDecimal amount,
            long lines,
            List<MappedColumn> mapping) {

        static final String GROSS = "gross";
        static final String SHARE = "share";
    }

    /** The function of a service line, and the rule that says so. */
    @Schema(name = "LineageFunction")
    record FunctionRule(String agency, String service, String function, String evidence) {}

    /** A transfer between agencies of the place. */
    @Schema(name = "LineageElimination")
    record Elimination(
            String payer,
            String payee,
            String printed,
            String rule,
            String kind,
            String kindRule,
            UUID delivery,
            BigDecimal amount,
            long lines) {}

    /**
     * The part of a wider body's money that belongs to the place: the share of what it spent less what it passed on to
     * agencies that are counted themselves. The share of all its money is rounded once; its functions and kinds are
     * parts of that by largest remainder, each within a penny of its own share.
     *
     * @param ledger all that the body spent, of the figure
     * @param passedOn of it, to agencies that are counted themselves
     * @param apportioned absent where the count does not go into the figure's detail
     */
    @Schema(name = "LineageShare")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            String agency,
            PlaceShare share,
            BigDecimal ledger,
            BigDecimal passedOn,
            @Nullable BigDecimal apportioned) {}
}
