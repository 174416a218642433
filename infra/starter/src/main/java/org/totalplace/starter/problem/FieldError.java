package org.totalplace.starter.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing that is wrong with an input.
 *
 * @param code what is wrong, for programs
 * @param path where it stands: a parameter's name or a JSON path
 * @param message what was given, what was expected, what to do
 * @param allowed the values that would have been taken, where they are few enough to be listed; else empty, left out
 */
public record FieldError(
        String code,
        String path,
        String message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {

    public FieldError {
        allowed = List.copyOf(allowed);
    }

    /** One whose right values cannot be listed. */
    public FieldError(String code, String path, String message) {
        this(code, path, message, List.of());
    }
}
