package org.totalplace.starter.security;

import java.util.Locale;
import java.util.Optional;

/** What a caller is to the partnership. */
public enum Role {
    AGENCY,
    ANALYST,
    BOARD,
    PRACTITIONER,
    STEWARD,
    AUDITOR,
    CITIZEN,
    /** Trained to look at what residents worry about, before anybody else does. */
    SAFEGUARDING,
    /** The partnership's communications team, which asks residents and tells them what came of it. */
    COMMUNICATIONS;

    /** The role that a token's {@code roles} claim names; empty for words of other systems. */
    public static Optional<Role> of(String claim) {
        for (Role role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** As tokens write it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
