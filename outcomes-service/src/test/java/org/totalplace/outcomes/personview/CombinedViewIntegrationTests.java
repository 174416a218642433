package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.contracts.event.AgencyContacts;
import org.totalplace.contracts.event.AgencyCost;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.bulk.BulkDatabase;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class CombinedViewIntegrationTests extends OnRunningService {

    private final BulkDatabase database;

    @Autowired
    CombinedViewIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, BulkDatabase database) {
        super(kafka);
        this.database = database;
    }

    @BeforeEach
    void register() {
        door.define("ons-happy", "higher", "social");
        door.define("travel-carbon", "lower", "environmental");
        door.register("county-outcomes", "county");
        door.register("housing-outcomes", "housing");
    }

    @Test
    void an_outcome_shows_in_the_view_of_its_person_with_baseline_change_and_status() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C1", person, 1);

        door.deliver(
                "county-outcomes", "county", HEADER + "a1,C1,ons-happy,4,2024-05-01\na2,C1,ons-happy,7.5,2024-11-01\n");
        JsonNode view = door.viewWhen(person, seen -> seen.path("measures").size() == 1);

        JsonNode measure = view.path("measures").get(0);
        assertThat(measure.path("baseline").path("value").decimalValue()).isEqualByComparingTo("4");
        assertThat(measure.path("latest").path("date").asString()).isEqualTo("2024-11-01");
        assertThat(measure.path("change").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(measure.path("status").asString()).isEqualTo("better");
        assertThat(view.path("domains").path("social").path("status").asString())
                .isEqualTo("better");
        assertThat(view.path("domains").path("economic").path("status").asString())
                .isEqualTo("unknown");
    }

    @Test
    void a_correction_replaces_and_a_late_observation_becomes_the_baseline() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C2", person, 1);
        door.deliver(
                "county-outcomes", "county", HEADER + "b1,C2,ons-happy,4,2024-05-01\nb2,C2,ons-happy,9,2024-11-01\n");

        door.deliver(
                "county-outcomes", "county", HEADER + "b2,C2,ons-happy,3,2024-11-01\nb3,C2,ons-happy,6,2024-04-02\n");
        JsonNode view = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 3);

        JsonNode measure = view.path("measures").get(0);
        assertThat(measure.path("baseline").path("value").decimalValue()).isEqualByComparingTo("6");
        assertThat(measure.path("latest").path("value").decimalValue()).isEqualByComparingTo("3");
        assertThat(measure.path("status").asString()).isEqualTo("worse");
    }

    @Test
    void outcomes_of_an_unknown_subject_wait_until_the_person_is_known() throws Exception {
        UUID person = UUID.randomUUID();
        door.deliver("county-outcomes", "county", HEADER + "d1,C4,ons-happy,5,2024-05-01\n");

        link("county", "C4", person, 1);

        door.viewWhen(person, seen -> seen.path("measures").size() == 1);
    }

    @Test
    void a_subject_that_moves_to_another_person_takes_its_outcomes_along() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        link("county", "C5", first, 1);
        link("housing", "H5", second, 1);
        door.deliver("county-outcomes", "county", HEADER + "e1,C5,ons-happy,5,2024-05-01\n");
        door.viewWhen(first, seen -> seen.path("measures").size() == 1);

        link("county", "C5", second, 2);
        door.viewWhen(second, seen -> seen.path("measures").size() == 1);

        assertThat(door.view(first).path("code").asString()).isEqualTo("no-such-person");
        assertThat(door.view(second).path("subjects").size()).isEqualTo(2);
    }

    @Test
    void journeys_contacts_and_cost_stand_beside_the_outcomes() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C6", person, 1);
        journeys(person, 1, 123_456);

        JsonNode view = door.viewWhen(person, seen -> seen.path("journeys").size() == 1);

        assertThat(view.path("journeys").get(0).path("stage").asString()).isEqualTo("support");
        assertThat(view.path("cost").path("total").decimalValue()).isEqualByComparingTo("1234.56");
        assertThat(view.path("cost").path("year").asString()).isEqualTo("2024-25");
        assertThat(view.path("contacts")
                        .path("byAgency")
                        .get(0)
                        .path("contacts")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void two_agencies_that_disagree_on_one_day_are_shown_as_a_doubt() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C7", person, 1);
        link("housing", "H7", person, 1);
        door.deliver("county-outcomes", "county", HEADER + "f1,C7,ons-happy,4,2024-05-01\n");
        door.deliver("housing-outcomes", "housing", HEADER + "f1,H7,ons-happy,8,2024-05-01\n");

        JsonNode view = door.viewWhen(person, seen -> seen.path("doubts").size() == 1);

        assertThat(view.path("doubts").get(0).path("message").asString()).contains("county and housing", "2024-05-01");
        door.deliver("county-outcomes", "county", HEADER + "f2,C7,ons-happy,9,2024-11-01\n");
        JsonNode later = door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 3);
        assertThat(later.path("measures").get(0).path("status").asString()).isEqualTo("unknown");
        JsonNode parity =
                door.post("steward", "/outcomes/parity", "application/json", "").json();
        assertThat(parity.path("different").asInt()).as(parity.toString()).isZero();
        assertThat(statusInTables(person)).isEqualTo("unknown");
    }

    @Test
    void a_wrong_row_refuses_the_whole_file_and_says_why_and_nothing_of_it_shows() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C8", person, 1);

        JsonNode report = door.deliver(
                "county-outcomes", "county", HEADER + "g1,C8,ons-happy,4,2024-05-01\ng2,C8,ons-happy,11,2024-06-01\n");

        assertThat(report.path("status").asString()).isEqualTo("refused");
        assertThat(report.path("rows").path("read").asInt()).isEqualTo(2);
        assertThat(report.path("problems").toString()).contains("0 to 10").doesNotContain("C8");
        door.deliver("county-outcomes", "county", HEADER + "g3,C8,travel-carbon,4,2024-05-01\n");
        JsonNode view = door.viewWhen(person, seen -> seen.path("measures").size() > 0);
        assertThat(view.path("measures").size()).isEqualTo(1);
    }

    @Test
    void whoever_watches_is_told_within_two_seconds() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C9", person, 1);
        door.viewWhen(person, seen -> seen.has("personId"));
        var events = watched(person, TokenIssuer.shared().role("practitioner"), "direct-care")
                .filter(view -> view.path("measures").size() == 1)
                .map(view -> Instant.now());

        var told = events.next().toFuture();
        Instant sent = Instant.now();
        door.push("county-outcomes", "county", HEADER + "h1,C9,ons-happy,4,2024-05-01\n");

        Instant at = told.get(10, TimeUnit.SECONDS);
        assertThat(Duration.between(sent, at)).isLessThan(Duration.ofSeconds(2));
    }

    /** The record with which the citizen signs in turns out to be somebody else's. */
    @Test
    void a_citizen_who_watches_is_told_nothing_more_once_the_person_is_not_theirs() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C20", person, 1);
        link("elsewhere", "E20", person, 1);
        door.viewWhen(person, seen -> seen.path("subjects").size() == 2);
        var told = watched(person, door.citizen("elsewhere", "E20"), "subject-access")
                .collectList()
                .toFuture();

        UUID another = UUID.randomUUID();
        link("elsewhere", "E20", another, 2);
        door.viewWhen(person, seen -> seen.path("subjects").size() == 1);

        assertThat(told.get(10, TimeUnit.SECONDS))
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.path("subjects")).hasSize(2));
    }

    @Test
    void nobody_watches_longer_than_their_token_is_good() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C21", person, 1);
        door.viewWhen(person, seen -> seen.has("personId"));
        Instant now = Instant.now();
        String token = TokenIssuer.shared()
                .signed("{\"iss\":\"" + TokenIssuer.shared().url()
                        + "\",\"sub\":\"somebody\",\"aud\":[\"total-place\"]," + "\"exp\":" + (now.getEpochSecond() + 2)
                        + ",\"roles\":[\"practitioner\"]}");

        var told = watched(person, token, "direct-care").collectList().toFuture();

        assertThat(told.get(10, TimeUnit.SECONDS)).as("ended by itself").isNotEmpty();
    }

    @Test
    void whoever_comes_back_with_the_last_event_is_told_only_what_came_after() throws Exception {
        UUID person = UUID.randomUUID();
        link("county", "C10", person, 1);
        door.deliver("county-outcomes", "county", HEADER + "i1,C10,ons-happy,4,2024-05-01\n");
        JsonNode first = door.viewWhen(person, seen -> seen.path("measures").size() == 1);
        String practitioner = TokenIssuer.shared().role("practitioner");

        var told = events(
                        person,
                        practitioner,
                        "direct-care",
                        first.path("version").asString())
                .next()
                .toFuture();
        assertThat(told.isDone()).isFalse();
        door.deliver("county-outcomes", "county", HEADER + "i2,C10,ons-happy,9,2024-11-01\n");

        ServerSentEvent<JsonNode> event = told.get(10, TimeUnit.SECONDS);
        JsonNode view = Objects.requireNonNull(event.data());
        assertThat(event.id()).isEqualTo(view.path("version").asString());
        assertThat(view.path("version").asLong())
                .isGreaterThan(first.path("version").asLong());
        assertThat(view.path("measures").get(0).path("history")).hasSize(2);
        assertThat(events(
                                person,
                                practitioner,
                                "direct-care",
                                first.path("version").asString())
                        .next()
                        .toFuture()
                        .get(10, TimeUnit.SECONDS)
                        .id())
                .isEqualTo(event.id());
    }

    private String statusInTables(UUID person) throws Exception {
        return database.inTransaction(connection -> {
            try (var row = connection
                    .createStatement()
                    .executeQuery("select status from person_measure where person = '" + person + "'")) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }

    private Flux<JsonNode> watched(UUID person, String token, String purpose) {
        return events(person, token, purpose, null).map(event -> Objects.requireNonNull(event.data()));
    }

    private Flux<ServerSentEvent<JsonNode>> events(UUID person, String token, String purpose, @Nullable String last) {
        return door.web()
                .get()
                .uri("/people/" + person + "/changes")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.set("X-Purpose", purpose);
                    if (last != null) {
                        headers.set("Last-Event-ID", last);
                    }
                })
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody()
                .filter(event -> event.data() != null);
    }

    @Test
    void everybody_sees_that_the_service_is_ready_and_what_it_answers() {
        for (String path : List.of("/actuator/health/readiness", "/v3/api-docs")) {
            WebTestClient.bindToServer()
                    .baseUrl("http://localhost:" + port())
                    // The description is written when it is asked for first, which takes seconds on a busy machine.
                    .responseTimeout(PATIENCE)
                    .build()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void nobody_reads_a_view_without_a_token_or_a_purpose() {
        UUID person = UUID.randomUUID();

        door.web()
                .get()
                .uri("/people/" + person)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("token-required");
        door.web()
                .get()
                .uri("/people/" + person)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("practitioner")))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("purpose-required");
        door.web()
                .get()
                .uri("/people/" + person)
                .headers(headers -> {
                    headers.setBearerAuth(TokenIssuer.shared().role("analyst"));
                    headers.set("X-Purpose", "direct-care");
                })
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void journeys(UUID person, long version, long pence) throws Exception {
        LocalDate day = LocalDate.parse("2024-06-01");
        JourneyStanding standing = JourneyStanding.newBuilder()
                .setMap("older-person-leaving-hospital")
                .setStage("support")
                .setSince(day)
                .setContacts(3)
                .build();
        tell(journeysOf(person)
                .setVersion(version)
                .setJourneys(List.of(standing))
                .setContacts(List.of(new AgencyContacts("county", 3, day, day)))
                .setCosts(List.of(new AgencyCost("county", 2024, pence)))
                .build());
    }
}
