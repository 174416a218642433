package org.totalplace.starter.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * Why a person's data is looked at; endpoints that answer about a person take it as a parameter, read from
 * {@code X-Purpose}.
 */
public enum Purpose {
    DIRECT_CARE(Role.PRACTITIONER),
    SAFEGUARDING(Role.PRACTITIONER, Role.STEWARD),
    SUBJECT_ACCESS(Role.CITIZEN, Role.PRACTITIONER, Role.STEWARD),
    AUDIT(Role.AUDITOR, Role.STEWARD);

    /** The header that states it. */
    public static final String HEADER = "X-Purpose";

    private final Set<Role> allowed;

    Purpose(Role first, Role... others) {
        this.allowed = EnumSet.of(first, others);
    }

    /** As the header writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Problem 403 when it is missing, unknown, or not allowed for the caller's roles */
    public static Purpose stated(@Nullable String header, Caller caller) {
        String choices = Arrays.stream(values()).map(Purpose::code).collect(Collectors.joining(", "));
        if (header == null || header.isBlank()) {
            throw Problem.forbidden(
                    "purpose-required",
                    "Say why you look at this person: send " + HEADER + " with one of " + choices + ".");
        }
        Purpose purpose = Arrays.stream(values())
                .filter(candidate -> candidate.code().equals(header.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("purpose-unknown", HEADER + " must be one of " + choices + "."));
        if (caller.roles().stream().noneMatch(purpose.allowed::contains)) {
            throw Problem.forbidden(
                    "purpose-not-allowed", "Your role may not look at a person for '" + purpose.code() + "'.");
        }
        return purpose;
    }
}
