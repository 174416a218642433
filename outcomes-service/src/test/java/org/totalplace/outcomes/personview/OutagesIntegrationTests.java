package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.local.servers.RealServers;
import org.totalplace.outcomes.OnRunningService;
import tools.jackson.databind.JsonNode;

/** What was acknowledged is there when the broker or the database is back, and nothing waits any more. */
class OutagesIntegrationTests extends OnRunningService {

    private static final String FEED = "outage-outcomes";
    private static final String EVENTS = "/outcomes/feeds/" + FEED + "/events";
    private static final int PERSONS = 20;

    private final SmartLifecycle consumers;

    @Autowired
    OutagesIntegrationTests(
            KafkaTemplate<byte[], byte[]> kafka, @Qualifier("projectionConsumers") SmartLifecycle consumers) {
        super(kafka);
        this.consumers = consumers;
    }

    @BeforeEach
    void register() {
        door.define("outage-score", "higher", "social");
        door.register(FEED, "outage");
    }

    @Test
    void a_delivery_that_was_taken_while_the_broker_is_away_shows_when_it_is_back() throws Exception {
        UUID person = UUID.randomUUID();
        link("outage", "B1", person, 1);
        door.deliver(FEED, "outage", HEADER + "b1,B1,outage-score,3,2024-05-01\n");
        StringBuilder taken = new StringBuilder();

        RealServers.kafka()
                .whileAway(() -> taken.append(door.push(FEED, "outage", HEADER + "b2,B1,outage-score,8,2024-09-01\n")));

        JsonNode report = door.ended(FEED, "outage", taken.toString());
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 2);
        assertThat(view.path("measures").get(0).path("latest").path("value").asInt())
                .isEqualTo(8);
    }

    /** What is acknowledged stands in the log alone: nobody has folded it when the database goes away. */
    @Test
    void what_was_acknowledged_before_and_while_the_database_is_away_shows_when_it_is_back() throws Exception {
        UUID[] persons = new UUID[PERSONS];
        consumers.stop();
        JsonNode report = door.deliver(FEED, "outage", HEADER + "d0,D0,outage-score,3,2024-05-01\n");
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");

        RealServers.postgres().whileAway(() -> {
            consumers.start();
            for (int i = 0; i < PERSONS; i++) {
                persons[i] = UUID.randomUUID();
                link("outage", "D" + i, persons[i], 1);
            }
            var refused = door.post("outage", EVENTS, "application/json", "{\"recordId\": \"d1\"}");
            assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(500);
        });

        for (UUID person : persons) {
            door.viewWhen(person, seen -> seen.has("personId"));
        }
        JsonNode view = door.viewWhen(persons[0], seen -> seen.path("measures").size() == 1);
        assertThat(view.path("measures").get(0).path("latest").path("value").asInt())
                .isEqualTo(3);
    }
}
