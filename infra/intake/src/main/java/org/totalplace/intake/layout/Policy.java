package org.totalplace.intake.layout;

import java.util.Arrays;

/** What a refused row means for its file. */
public enum Policy {
    /** The good rows go in, the others are returned with their reasons. */
    ACCEPT_GOOD_ROWS("accept-good-rows"),
    /** One refused row refuses the file. */
    ALL_OR_NOTHING("all-or-nothing");

    private final String code;

    Policy(String code) {
        this.code = code;
    }

    /** As the API writes it. */
    public String code() {
        return code;
    }

    /**
     * The policy of a code.
     *
     * @throws IllegalArgumentException if there is no such policy
     */
    public static Policy ofCode(String code) {
        return Arrays.stream(values())
                .filter(policy -> policy.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A policy is accept-good-rows or all-or-nothing, not '" + code + "'"));
    }
}
