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

/**
 * Why a figure is what it is. The deliveries' amounts add up to {@code ledger}, which is {@code gross} for bodies of
 * the place; gross − the eliminations' amounts + the shares' amounts = net.
 *
 * @param figure what the figure is, in pounds
 * @param method the rules that were applied
 * @param revision the last change of the ledger that is in the figure
 * @param revisions the changes that touched it, newest first
 * @param deliveries where its lines came from
 * @param functions why its service lines serve their functions
 * @param eliminations what was taken out, name by name
 * @param shares the place's share of wider bodies
 * @param lines where the lines can be read
 */
@Schema(name = "Lineage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lineage(
        Figure figure,
        String method,
        int revision,
        List<Change> revisions,
        List<Source> deliveries,
        List<FunctionRule> functions,
        List<Elimination> eliminations,
        List<Share> shares,
        String lines) {

    /**
     * The figure that is explained; eliminated, apportioned and net are absent where the count does not go into that
     * detail.
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
            @Nullable BigDecimal apportioned,
            @Nullable BigDecimal net,
            long lines) {}

    /** A change of the ledger. */
    @Schema(name = "LineageRevision")
    record Change(int revision, Instant at, String kind, String note) {}

    /**
     * A delivery that lines of the figure came with.
     *
     * @param mapping which column of the file was read as which field, and why
     */
    @Schema(name = "LineageDelivery")
    record Source(
            UUID delivery,
            String feed,
            String agency,
            String file,
            String sha256,
            Instant postedAt,
            BigDecimal amount,
            long lines,
            List<MappedColumn> mapping) {}

    /** The function of a service line, and the rule that says so. */
    @Schema(name = "LineageFunction")
    record FunctionRule(String agency, String service, String function, String evidence) {}

    /** A transfer that was taken out. */
    @Schema(name = "LineageElimination")
    record Elimination(
            String payer,
            String payee,
            String printed,
            String rule,
            String kind,
            String kindRule,
            BigDecimal amount,
            long lines) {}

    /** The part of a wider body's money that belongs to the place. */
    @Schema(name = "LineageShare")
    record Share(String agency, PlaceShare share, BigDecimal apportioned) {}
}
