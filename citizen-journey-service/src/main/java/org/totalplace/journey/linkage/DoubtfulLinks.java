package org.totalplace.journey.linkage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** The links that a steward has yet to decide, the likeliest first: levels of likeness, no names, dates or places. */
@RestController
@Tag(name = "People")
class DoubtfulLinks {

    private static final int ROWS_A_PAGE = 100;

    private static final String UNDECIDED = "select " + LinkRow.COLUMNS + " from " + LinkRow.JOINED + """
             where link.verdict = 'attention'
               and (link.probability, link.subject_a, link.subject_b) < (:probability, :a, :b)
               and not exists (select 1 from link_decision decided
                                where decided.subject_a = link.subject_a and decided.subject_b = link.subject_b)
             order by link.probability desc, link.subject_a desc, link.subject_b desc
             limit :rows
            """;

    /** Sorts after every link: the first page starts below it. */
    private static final LastSeen START = new LastSeen(2, new UUID(-1, -1), new UUID(-1, -1));

    private final DatabaseClient database;

    DoubtfulLinks(DatabaseClient database) {
        this.database = database;
    }

    record Doubtful(
            List<LinkRow.End> subjects,
            double weight,
            double probability,
            String model,
            String reason,
            LinkEvidence evidence) {

        static Doubtful of(LinkRow row) {
            return new Doubtful(
                    List.of(row.first(), row.second()),
                    row.weight(),
                    row.probability(),
                    row.model(),
                    row.reason(),
                    row.evidence());
        }
    }

    private record LastSeen(double probability, UUID first, UUID second) {

        static LastSeen of(@Nullable String cursor) {
            if (cursor == null) {
                return START;
            }
            List<String> parts = Cursor.read(cursor, 3);
            try {
                return new LastSeen(
                        Double.parseDouble(parts.get(0)), UUID.fromString(parts.get(1)), UUID.fromString(parts.get(2)));
            } catch (IllegalArgumentException notOurs) {
                throw Problem.badInput(
                        "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
            }
        }
    }

    @Operation(summary = "Links that a steward has yet to decide")
    @GetMapping("/api/v1/people/doubtful")
    Mono<Page<Doubtful>> doubtful(
            @RequestParam(required = false) @Nullable String cursor, Caller caller, Purpose purpose) {
        caller.requireAny(Role.STEWARD);
        LastSeen last = LastSeen.of(cursor);
        return database.sql(UNDECIDED)
                .bind("probability", last.probability())
                .bind("a", last.first())
                .bind("b", last.second())
                .bind("rows", ROWS_A_PAGE)
                .map(LinkRow::of)
                .all()
                .collectList()
                .map(rows -> Page.of(rows.stream().map(Doubtful::of).toList(), next(rows)));
    }

    private static @Nullable String next(List<LinkRow> rows) {
        if (rows.size() < ROWS_A_PAGE) {
            return null;
        }
        LinkRow last = rows.getLast();
        return Cursor.of(
                last.probability(), last.first().subject(), last.second().subject());
    }
}
