package org.totalplace.spend.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.problem.Problem;

/**
 * Where a page of totals begins. The cursor carries the moment of the first page, so that all pages are parts of one
 * answer.
 *
 * @param asOf null on the first page
 * @param offset rows before the page
 * @param limit rows on it at most
 * @param name from which name of a payee on the rows before are counted; null counts from the first row
 */
record Paging(
        @Nullable Instant asOf,
        long offset,
        int limit,
        @Nullable String name) {

    static final int USUAL = 1_000;
    static final int MOST = 10_000;

    static Paging read(@Nullable String cursor, @Nullable Integer limit) {
        int rows = limit(limit);
        if (cursor == null) {
            return new Paging(null, 0, rows, null);
        }
        List<String> parts = Cursor.read(cursor, 3);
        try {
            String name = parts.get(2).isEmpty() ? null : parts.get(2);
            return new Paging(Instant.parse(parts.get(0)), Math.max(0, Long.parseLong(parts.get(1))), rows, name);
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw Problem.badInput(
                    "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
        }
    }

    static int limit(@Nullable Integer limit) {
        int rows = Objects.requireNonNullElse(limit, USUAL);
        if (rows < 1 || rows > MOST) {
            throw Problem.badInput(
                    "limit", "out-of-range", "limit is from 1 to " + MOST + ", not " + rows + "; CSV has no limit.");
        }
        return rows;
    }

    /** The page after this one. */
    Paging after(Instant moment) {
        return new Paging(moment, offset + limit, limit, name);
    }

    /** As callers pass it back. */
    String cursor() {
        return Cursor.of(
                Objects.requireNonNull(asOf, "The first page needs no cursor"),
                offset,
                Objects.requireNonNullElse(name, ""));
    }
}
