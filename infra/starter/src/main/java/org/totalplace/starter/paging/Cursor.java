package org.totalplace.starter.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.totalplace.starter.problem.Problem;

/** Where a page ended, as text that callers pass back unread. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** @param parts the sort key of the last row; must not hold U+001F */
    public static String of(Object... parts) {
        String joined = String.join(
                SEPARATOR, List.of(parts).stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 if it is not a cursor of so many parts */
    public static List<String> read(String cursor, int parts) {
        try {
            List<String> read = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (read.size() == parts && read.stream().noneMatch(part -> part.indexOf('\0') >= 0)) {
                return read;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, as any other cursor that is not ours.
        }
        throw Problem.badInput(
                "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
    }
}
