package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.Topics;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.PersonId;

class ErasureIntegrationTests extends OnRunningService {

    private final BulkDatabase database;
    private final SmartLifecycle consumers;

    @Autowired
    ErasureIntegrationTests(
            KafkaTemplate<byte[], byte[]> kafka,
            BulkDatabase database,
            @Qualifier("projectionConsumers") SmartLifecycle consumers) {
        super(kafka);
        this.database = database;
        this.consumers = consumers;
    }

    @Test
    void a_person_that_is_erased_is_gone_from_views_and_history_and_a_replay_brings_nothing_back() throws Exception {
        UUID person = UUID.randomUUID();
        door.define("erased-score", "higher", "social");
        door.register("erasing-outcomes", "erasing");
        link("erasing", "X1", person, 1);
        door.deliver(
                "erasing-outcomes", "erasing", HEADER + "x1,X1,erased-score,4,2024-05-01\n" + "x2,X1,erased-score,8,2024-09-01\n");
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        door.post(
                "practitioner",
                "/people/" + person + "/goals",
                "application/json",
                Map.of("text", "See the sea", "setBy", "person"));

        unlink("erasing", "X1");
        kafka.send(Topics.PERSON_JOURNEYS.name(), new PersonId(person).bytes(), null)
                .get();

        door.viewWhen(person, seen -> seen.path("code").asString("").equals("no-such-person"));
        assertThat(left()).isZero();
        long read = offsets();
        consumers.stop();
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("delete from projection_offset where projection = 'outcomes-observations'"));
        consumers.start();
        link("erasing", "X2", UUID.randomUUID(), 1);
        door.deliver("erasing-outcomes", "erasing", HEADER + "y1,X2,erased-score,4,2024-05-01\n");
        eventually("what came after the erasure is folded", () -> one(
                        "select count(*) from observation where record_id = 'y1' and agency = 'erasing'")
                == 1);
        eventually("the log was read to its end", () -> offsets() > read);
        assertThat(left()).isZero();
        assertThat(door.view(person).path("code").asString()).isEqualTo("no-such-person");
    }

    @Test
    void a_subject_that_comes_back_begins_anew() throws Exception {
        UUID person = UUID.randomUUID();
        door.define("erased-score", "higher", "social");
        door.register("returning-outcomes", "returning");
        link("returning", "B1", person, 1);
        door.deliver("returning-outcomes", "returning", HEADER + "b1,B1,erased-score,4,2024-05-01\n");
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        unlink("returning", "B1");
        door.viewWhen(person, seen -> seen.path("code").asString("").equals("no-such-person"));

        link("returning", "B1", person, 2);
        door.deliver("returning-outcomes", "returning", HEADER + "b2,B1,erased-score,9,2024-06-01\n");

        var view = door.viewWhen(
                person, seen -> seen.path("measures").size() == 1);
        assertThat(view.path("measures").get(0).path("history").size()).isEqualTo(1);
        assertThat(view.path("measures").get(0).path("latest").path("value").asInt())
                .isEqualTo(9);
    }

    private long left() throws Exception {
        UUID subject = subject("erasing", "X1").value();
        return one("select (select count(*) from observation where subject = '" + subject + "')"
                + " + (select count(*) from goal where subject = '" + subject + "')"
                + " + (select count(*) from subject_person where subject = '" + subject + "')");
    }

    private long offsets() throws Exception {
        return one("""
                select coalesce(sum(next_offset), 0) from projection_offset where projection = 'outcomes-observations'
                """);
    }

    private long one(String query) throws Exception {
        return database.inTransaction(connection -> {
            try (var row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
