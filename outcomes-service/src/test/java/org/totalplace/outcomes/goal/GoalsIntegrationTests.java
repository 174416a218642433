package org.totalplace.outcomes.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.JsonNode;

class GoalsIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";

    private final BulkDatabase database;

    @Autowired
    GoalsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, BulkDatabase database) {
        super(kafka);
        this.database = database;
    }

    @Test
    void stand_in_the_view_in_the_persons_words_with_their_own_readings() throws Exception {
        UUID person = known("G1");
        String goal = set(person, "Walk to the shop on my own");

        read(person, goal, 3, "2024-05-01");
        read(person, goal, 7.5, "2024-08-01");
        JsonNode view = door.viewWhen(
                person, seen -> seen.path("goals").path(0).path("readings").size() == 2);

        JsonNode shown = view.path("goals").get(0);
        assertThat(shown.path("text").asString()).isEqualTo("Walk to the shop on my own");
        assertThat(shown.path("setBy").asString()).isEqualTo("person");
        assertThat(shown.path("status").asString()).isEqualTo("better");
        assertThat(view.path("domains").path("social").path("status").asString())
                .isEqualTo("better");
    }

    @Test
    void are_set_read_corrected_and_removed_by_the_persons_themselves_and_by_no_other_citizen() throws Exception {
        UUID person = known("G10");
        String own = door.citizen("goals", "G10");
        String goals = "/people/" + person + "/goals";

        Answer set = door.postAs(own, goals, Map.of("text", "Swim", "setBy", "person"));
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        String goal = goals + "/" + set.json().path("id").asString();
        for (int day = 1; day <= 3; day++) {
            assertThat(door.postAs(own, goal + "/readings", Map.of("value", 2 * day, "date", "2024-05-0" + day))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(door.sendAs(own, HttpMethod.PUT, goal, Map.of("text", "Swim again"))
                        .status())
                .isEqualTo(200);
        assertThat(door.sendAs(own, HttpMethod.DELETE, goal + "/readings/2024-05-03", "")
                        .status())
                .isEqualTo(200);
        assertThat(door.sendAs(own, HttpMethod.DELETE, goal + "/readings/2024-05-03", "")
                        .status())
                .isEqualTo(404);

        JsonNode shown = door.viewAs(own, person).path("goals").get(0);
        assertThat(shown.path("text").asString()).isEqualTo("Swim again");
        assertThat(shown.path("agency").asString()).isEqualTo("goals");
        assertThat(shown.path("readings")).hasSize(2);
        assertThat(door.postAs(own, goals, Map.of("text", "Rest", "setBy", "with-person"))
                        .status())
                .isEqualTo(400);
        known("G11");
        assertThat(door.postAs(door.citizen("goals", "G11"), goals, Map.of("text", "Rest", "setBy", "person"))
                        .status())
                .isEqualTo(403);
        assertThat(door.sendAs(own, HttpMethod.DELETE, goal, "").status()).isEqualTo(200);
        assertThat(door.viewAs(own, person).path("goals")).isEmpty();
    }

    /** The gateway records the look after the goal was written: when it cannot, the goal is sent again. */
    @Test
    void that_are_sent_again_are_the_same_goal() throws Exception {
        UUID person = known("G5");
        String goal = set(person, "Swim again");

        assertThat(set(person, "Swim again")).isEqualTo(goal);
        String other = set(person, "Swim twice a week");

        JsonNode view =
                door.viewWhen(person, seen -> seen.path("goals").toString().contains(other));
        assertThat(view.path("goals")).hasSize(2);
        door.put("practitioner", "/people/" + person + "/goals/" + goal + "/ended", Map.of("ended", "given-up"));
        assertThat(set(person, "Swim again")).isNotEqualTo(goal);
    }

    @Test
    void that_are_set_at_the_same_time_with_an_agency_and_without_one_are_the_same_goal() throws Exception {
        UUID person = known("G7");
        link("goals-too", "G7", person, 1);
        door.viewWhen(person, seen -> seen.path("subjects").size() == 2);
        UUID first = UUID.randomUUID();

        CompletableFuture<Answer> second = database.inTransaction(connection -> {
            execute(connection, "select 1 from subject_person where agency = 'goals-too' for update");
            execute(connection, """
                    insert into goal (id, subject, agency, words, set_by, set_on, created_at)
                    values ('%s', '%s', 'goals-too', 'Garden', 'person', '2024-04-20', now())
                    """.formatted(first, subject("goals-too", "G7").value()));
            return waitingForThis(
                    connection, () -> door.post("practitioner", "/people/" + person + "/goals", JSON, goal("Garden")));
        });

        assertThat(second.get().json().path("id").asString()).isEqualTo(first.toString());
    }

    @Test
    void that_are_set_read_and_ended_while_links_change_wait_for_them() throws Exception {
        UUID person = UUID.randomUUID();
        link("goals-held", "G8", person, 1);
        door.viewWhen(person, seen -> seen.has("personId"));
        String goals = "/people/" + person + "/goals";
        String one = goals + "/" + set(person, "Sing");
        Map<String, Supplier<Answer>> requests = new LinkedHashMap<>();
        requests.put("set", () -> door.post("practitioner", goals, JSON, goal("Dance")));
        requests.put("read", () -> door.post("practitioner", one + "/readings", JSON, Map.of("value", 5)));
        requests.put("ended", () -> door.put("practitioner", one + "/ended", Map.of("ended", "reached")));

        for (var request : requests.entrySet()) {
            CompletableFuture<Answer> answer = database.inTransaction(connection -> {
                execute(connection, "select pg_advisory_xact_lock(hashtext('identity links'))");
                var waiting = waitingForThis(connection, request.getValue());
                execute(connection, "select 1 from subject_person where person = '" + person + "' for update");
                execute(connection, "update goal set words = words where agency = 'goals-held'");
                return waiting;
            });
            assertThat(answer.get().status()).as(request.getKey()).isBetween(200, 201);
        }
    }

    @Test
    void whose_words_cannot_be_kept_are_refused() throws Exception {
        UUID person = known("G6");
        String path = "/people/" + person + "/goals";

        assertThat(door.post("practitioner", path, JSON, goal("Swim\0again")).status())
                .isEqualTo(400);
    }

    @Test
    void that_were_reached_say_so() throws Exception {
        UUID person = known("G2");
        String goal = set(person, "Cook for my friends");

        door.put("practitioner", "/people/" + person + "/goals/" + goal + "/ended", Map.of("ended", "reached"));

        JsonNode view = door.viewWhen(person, seen -> seen.path("goals").path(0).has("ended"));
        assertThat(view.path("goals").get(0).path("ended").asString()).isEqualTo("reached");
    }

    @Test
    void count_in_summaries_as_a_measure_of_their_own() throws Exception {
        for (int i = 0; i < 8; i++) {
            UUID person = known("GS" + i);
            String goal = set(person, "See my brother more often");
            read(person, goal, 2, "2024-05-01");
            read(person, goal, 6, "2024-09-01");
        }

        JsonNode row = door.get("board", "/outcomes/summary?measure=own-goal&agency=goals&from=2024-09&to=2024-09")
                .json()
                .path("results")
                .get(0);
        assertThat(row.path("byStatus").path("better").path("value").asInt()).isEqualTo(10);
    }

    @Test
    void are_refused_of_persons_whom_nobody_knows_and_with_readings_beyond_ten() throws Exception {
        assertThat(door.post("practitioner", "/people/" + UUID.randomUUID() + "/goals", JSON, goal("Rest"))
                        .status())
                .isEqualTo(404);
        UUID person = known("G3");
        String goal = set(person, "Rest");
        String path = "/people/" + person + "/goals/" + goal + "/readings";
        assertThat(door.post("practitioner", path, JSON, Map.of("value", 11)).status())
                .isEqualTo(400);
        assertThat(door.post("analyst", path, JSON, Map.of("value", 5)).status())
                .isEqualTo(403);
    }

    @Test
    void whose_words_may_name_somebody_are_taken_once_somebody_says_that_they_do_not() throws Exception {
        UUID person = known("G4");
        String path = "/people/" + person + "/goals";
        Map<String, Object> told = new HashMap<>(goal("Walk to Northmoor library"));

        var asked = door.post("practitioner", path, JSON, told);
        assertThat(asked.status()).isEqualTo(400);
        assertThat(asked.body()).contains("may-name-somebody", "namesNobody");

        told.put("namesNobody", true);
        assertThat(door.post("practitioner", path, JSON, told).status()).isEqualTo(201);
        told.put("text", "Thank Dr Patel");
        assertThat(door.post("practitioner", path, JSON, told).body()).contains("names-somebody");
    }

    private UUID known(String reference) throws Exception {
        UUID person = UUID.randomUUID();
        link("goals", reference, person, 1);
        door.viewWhen(person, seen -> seen.has("personId"));
        return person;
    }

    private String set(UUID person, String words) {
        var answer = door.post("practitioner", "/people/" + person + "/goals", JSON, goal(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Map<String, String> goal(String words) {
        return Map.of("text", words, "setBy", "person", "setOn", "2024-04-20");
    }

    private void read(UUID person, String goal, double value, String day) {
        var answer = door.post(
                "practitioner",
                "/people/" + person + "/goals/" + goal + "/readings",
                JSON,
                Map.of("value", value, "date", day));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Sends a request and returns once it waits for the transaction, or has its answer without. */
    private static CompletableFuture<Answer> waitingForThis(Connection transaction, Supplier<Answer> request)
            throws Exception {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(request);
        eventually("the request waits or is answered", () -> answer.isDone() || isWaitedFor(transaction));
        return answer;
    }

    private static boolean isWaitedFor(Connection transaction) throws SQLException {
        try (var row = transaction
                .createStatement()
                .executeQuery(
                        "select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")) {
            return row.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
