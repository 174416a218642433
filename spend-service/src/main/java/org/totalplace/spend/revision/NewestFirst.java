package org.totalplace.spend.revision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.problem.Problem;

/**
 * A page of what revisions made, newest first.
 *
 * @param before only those with a lower number stand on it
 * @param limit how many at most
 */
public record NewestFirst(int before, int limit) {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** @throws Problem 400 for a cursor that is not one of these lists', or a limit that is too small or too large */
    public static NewestFirst read(@Nullable String cursor, @Nullable Integer limit) {
        int rows = Objects.requireNonNullElse(limit, USUAL);
        if (rows < 1 || rows > MOST) {
            throw Problem.badInput("limit", "out-of-range", "limit is from 1 to " + MOST + ", not " + rows + ".");
        }
        return new NewestFirst(cursor == null ? Integer.MAX_VALUE : before(cursor), rows);
    }

    /** The cursor of the page after one that ends with this revision. */
    public static String after(int revision) {
        return Cursor.of(revision);
    }

    private static int before(String cursor) {
        try {
            return Integer.parseInt(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Problem.badInput(
                    "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
        }
    }
}
