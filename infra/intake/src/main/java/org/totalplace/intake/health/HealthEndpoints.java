package org.totalplace.intake.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** The health of feeds at the door. */
@RestController
@RequestMapping("${totalplace.intake.path}/feeds")
@Tag(name = "Feeds and deliveries")
class HealthEndpoints {

    private static final int MOST = 200;

    private final FeedHealths healths;
    private final Feeds feeds;

    HealthEndpoints(FeedHealths healths, Feeds feeds) {
        this.healths = healths;
        this.feeds = feeds;
    }

    @GetMapping("/health")
    @Operation(
            summary = "How your feeds are; for a steward or auditor, all",
            description = "What is due, what came, how good it was. In the order of the feeds' codes.")
    Mono<Page<FeedHealth>> all(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        caller.requireAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "invalid-limit", "A page has 1 to " + MOST + " feeds, not " + limit + ".");
        }
        String after = cursor == null ? "" : Cursor.read(cursor, 1).getFirst();
        boolean all = caller.isAny(Role.STEWARD, Role.AUDITOR);
        String agency = all ? null : Objects.toString(caller.agency(), "");
        return healths.page(agency, after, limit);
    }

    @GetMapping("/{feed}/health")
    @Operation(summary = "How one feed is")
    Mono<FeedHealth> one(@PathVariable("feed") String code, Caller caller) {
        return feeds.readable(code, caller).then(healths.one(code));
    }
}
