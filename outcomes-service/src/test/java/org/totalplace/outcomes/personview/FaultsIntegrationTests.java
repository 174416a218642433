package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.outcomes.Letters;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.SubjectKey;
import tools.jackson.databind.JsonNode;

class FaultsIntegrationTests extends OnRunningService {

    private static final long STILL_MILLIS = 500;
    private static final int PERMUTATIONS = 1_000;

    private final BulkDatabase database;
    private final SmartLifecycle consumers;

    @Autowired
    FaultsIntegrationTests(
            KafkaTemplate<byte[], byte[]> kafka,
            BulkDatabase database,
            @Qualifier("projectionConsumers") SmartLifecycle consumers) {
        super(kafka);
        this.database = database;
        this.consumers = consumers;
    }

    @Test
    void a_poison_record_is_set_aside_with_its_reason_and_the_next_is_processed() throws Exception {
        door.define("fault-score", "higher", "social");
        UUID person = UUID.randomUUID();
        link("faults", "P1", person, 1);
        byte[] key = subject("faults", "P1").bytes();

        kafka.send(Topics.OBSERVATIONS.name(), key, "no event at all".getBytes(StandardCharsets.UTF_8))
                .get();
        ObservationEvent undated = event("P1", "p0", 1, 5, "2024-05-01T00:00");
        undated.setObservedAt(LocalDateTime.of(300_000, 1, 1, 0, 0));
        send(undated);
        send(event("P1", "p1", 2, 7, "2024-06-01T00:00"));

        JsonNode view = door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        assertThat(view.path("measures").get(0).path("history").size()).isEqualTo(1);
        Map<String, Integer> reasons = new HashMap<>();
        for (var letter : Letters.of(Topics.OBSERVATIONS.name(), key, 2)) {
            reasons.merge(Letters.header(letter, "totalplace-reason"), 1, Integer::sum);
            assertThat(Letters.header(letter, "totalplace-projection")).isEqualTo("outcomes-observations");
            assertThat(Letters.header(letter, "totalplace-offset")).containsOnlyDigits();
        }
        assertThat(reasons)
                .hasSize(2)
                .containsEntry("UndecodableEvent", 1)
                .allSatisfy((reason, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void a_link_and_journeys_under_a_key_that_is_none_are_set_aside_and_the_next_is_processed() throws Exception {
        UUID person = UUID.randomUUID();
        byte[] key = "faulty key".getBytes(StandardCharsets.UTF_8);
        for (Topic<?> topic : List.of(Topics.IDENTITY_LINKS, Topics.PERSON_JOURNEYS)) {
            kafka.send(topic.name(), 0, key, null).get();
        }

        for (int i = 0; i < 60; i++) {
            link("faults", "K" + i, person, 1);
        }

        door.viewWhen(person, seen -> seen.path("subjects").size() == 60);
        for (Topic<?> topic : List.of(Topics.IDENTITY_LINKS, Topics.PERSON_JOURNEYS)) {
            var letter = Letters.of(topic.name(), key, 1).getFirst();
            assertThat(Letters.header(letter, "totalplace-reason")).isEqualTo("IllegalArgumentException");
        }
    }

    @Test
    void a_thousand_shuffles_of_one_history_give_one_view() throws Exception {
        door.define("fault-score", "higher", "social");
        for (int i = 0; i < PERMUTATIONS; i++) {
            UUID person = new UUID(0x5ECDL, i);
            linkLater("shuffled", "Z" + i, person);
            List<ObservationEvent> history = new ArrayList<>(history("Z" + i, "z" + i));
            Collections.shuffle(history, new Random(i));
            for (ObservationEvent event : history) {
                kafka.send(
                        Topics.OBSERVATIONS.name(),
                        new SubjectKey(event.getSubject()).bytes(),
                        Topics.OBSERVATIONS.encode(event));
            }
        }
        kafka.flush();

        eventually("every person has the view of the history", () -> one("""
                select count(*) from person_measure where person::text like '00000000-0000-5ecd-%' and baseline = 2000
                  and latest = 8000 and observations = 3 and latest_on = '2024-09-01' and status = 'better'
                """) == PERMUTATIONS);
        assertThat(one("""
                select count(distinct (measure, series, baseline, baseline_on, latest, latest_on, observations, agencies, status))
                from person_measure where person::text like '00000000-0000-5ecd-%'
                """)).isEqualTo(1);
    }

    @Test
    void the_whole_topic_read_twice_more_leaves_the_same_facts_and_views() throws Exception {
        door.define("fault-score", "higher", "social");
        UUID person = UUID.randomUUID();
        link("replayed", "R1", person, 1);
        for (ObservationEvent event : history("R1", "r")) {
            send(event);
        }
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        eventually(
                "the events are folded", () -> one("select count(*) from observation where agency = 'replayed'") == 4);
        List<String> before = settled();
        for (int round = 0; round < 2; round++) {
            long offsets = offsets();
            consumers.stop();
            database.inTransaction(connection -> connection
                    .createStatement()
                    .executeUpdate("delete from projection_offset where projection = 'outcomes-observations'"));
            consumers.start();
            eventually("the topic is read to its end", () -> offsets() >= offsets);
            assertThat(settled()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void views_that_were_spoilt_are_found_and_healed() throws Exception {
        door.define("fault-score", "higher", "social");
        UUID person = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        link("parity", "H1", person, 1);
        link("parity", "H2", other, 1);
        send(event("H1", "h1", 1, 5, "2024-06-01T00:00"));
        send(event("H2", "h2", 1, 5, "2024-06-01T00:00"));
        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        door.viewWhen(other, seen -> seen.path("measures").size() == 1);
        tell(journeysOf(other).setArea("NM4 1").setSex("female").build());
        eventually("where they live is known", () -> areas(other) == 3);
        door.post("steward", "/outcomes/parity", "application/json", "");
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("update person_trait set areas = '{}' where person = '" + other + "'"));
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("update person_measure set latest = 1 where person = '" + person + "'"));
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("delete from person_measure where person = '" + other + "'"));

        JsonNode found =
                door.post("steward", "/outcomes/parity", "application/json", "").json();
        JsonNode again =
                door.post("auditor", "/outcomes/parity", "application/json", "").json();

        assertThat(found.path("different").asInt()).isEqualTo(2);
        assertThat(areas(other)).isEqualTo(3);
        assertThat(again.path("sampled").asInt()).isPositive();
        assertThat(again.path("judgedOtherwise").asInt(-1)).isZero();
        assertThat(found.path("missing").asInt()).isEqualTo(1);
        assertThat(found.path("healed").asInt()).isEqualTo(2);
        assertThat(again.path("missing").asInt() + again.path("different").asInt())
                .isZero();
        assertThat(one("select count(*) from person_measure where latest = 5000 and person in ('" + person + "', '"
                        + other + "')"))
                .isEqualTo(2);
        assertThat(door.get("auditor", "/outcomes/parity").json().path("healed").asInt())
                .isZero();
        assertThat(door.post("analyst", "/outcomes/parity", "application/json", "")
                        .status())
                .isEqualTo(403);
    }

    /** Four records, one of them corrected, one taken back and one taken back and given again. */
    private static List<ObservationEvent> history(String reference, String record) {
        ObservationEvent back = event(reference, record + "c", 5, 0, "2024-07-01T00:00");
        back.setDeleted(true);
        ObservationEvent gone = event(reference, record + "d", 7, 0, "2024-08-01T00:00");
        gone.setDeleted(true);
        return List.of(
                event(reference, record + "a", 1, 9, "2024-05-01T00:00"),
                event(reference, record + "a", 4, 2, "2024-05-01T00:00"),
                event(reference, record + "b", 2, 8, "2024-09-01T00:00"),
                event(reference, record + "c", 3, 1, "2024-04-01T00:00"),
                back,
                event(reference, record + "c", 8, 5, "2024-07-02T00:00"),
                event(reference, record + "d", 6, 10, "2024-12-01T00:00"),
                gone);
    }

    private static ObservationEvent event(String reference, String record, long version, long value, String at) {
        String agency = agency(reference);
        return ObservationEvent.newBuilder()
                .setAgency(agency)
                .setRecordId(record)
                .setVersion(version)
                .setSubject(subject(agency, reference).value())
                .setMeasure("fault-score")
                .setValue(value * 1_000)
                .setObservedAt(LocalDateTime.parse(at))
                .setDelivery(new UUID(0, 1))
                .build();
    }

    private static String agency(String reference) {
        return switch (reference.charAt(0)) {
            case 'P' -> "faults";
            case 'R' -> "replayed";
            case 'H' -> "parity";
            default -> "shuffled";
        };
    }

    private void send(ObservationEvent event) throws Exception {
        kafka.send(
                        Topics.OBSERVATIONS.name(),
                        new SubjectKey(event.getSubject()).bytes(),
                        Topics.OBSERVATIONS.encode(event))
                .get();
    }

    private long offsets() throws Exception {
        return one("""
                select coalesce(sum(next_offset), 0) from projection_offset where projection = 'outcomes-observations'
                """);
    }

    /** What there is once nothing changes any more: other tests' events are folded here, too. */
    private List<String> settled() throws Exception {
        List<String> earlier = everything();
        Thread.sleep(STILL_MILLIS);
        List<String> now = everything();
        while (!now.equals(earlier)) {
            earlier = now;
            Thread.sleep(STILL_MILLIS);
            now = everything();
        }
        return now;
    }

    /** Every fact and every standing that there is. */
    private List<String> everything() throws Exception {
        return database.inTransaction(connection -> {
            List<String> everything = new ArrayList<>();
            try (var rows = connection.createStatement().executeQuery("""
                    (select o::text from observation o order by o.agency, o.record_id)
                    union all
                    (select p::text from person_measure p order by p.person, p.measure, p.series)
                    """)) {
                while (rows.next()) {
                    everything.add(rows.getString(1));
                }
            }
            return everything;
        });
    }

    private long areas(UUID person) throws Exception {
        return one("select coalesce(sum(cardinality(areas)), 0) from person_trait where person = '" + person + "'");
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
