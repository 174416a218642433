package org.totalplace.journey.community.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** The body of {@code PUT .../sources/{source}} as it comes. */
record SourceRequest(
        @Nullable String name,
        @Nullable String url,
        @Nullable Integer staleAfterDays) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final int MOST_DAYS = 3_660;

    /** @throws Problem 400 for what cannot be set */
    void check(String source) {
        if (!CODE.matcher(source).matches()) {
            throw Problem.badInput(
                    "source",
                    "invalid-source",
                    "A source's code is 1 to 80 lower-case letters, digits and hyphens, not '" + source + "'.");
        }
        if (name == null || name.isBlank() || name.indexOf('\0') >= 0) {
            throw Problem.badInput("name", "invalid-source", "Say what the directory is called.");
        }
        if (staleAfterDays != null && (staleAfterDays < 1 || staleAfterDays > MOST_DAYS)) {
            throw Problem.badInput(
                    "staleAfterDays", "invalid-source", "Days are 1 to " + MOST_DAYS + ", not " + staleAfterDays + ".");
        }
        if (url != null && !isWebAddress(url)) {
            throw Problem.badInput(
                    "url", "invalid-source", "An address starts with https:// or http://, not '" + url + "'.");
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null && List.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    String named() {
        return Objects.requireNonNull(name, "checked before").strip();
    }
}
