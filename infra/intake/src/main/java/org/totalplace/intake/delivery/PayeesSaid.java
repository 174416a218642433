package org.totalplace.intake.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What accepted records say of whom was paid, for the quality of feeds.
 *
 * @param named records that name a payee
 * @param redacted records that say that the payee is not to be named
 * @param blank records that leave the payee out
 */
public record PayeesSaid(long named, long redacted, long blank) {

    /** Of records that pay nobody. */
    public static final PayeesSaid NONE = new PayeesSaid(0, 0, 0);

    @JsonIgnore
    public boolean isNone() {
        return named + redacted + blank == 0;
    }
}
