package org.totalplace.spend.pull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.Fetches;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.intake.health.FeedHealth;
import org.totalplace.intake.health.PullHealth;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.starter.bulk.BulkDatabase;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What is told of pulls: in reports of what is on its way, and in the health of feeds. */
final class PullsShown implements Fetches, PullHealth {

    private static final String HEALTH = """
            select f.code, f.agency, f.pull_url, last.tried_at, ended.status, coalesce(last.why, ended.why) as why,
                   coalesce(last.next_try, s.next_look) as next_try
            from feed f
            left join pull_schedule s on s.feed = f.code
            left join lateral (select tried_at, why, next_try from pull p where p.feed = f.code
                               order by asked_at desc limit 1) last on true
            left join lateral (select status, why from pull p where p.feed = f.code and p.next_try is null
                               order by asked_at desc limit 1) ended on true
            where f.code = any(?) and f.pull_url is not null
            """;

    private final BulkDatabase database;
    private final PullBooks books;
    private final PullAddress addresses;
    private final Guards guards;

    PullsShown(BulkDatabase database, PullBooks books, PullAddress addresses, Guards guards) {
        this.database = database;
        this.books = books;
        this.addresses = addresses;
        this.guards = guards;
    }

    @Override
    public Optional<String> objection(String url) {
        return addresses.objection(url);
    }

    @Override
    public Mono<Fetch> of(String feed, UUID id) {
        return Mono.fromCallable(() -> books.get(feed, id))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .map(PullsShown::fetch);
    }

    private static Fetch fetch(Pull pull) {
        UUID delivery = pull.delivery();
        return delivery == null ? new Fetch.OnItsWay(report(pull)) : new Fetch.Arrived(delivery);
    }

    private static Map<String, Object> report(Pull pull) {
        boolean failed = pull.status() == Pull.Status.FAILED;
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", pull.id());
        report.put("feed", pull.feed());
        report.put("agency", pull.agency());
        report.put("status", failed ? "refused" : "received");
        report.put("pull", PullEndpoints.Shown.of(pull));
        if (failed) {
            report.put("rows", Map.of("read", 0, "accepted", 0, "refused", 0, "blank", 0, "setAside", 0));
            String message = "The file was not fetched: " + pull.why() + ".";
            report.put(
                    "problems",
                    List.of(Map.of(
                            "type",
                            ProblemType.FORMAT_ERROR.code(),
                            "count",
                            1,
                            "share",
                            1,
                            "examples",
                            List.of(Map.of("message", message)))));
        }
        return report;
    }

    @Override
    public Mono<Map<String, FeedHealth.Pull>> of(Collection<String> feeds) {
        return Mono.fromCallable(() -> health(feeds)).subscribeOn(Schedulers.boundedElastic());
    }

    private Map<String, FeedHealth.Pull> health(Collection<String> feeds) throws Exception {
        return database.inTransaction(connection -> {
            Map<String, FeedHealth.Pull> pulls = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(HEALTH)) {
                select.setArray(1, connection.createArrayOf("text", feeds.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        pulls.put(row.getString("code"), health(row));
                    }
                }
            }
            return pulls;
        });
    }

    private FeedHealth.Pull health(ResultSet row) throws SQLException {
        return new FeedHealth.Pull(
                row.getString("pull_url"),
                instant(row.getTimestamp("tried_at")),
                row.getString("status"),
                row.getString("why"),
                instant(row.getTimestamp("next_try")),
                guards.breaker(row.getString("agency")).orElse(null));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
