package org.totalplace.starter.security;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * Why data of persons is looked at; endpoints that answer about a person take it as a parameter, read from
 * {@code X-Purpose}.
 */
public enum Purpose {
    DIRECT_CARE(Role.PRACTITIONER),
    SAFEGUARDING(Role.PRACTITIONER, Role.STEWARD),
    SUBJECT_ACCESS(Role.CITIZEN, Role.PRACTITIONER, Role.STEWARD),
    AUDIT(Role.AUDITOR, Role.STEWARD),
    /** Of many persons' pseudonymised records at once; nobody looks at one person for it. */
    EVALUATION(Role.ANALYST, Role.STEWARD);

    /** The header that states it. */
    public static final String HEADER = "X-Purpose";

    /** Those for which one person may be looked at. */
    static final Set<Purpose> OF_ONE_PERSON = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(EVALUATION)));

    private final Set<Role> allowed;

    Purpose(Role first, Role... others) {
        this.allowed = EnumSet.of(first, others);
    }

    /** As the header writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Why one person is looked at.
     *
     * @throws Problem 403 when it is missing, unknown, or not allowed for the caller's roles
     */
    public static Purpose stated(@Nullable String header, Caller caller) {
        return stated(header, caller, "this person", OF_ONE_PERSON);
    }

    /**
     * Why pseudonymised records of many persons are looked at.
     *
     * @throws Problem 403 when it is missing, unknown, or not allowed for the caller's roles
     */
    public static Purpose statedForMany(@Nullable String header, Caller caller) {
        return stated(header, caller, "these records", EnumSet.of(EVALUATION, AUDIT));
    }

    /**
     * Why need flags are read, and why one is said to be about somebody: safeguarding, by those whose work it is.
     *
     * @throws Problem 403 when it is missing, another, or the caller does no such work
     */
    public static Purpose statedForFlags(@Nullable String header, Caller caller) {
        caller.requireAny(Role.SAFEGUARDING);
        if (header == null || !header.strip().equals(SAFEGUARDING.code())) {
            throw Problem.forbidden(
                    "purpose-required",
                    "Say why you look at need flags: send " + HEADER + " with " + SAFEGUARDING.code() + ".");
        }
        return SAFEGUARDING;
    }

    private static Purpose stated(@Nullable String header, Caller caller, String what, Set<Purpose> possible) {
        String choices = possible.stream().map(Purpose::code).collect(Collectors.joining(", "));
        if (header == null || header.isBlank()) {
            throw Problem.forbidden(
                    "purpose-required",
                    "Say why you look at " + what + ": send " + HEADER + " with one of " + choices + ".");
        }
        Purpose purpose = possible.stream()
                .filter(candidate -> candidate.code().equals(header.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("purpose-unknown", HEADER + " must be one of " + choices + "."));
        if (caller.roles().stream().noneMatch(purpose.allowed::contains)) {
            throw Problem.forbidden(
                    "purpose-not-allowed", "Your role may not look at " + what + " for '" + purpose.code() + "'.");
        }
        return purpose;
    }
}
