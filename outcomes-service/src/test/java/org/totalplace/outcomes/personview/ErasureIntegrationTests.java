package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.outcomes.Letters;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.PersonId;
import tools.jackson.databind.JsonNode;

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
                "erasing-outcomes",
                "erasing",
                HEADER + "x1,X1,erased-score,4,2024-05-01\n" + "x2,X1,erased-score,8,2024-09-01\n");
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        door.post(
                "practitioner",
                "/people/" + person + "/goals",
                "application/json",
                Map.of("text", "See the sea", "setBy", "person"));
        var claim = Map.of(
                "reference",
                "X1",
                "measure",
                "erased-score",
                "need",
                Map.of("on", "2024-05-01", "evidence", "Seen"),
                "threshold",
                8,
                "evidenceSource",
                "File");
        assertThat(door.put("erasing", "/outcomes/claims/erasing/x", claim).status())
                .isEqualTo(200);
        eventually("the view is told of", () -> toldOnTheTopic(person).equals("erased-score 4 8"));

        unlink("erasing", "X1");
        kafka.send(Topics.PERSON_JOURNEYS.name(), new PersonId(person).bytes(), null)
                .get();

        door.viewWhen(person, seen -> seen.path("code").asString("").equals("no-such-person"));
        assertThat(left()).isZero();
        eventually("the topic is told of it", () -> toldOnTheTopic(person).equals("gone"));
        long read = offsets();
        consumers.stop();
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("delete from projection_offset where projection = 'outcomes-observations'"));
        consumers.start();
        link("erasing", "X2", UUID.randomUUID(), 1);
        door.deliver("erasing-outcomes", "erasing", HEADER + "y1,X2,erased-score,4,2024-05-01\n");
        eventually(
                "what came after the erasure is folded",
                () -> one("select count(*) from observation where record_id = 'y1' and agency = 'erasing'") == 1);
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

        door.deliver("returning-outcomes", "returning", HEADER + "b3,B1,erased-score,1,2024-07-01\n");
        link("returning", "B1", person, 2);
        door.viewWhen(person, seen -> seen.has("personId"));
        door.deliver("returning-outcomes", "returning", HEADER + "b2,B1,erased-score,9,2024-06-01\n");

        var view = door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        assertThat(view.path("measures").get(0).path("history").size()).isEqualTo(1);
        assertThat(view.path("measures").get(0).path("latest").path("value").asInt())
                .isEqualTo(9);
    }

    @Test
    void a_record_that_a_correction_moves_to_somebody_erased_is_nobodys_in_whichever_order_it_came() throws Exception {
        UUID person = UUID.randomUUID();
        door.define("erased-score", "higher", "social");
        door.register("moving-outcomes", "moving");
        link("moving", "M1", person, 1);
        link("moving", "M2", UUID.randomUUID(), 1);
        door.deliver("moving-outcomes", "moving", HEADER + "m1,M1,erased-score,4,2024-05-01\n");
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        unlink("moving", "M2");
        eventually(
                "the other is erased",
                () -> one("select count(*) from erased_subject where subject = '"
                                + subject("moving", "M2").value() + "'")
                        == 1);

        door.deliver("moving-outcomes", "moving", HEADER + "m1,M2,erased-score,4,2024-05-01\n");

        door.viewWhen(person, seen -> seen.path("measures").isEmpty());
        kafka.send(Topics.OBSERVATIONS.name(), subject("moving", "M1").bytes(), Topics.OBSERVATIONS.encode(early()))
                .get();
        door.deliver("moving-outcomes", "moving", HEADER + "m3,M1,erased-score,9,2024-06-01\n");
        JsonNode view = door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        assertThat(view.path("measures").get(0).path("history")).hasSize(1);
    }

    /** What the record said first, as a slow partition would bring it. */
    private static ObservationEvent early() {
        return ObservationEvent.newBuilder()
                .setAgency("moving")
                .setRecordId("m1")
                .setVersion(1)
                .setSubject(subject("moving", "M1").value())
                .setMeasure("erased-score")
                .setValue(4_000)
                .setObservedAt(LocalDateTime.parse("2024-05-01T00:00"))
                .setDelivery(new UUID(0, 1))
                .build();
    }

    /** Rows of the subject, or of the person when it was there, in any table that has such a column. */
    private long left() throws Exception {
        UUID subject = subject("erasing", "X1").value();
        List<String> tables = new ArrayList<>();
        database.inTransaction(connection -> {
            try (var rows = connection.createStatement().executeQuery("""
                    select table_name from information_schema.columns
                    where column_name = 'subject' and data_type = 'uuid' and table_schema = current_schema()
                      and table_name <> 'erased_subject'
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return null;
        });
        assertThat(tables).contains("observation", "goal", "claim", "claim_earlier", "subject_person");
        long left = 0;
        for (String table : tables) {
            left += one("select count(*) from " + table + " where subject = '" + subject + "'");
        }
        return left;
    }

    /** What the newest event of the person on the topic of views says. */
    private static String toldOnTheTopic(UUID person) throws Exception {
        byte[] key = new PersonId(person).bytes();
        byte[] told = Letters.latest(Topics.PERSON_VIEWS.name(), key);
        if (told.length == 0) {
            return "gone";
        }
        return Topics.PERSON_VIEWS.decode(told).getMeasures().stream()
                .map(measure ->
                        measure.getMeasure() + " " + measure.getBaseline() / 1_000 + " " + measure.getLatest() / 1_000)
                .collect(Collectors.joining(", "));
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
