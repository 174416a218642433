package org.totalplace.starter.security;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * How long an answer about a person that goes on may go on. Whoever watches longer asks again: who they are is then
 * looked at anew, and that they looked is written down anew.
 */
public final class LongAnswer {

    private static final Duration MOST = Duration.ofMinutes(15);

    private LongAnswer() {}

    /** @return to the token's end, and not longer than a quarter of an hour */
    public static Duration most(Jwt token, Instant now) {
        Instant end = token.getExpiresAt();
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, end);
        return left.isNegative() ? Duration.ZERO : left.compareTo(MOST) < 0 ? left : MOST;
    }
}
