package org.totalplace.gateway.page;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A form that is shown again, or empty.
 *
 * @param mistakes what is wrong in it
 */
public record Held<F>(F form, List<Mistake> mistakes) {

    public Held {
        mistakes = List.copyOf(mistakes);
    }

    /** What was filled in must not land on another thing than it was meant for: then it is gone, and that is said. */
    public static <F> Held<F> of(F form, List<Mistake> mistakes, boolean tooLate, F empty, Mistake toldThen) {
        return tooLate ? new Held<>(empty, List.of(toldThen)) : new Held<>(form, mistakes);
    }

    public HttpStatus status() {
        return mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }
}
