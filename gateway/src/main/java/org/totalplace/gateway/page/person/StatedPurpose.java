package org.totalplace.gateway.page.person;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;

/** Why somebody looks at people: asked once, kept for the session. */
final class StatedPurpose {

    /** A purpose to choose from. */
    record Choice(String code, String words, boolean chosen) {}

    private static final String KEY = "purpose";

    private StatedPurpose() {}

    /** What the caller may look for. */
    static List<Choice> choices(Caller caller, @Nullable String chosen, Words words) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> read(purpose.code(), caller).isPresent())
                .map(purpose -> new Choice(
                        purpose.code(), words(purpose, words), purpose.code().equals(chosen)))
                .toList();
    }

    static Optional<Purpose> of(WebSession session, Caller caller) {
        return read(session.getAttribute(KEY), caller);
    }

    /** Keeps it when the caller may look for it. */
    static Optional<Purpose> keep(WebSession session, Caller caller, @Nullable String code) {
        Optional<Purpose> purpose = read(code, caller);
        purpose.ifPresent(allowed -> session.getAttributes().put(KEY, allowed.code()));
        return purpose;
    }

    private static Optional<Purpose> read(@Nullable String code, Caller caller) {
        try {
            return Optional.of(Purpose.stated(code, caller));
        } catch (Problem notAllowed) {
            return Optional.empty();
        }
    }

    static String words(Purpose purpose, Words words) {
        return words.name("purpose.because.", purpose.code());
    }
}
