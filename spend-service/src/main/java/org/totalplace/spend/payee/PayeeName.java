package org.totalplace.spend.payee;

import org.totalplace.spend.body.BodyName;

/**
 * A payee as a body printed it, and what of it says who is paid.
 *
 * @param printed as it stands in the file, without the space around it
 * @param normalised lower-case words that are the same for every spelling of one name; empty if nothing is left
 * @param redacted whether the text stands in place of a name
 */
public record PayeeName(String printed, String normalised, boolean redacted) {

    /** Longer texts are no names. */
    public static final int LONGEST = 500;

    /** @param printed not longer than {@link #LONGEST} */
    public static PayeeName of(String printed) {
        String stripped = printed.strip();
        boolean redacted = Redaction.isOne(stripped);
        return new PayeeName(stripped, redacted ? Redaction.SHOWN : BodyName.normalised(stripped), redacted);
    }
}
