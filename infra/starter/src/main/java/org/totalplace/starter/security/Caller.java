package org.totalplace.starter.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/**
 * Who asks, as the verified token says it. Endpoints take it as a parameter.
 *
 * @param name the user or client
 * @param roles never null; may be empty
 * @param agency the agency that a feed client speaks for
 */
public record Caller(String name, Set<Role> roles, @Nullable AgencyCode agency) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Reads a verified token's {@code sub}, {@code roles} and {@code agency}. */
    public static Caller of(Jwt token) {
        List<String> claimed =
                Optional.ofNullable(token.getClaimAsStringList(OurClaims.ROLES)).orElse(List.of());
        Set<Role> roles = claimed.stream()
                .flatMap(claim -> Role.of(claim).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        String agency = token.getClaimAsString(OurClaims.AGENCY);
        String name = Optional.ofNullable(token.getSubject()).orElse("unnamed");
        return new Caller(name, roles, agency == null ? null : new AgencyCode(agency));
    }

    public boolean isAny(Role... allowed) {
        for (Role role : allowed) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** @throws Problem 403 {@code role-not-allowed} unless the caller has one of the roles */
    public void requireAny(Role... allowed) {
        if (!isAny(allowed)) {
            String names = List.of(allowed).stream().map(Role::claim).collect(Collectors.joining(", "));
            throw Problem.forbidden("role-not-allowed", "This needs one of the roles " + names + ".");
        }
    }

    /** @throws Problem 403 unless the caller speaks for this agency, or is a steward */
    public void requireAgency(AgencyCode owner) {
        if (roles.contains(Role.STEWARD)) {
            return;
        }
        if (!roles.contains(Role.AGENCY) || !owner.equals(agency)) {
            throw Problem.forbidden(
                    "not-your-feed", "This belongs to the agency '" + owner + "'; your token speaks for another.");
        }
    }
}
