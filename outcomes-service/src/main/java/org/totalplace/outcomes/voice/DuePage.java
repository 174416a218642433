package org.totalplace.outcomes.voice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.KeptSuggestions.AskedByDue;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;

/**
 * A page of what is due.
 *
 * @param due and after where the page before ended
 */
record DuePage(int limit, String due, long after) {

    static final int MOST = 1_000;
    private static final String NEVER = "infinity";

    static DuePage of(int limit, @Nullable String cursor) {
        requireLimit(limit);
        if (cursor == null) {
            return new DuePage(limit, AskedByDue.FROM_THE_START, 0);
        }
        List<String> parts = Cursor.read(cursor, 2);
        String due = parts.getFirst();
        try {
            String read = due.equals(NEVER) ? due : LocalDate.parse(due).toString();
            return new DuePage(limit, read, Long.parseLong(parts.getLast()));
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "invalid-limit", "limit is 1 to " + MOST + ", not " + limit + ".");
        }
    }

    /** @param found one more than the page has, where there is one */
    <T> Page<T> shown(List<Kept> found, Function<Kept, T> shown) {
        boolean more = found.size() > limit;
        List<Kept> rows = more ? found.subList(0, limit) : found;
        String next = more ? next(rows.getLast()) : null;
        return Page.of(rows.stream().map(shown).toList(), next);
    }

    private static String next(Kept last) {
        return Cursor.of(last.life().nextDue().map(LocalDate::toString).orElse(NEVER), last.number());
    }
}
