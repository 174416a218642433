package org.totalplace.gateway.usage;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;

/** Pages of looks, newest first. */
final class Looks {

    private static final int MOST = 500;

    private Looks() {}

    /** @throws Problem 400 unless it is a sensible number of looks for a page */
    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "out-of-range", "limit must be 1 to " + MOST + ", not " + limit + ".");
        }
        return limit;
    }

    /** Of one look more than the page shows, if there are more. */
    static Page<Look> page(List<UsageLog.Numbered> found, int limit, Function<UsageRecord, Look> told) {
        List<UsageLog.Numbered> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(shown.getLast().seq()) : null;
        return Page.of(shown.stream().map(each -> told.apply(each.entry())).toList(), next);
    }

    /** The place of the last look of the page before. */
    static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException notANumber) {
            throw Problem.badInput(
                    "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
        }
    }
}
