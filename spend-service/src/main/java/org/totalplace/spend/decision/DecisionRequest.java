package org.totalplace.spend.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.payee.PayeeName;
import org.totalplace.spend.place.Codes;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/**
 * What a steward has decided about a name: one of agency, body, none and withdraw.
 *
 * @param payee a spelling of the name; the decision holds for all its spellings
 * @param agency the agency that it means
 * @param body code of the official body that it means, in any scheme
 * @param none true if it means no public body
 * @param withdraw true to take an earlier decision back
 */
@Schema(name = "PayeeDecision")
record DecisionRequest(
        @Nullable String payee,
        @Nullable String agency,
        @Nullable String body,
        @Nullable Boolean none,
        @Nullable Boolean withdraw,
        @Nullable String reason) {

    private static final int LONGEST = 500;

    /**
     * A decision that can be carried out.
     *
     * @param body first code of the official body
     * @param withdrawn whether an earlier decision is taken back
     */
    record Decision(
            String normalised,
            @Nullable AgencyCode agency,
            @Nullable String body,
            boolean withdrawn,
            String reason) {}

    /** @throws Problem 400 if something is missing or said twice, 409 for a redacted name */
    Decision checked() {
        String printed = Objects.requireNonNullElse(payee, "").strip();
        if (printed.isEmpty() || printed.length() > PayeeName.LONGEST) {
            throw Problem.badInput("payee", "required", "'payee' needs the name as it is printed.");
        }
        PayeeName name = PayeeName.of(printed);
        if (name.redacted() || name.normalised().isEmpty()) {
            throw Problem.conflict("redacted-payee", "A redacted payee is never resolved, by nobody.");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw Problem.badInput(
                    "reason", "required", "'reason' needs a text of 1 to " + LONGEST + " characters: it is kept.");
        }
        long said = Stream.of(agency != null, body != null, Boolean.TRUE.equals(none), Boolean.TRUE.equals(withdraw))
                .filter(Boolean::booleanValue)
                .count();
        if (said != 1) {
            throw Problem.badInput(
                    "agency",
                    "one-of",
                    "Give exactly one of agency, body, none (true) and withdraw (true); " + said + " were given.");
        }
        return new Decision(
                name.normalised(),
                agency == null ? null : Codes.agency("agency", agency),
                body == null ? null : official(body),
                Boolean.TRUE.equals(withdraw),
                reason.strip());
    }

    private static String official(String code) {
        return Bodies.official()
                .byCode(code)
                .orElseThrow(
                        () -> Problem.badInput("body", "unknown-body", "No official body has the code '" + code + "'."))
                .code();
    }
}
