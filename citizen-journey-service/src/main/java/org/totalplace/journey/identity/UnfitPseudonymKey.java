package org.totalplace.journey.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The pseudonym key is missing or unfit; the text never holds any of it. */
final class UnfitPseudonymKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitPseudonymKey(int length) {
        super("totalplace.pseudonym-key has %d characters; it needs at least 32 hexadecimal digits, two a byte."
                .formatted(length));
    }

    /** Turns the failure into the plain words of the start. */
    static final class Told extends AbstractFailureAnalyzer<UnfitPseudonymKey> {

        @Override
        protected FailureAnalysis analyze(Throwable root, UnfitPseudonymKey cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set TOTALPLACE_PSEUDONYM_KEY to the place's key: the same one at every start, "
                            + "or no subject is known again.",
                    cause);
        }
    }
}
