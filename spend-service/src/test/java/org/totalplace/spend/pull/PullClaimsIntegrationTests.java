package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.ledger.LedgerFacts;
import org.totalplace.starter.bulk.BulkDatabase;

/** Pulls that are due in a time which the running service does not live to see. */
class PullClaimsIntegrationTests extends RunningSpendService {

    private static final Instant NOW = Instant.parse("2200-01-02T00:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(11);
    private static final List<String> AGENCIES = List.of("claims-a", "claims-b", "claims-c");

    private final LedgerFacts facts = new LedgerFacts(DATABASE);
    private final BulkDatabase database;

    PullClaimsIntegrationTests(@Autowired BulkDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void askForTwoPullsOfEachAgency() throws SQLException {
        for (String agency : AGENCIES) {
            door().register(agency, "Council " + agency);
            for (String feed : List.of(agency + "-payments", agency + "-more")) {
                String body = "{\"agency\": \"%s\", \"kind\": \"payments\"}".formatted(agency);
                SpendDoor.expect(200, door().put("agency-" + agency, "/api/v1/spend/feeds/" + feed, body));
                facts.run("""
                        insert into pull (id, feed, agency, url, asked_by, status, asked_at, next_try)
                        values (gen_random_uuid(), '%s', '%s', 'https://council.example/', 'request', 'waiting', now(),
                                '2200-01-01')
                        """.formatted(feed, agency));
            }
        }
    }

    @AfterEach
    void forget() throws SQLException {
        facts.run("delete from pull where agency like 'claims-%'");
    }

    private List<Pull> claim(Instant now) throws Exception {
        return new PullBooks(database, InstantSource.fixed(now))
                .claim(CLAIM).stream()
                        .filter(pull -> AGENCIES.contains(pull.agency()))
                        .toList();
    }

    @Test
    void replicas_that_claim_at_once_never_get_the_same_pull() throws Exception {
        List<Pull> claimed = new ArrayList<>();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Pull>>> claims = Stream.generate(() -> replicas.submit(() -> claim(NOW)))
                    .limit(6)
                    .toList();
            for (Future<List<Pull>> claim : claims) {
                claimed.addAll(claim.get());
            }
        }

        assertThat(claimed).hasSize(6);
        assertThat(claimed.stream().map(Pull::id).collect(Collectors.toSet())).hasSize(6);
    }

    @Test
    void a_pull_whose_fetcher_is_gone_is_free_again_when_its_claim_has_run_out() throws Exception {
        assertThat(claim(NOW)).hasSize(6);

        assertThat(claim(NOW.plus(CLAIM).minusSeconds(1))).isEmpty();
        assertThat(claim(NOW.plus(CLAIM).plusSeconds(1))).hasSize(6).allMatch(pull -> pull.attempts() == 2);
    }

    @Test
    void a_third_pull_of_an_agency_waits_for_one_of_two() throws Exception {
        List<Pull> first = claim(NOW);
        facts.run("""
                insert into feed (code, agency, kind, policy, updated_at, registered_at)
                values ('claims-a-third', 'claims-a', 'payments', 'accept-good-rows', now(), now()) on conflict do nothing;
                insert into pull (id, feed, agency, url, asked_by, status, asked_at, next_try)
                values (gen_random_uuid(), 'claims-a-third', 'claims-a', 'https://council.example/', 'request', 'waiting',
                        now(), '2200-01-01');
                """);

        assertThat(claim(NOW)).isEmpty();
        PullBooks books = new PullBooks(database, InstantSource.fixed(NOW));
        Pull one = first.stream()
                .filter(pull -> pull.agency().equals("claims-a"))
                .findFirst()
                .orElseThrow();
        books.end(one, Pull.Status.FAILED, "it did not work", null);
        assertThat(claim(NOW)).extracting(Pull::feed).containsExactly("claims-a-third");
    }
}
