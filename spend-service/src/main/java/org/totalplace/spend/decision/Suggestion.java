package org.totalplace.spend.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that a steward may decide on, with the bodies that it might mean.
 *
 * @param payee one of its spellings
 * @param spellings how many there are
 * @param amount pounds at stake
 */
@Schema(name = "PayeeSuggestion")
record Suggestion(
        String payee, String normalised, int spellings, BigDecimal amount, long lines, List<Body> candidates) {

    /**
     * A body that the name might mean; exactly one of agency and body is given.
     *
     * @param score from 0 to 1
     * @param evidence in which words the names are alike, and in which they differ
     */
    @Schema(name = "SuggestedBody")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(@Nullable String agency, @Nullable String body, String name, BigDecimal score, String evidence) {

        static Body of(Suggesting.Candidate candidate) {
            Likeness likeness = candidate.likeness();
            String common = "shares '" + String.join(" ", likeness.common()) + "'";
            return new Body(
                    candidate.agency() ? candidate.code() : null,
                    candidate.agency() ? null : candidate.code(),
                    candidate.name(),
                    BigDecimal.valueOf(likeness.score()).setScale(3, RoundingMode.HALF_EVEN),
                    likeness.apart().isEmpty()
                            ? common
                            : common + ", differs in '" + String.join(" ", likeness.apart()) + "'");
        }
    }

    /** @param spellings of one normalised name, not empty, the one with most money first */
    static Suggestion of(List<PayeeShown> spellings, List<Suggesting.Candidate> candidates) {
        return new Suggestion(
                spellings.getFirst().payee(),
                spellings.getFirst().normalised(),
                spellings.size(),
                spellings.stream().map(PayeeShown::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                spellings.stream().mapToLong(PayeeShown::lines).sum(),
                candidates.stream().map(Body::of).toList());
    }
}
