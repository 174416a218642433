package org.totalplace.gateway.caller;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;

/** Citizens see themselves and nobody else: their token's {@code person} says who they are. */
public final class OwnData {

    private static final String CLAIM = "person";

    private OwnData() {}

    /**
     * Lets everybody pass but citizens who ask about somebody else.
     *
     * @param person whom the answer is about; null for lists and searches
     * @throws Problem 403 {@code not-your-own}
     */
    public static void require(Jwt token, @Nullable PersonId person) {
        Caller caller = Caller.of(token);
        boolean onlyCitizen = caller.isAny(Role.CITIZEN) && caller.roles().size() == 1;
        if (onlyCitizen && (person == null || !person.toString().equals(token.getClaimAsString(CLAIM)))) {
            throw Problem.forbidden(
                    "not-your-own",
                    "You may see what is held about yourself only. Your account must be linked to your record first;"
                            + " ask any agency of the partnership.");
        }
    }
}
