package org.totalplace.journey.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * A proposed map beside the one in force, both on the same contacts.
 *
 * @param words null where a steward has not passed them
 * @param change contacts, persons and cost by stage, and what is unmapped
 */
@Schema(name = "MapComparison")
record MapComparison(UUID proposal, @Nullable String words, ValidationAnswer change, Waited before, Waited after) {

    /**
     * Waits at hand-overs as they may be published.
     *
     * @param symbol {@code c} where few persons waited, {@code z} where nobody was handed over
     */
    @Schema(name = "MapWaits")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Waited(
            PublishedCount handOvers,
            @Nullable Long medianDays,
            @Nullable Long threeQuartersWithin,
            @Nullable String symbol) {

        private static final Waited HIDDEN = new Waited(new PublishedCount(null, "c"), null, null, "c");

        static Waited of(HandOverWaits waits) {
            if (waits.persons() > 0 && waits.persons() <= PublishedCount.CONFIDENTIAL_UP_TO) {
                return HIDDEN;
            }
            return new Waited(
                    PublishedCount.of(waits.handOvers()),
                    waits.median(),
                    waits.upperQuartile(),
                    waits.handOvers() == 0 ? "z" : null);
        }
    }

    /** Where a few persons make the difference, only one side is told, since both would tell of them. */
    static MapComparison of(
            MapProposal proposal, boolean steward, ValidationAnswer change, ValidatingDrafts.Compared compared) {
        boolean telling = compared.changes().stream().anyMatch(ValidatingDrafts.Change::isTelling);
        return new MapComparison(
                proposal.id(),
                proposal.wordsFor(steward),
                change,
                Waited.of(compared.before()),
                telling ? Waited.HIDDEN : Waited.of(compared.after()));
    }
}
