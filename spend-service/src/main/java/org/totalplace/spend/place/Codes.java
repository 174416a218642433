package org.totalplace.spend.place;

import java.util.Objects;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/** Reads the codes of agencies at the door. */
public final class Codes {

    private Codes() {}

    /**
     * @param path the parameter's name
     * @throws Problem 400 if it cannot be a code
     */
    public static AgencyCode agency(String path, String text) {
        try {
            return new AgencyCode(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput(path, "invalid-code", Objects.requireNonNull(malformed.getMessage()) + ".");
        }
    }
}
