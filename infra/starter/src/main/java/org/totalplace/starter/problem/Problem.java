package org.totalplace.starter.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused, with what the caller is told. Thrown at the door only; domain types return refusals as
 * values.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldError> errors;

    private Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /** @param code lower-case words with hyphens, stable for programs */
    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of());
    }

    public static Problem notFound(String code, String detail) {
        return of(HttpStatus.NOT_FOUND, code, detail);
    }

    public static Problem forbidden(String code, String detail) {
        return of(HttpStatus.FORBIDDEN, code, detail);
    }

    public static Problem conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    /** A parameter or body that cannot be used as it is. */
    public static Problem badInput(String path, String code, String message) {
        return badInput(path, code, message, List.of());
    }

    /**
     * The same, with the values that would have been taken.
     *
     * @param allowed in the order in which they are listed
     */
    public static Problem badInput(String path, String code, String message, List<String> allowed) {
        FieldError error = new FieldError(code, path, message, allowed);
        return new Problem(HttpStatus.BAD_REQUEST, "bad-input", message, List.of(error));
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** What the caller reads. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
