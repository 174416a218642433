package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.PeopleOfNorthmoor.await;
import static org.totalplace.journey.PeopleOfNorthmoor.nhsNumber;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.journey.PeopleOfNorthmoor;
import org.totalplace.linkage.Decisions;
import org.totalplace.starter.bulk.BulkDatabase;

/** Every test has people of its own, so that none disturbs another. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class LinkingPeopleIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_linking");
    private static final String DOUBTED = nhsNumber(430_000_001);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void door(@LocalServerPort int port) {
        NORTHMOOR.at(port);
    }

    @Test
    void two_agencies_that_know_one_nhs_number_know_one_person() {
        String nhs = nhsNumber(400_000_001);
        NORTHMOOR.deliver("county", "C1,Winifred,Ashdown,1938-02-11,F,NM1 4QT,3 Mill Lane," + nhs + ",,2025-01-02");
        NORTHMOOR.deliver("nhs-trust", "H1,Winnie,Ashdown,1938-02-11,2,NM14QT,3 Mill Ln," + nhs + ",,2025-01-03");

        await(() -> together("county", "C1", "nhs-trust", "H1"));
        NORTHMOOR.awaitLinked();

        assertThat(together("county", "C1", "nhs-trust", "H1")).isTrue();
        NORTHMOOR
                .as("practitioner")
                .get()
                .uri("/api/v1/people?agency=county&reference=C1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subjects.length()")
                .isEqualTo(2)
                .jsonPath("$.subjects[0].agency")
                .isEqualTo("county")
                .jsonPath("$.subjects[1].agency")
                .isEqualTo("nhs-trust");
    }

    @Test
    void somebody_who_moves_house_is_told_of_with_the_new_area() {
        NORTHMOOR.deliver("county", "C20,Oswin,Tarrant,1947-03-09,M,NM3 5AB,1 Weir Row,,,2025-01-02");
        await(() -> NORTHMOOR.person("county", "C20") != null);
        String area = "select state->>'area' from person_journeys where person = '%s'"
                .formatted(NORTHMOOR.person("county", "C20"));
        await(() -> NORTHMOOR.texts(area).contains("NM3 5"));

        NORTHMOOR.deliver("county", "C20,Oswin,Tarrant,1947-03-09,M,NM6 2AB,1 Weir Row,,,2025-01-03");

        await(() -> NORTHMOOR.texts(area).contains("NM6 2"));
        assertThat(NORTHMOOR.texts(area)).containsExactly("NM6 2");
    }

    @Test
    void a_corrected_record_leaves_the_person_whose_it_was() {
        String nhs = nhsNumber(410_000_001);
        NORTHMOOR.deliver("county", "C2,Desmond,Pryke,1951-07-30,M,NM2 8RR,9 Quay St," + nhs + ",,2025-01-02");
        NORTHMOOR.deliver("nhs-trust", "H2,Desmond,Pryke,1951-07-30,M,NM2 8RR,9 Quay St," + nhs + ",,2025-01-02");
        await(() -> together("county", "C2", "nhs-trust", "H2"));
        NORTHMOOR.awaitLinked();
        String before = NORTHMOOR.person("county", "C2");

        NORTHMOOR.deliver(
                "county",
                "C2,Okonkwo,Adaeze,1984-12-05,F,NM7 1LB,77 Field Rd," + nhsNumber(420_000_001) + ",,2025-02-01");
        await(() -> !together("county", "C2", "nhs-trust", "H2"));
        NORTHMOOR.awaitLinked();

        assertThat(together("county", "C2", "nhs-trust", "H2")).isFalse();
        assertThat(before).isIn(NORTHMOOR.person("county", "C2"), NORTHMOOR.person("nhs-trust", "H2"));
    }

    @Test
    void an_older_record_that_comes_late_changes_nothing() {
        NORTHMOOR.deliver("county", "C3,Solveig,Dahl,1990-03-03,F,NM3 3AA,,,,2025-03-01");
        NORTHMOOR.deliver("county", "C3,Solveig,Marsh,1990-03-03,F,NM3 3AA,,,,2024-03-01");

        assertThat(NORTHMOOR.texts("select family_name from identity_record where subject = '"
                        + NORTHMOOR.subject("county", "C3") + "'"))
                .containsExactly("Dahl");
    }

    @Test
    void a_file_with_a_row_without_reference_leaves_no_trace() {
        String status = NORTHMOOR.deliver(
                "county", "C4,Ines,Quill,1970-01-01,F,NM3 3AB,,,,2025-03-01", ",Ina,Quill,1970-01-01,F,NM3 3AB,,,,");

        assertThat(status).isEqualTo("refused");
        assertThat(NORTHMOOR.person("county", "C4")).isNull();
        assertThat(NORTHMOOR.texts("select family_name from identity_record where family_name = 'Quill'"))
                .isEmpty();
    }

    @Test
    void a_doubtful_pair_is_shown_to_a_steward_whose_decision_outlives_relinking() {
        NORTHMOOR.deliver("county", "C5,Bartholomew,Fenn,1944-05-06,M,NM4 1AA,1 Hill St," + DOUBTED + ",,2025-01-02");
        NORTHMOOR.deliver("police", "P5,Yasmin,Osei,2003-11-19,F,NM9 9ZZ,8 Moor Rd," + DOUBTED + ",,2025-01-02");
        NORTHMOOR.awaitLinked();
        assertThat(together("county", "C5", "police", "P5")).isFalse();
        theDoubtfulListHoldsLevelsAndNoNames();

        decide("join", "The same voice on the telephone");
        await(() -> together("county", "C5", "police", "P5"));
        NORTHMOOR.deliver("county", "C5b,Cuthbert,Lowe,1961-05-06,M,NM4 1AB,,,,2025-01-02");
        NORTHMOOR.awaitLinked();
        assertThat(together("county", "C5", "police", "P5")).isTrue();

        decide("keep-apart", "They came together to the counter");
        await(() -> !together("county", "C5", "police", "P5"));
        NORTHMOOR.awaitLinked();
        assertThat(together("county", "C5", "police", "P5")).isFalse();
    }

    private static void theDoubtfulListHoldsLevelsAndNoNames() {
        String pair = "$.results[?(@.subjects[0].subject == '" + first() + "')]";
        NORTHMOOR
                .as("steward")
                .get()
                .uri("/api/v1/people/doubtful")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath(pair + ".evidence.comparisons[?(@.field == 'nhsNumber')].level")
                .isEqualTo("exact")
                .jsonPath(pair + ".evidence.comparisons[?(@.field == 'givenName')].level")
                .isEqualTo("different")
                .consumeWith(answer -> assertThat(new String(answer.getResponseBodyContent()))
                        .doesNotContain("Bartholomew", "Osei", "1944", "NM4", DOUBTED));
    }

    private static UUID first() {
        UUID county = NORTHMOOR.subject("county", "C5");
        UUID police = NORTHMOOR.subject("police", "P5");
        return county.toString().compareTo(police.toString()) < 0 ? county : police;
    }

    private static void decide(String decision, String reason) {
        NORTHMOOR
                .as("steward")
                .post()
                .uri("/api/v1/people/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "subjects",
                        new UUID[] {NORTHMOOR.subject("police", "P5"), NORTHMOOR.subject("county", "C5")},
                        "decision",
                        decision,
                        "reason",
                        reason))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.decidedBy")
                .isEqualTo("steward");
    }

    @Test
    void a_persons_links_say_why_field_by_field() {
        String nhs = nhsNumber(440_000_001);
        NORTHMOOR.deliver("county", "C6,Tobias,Wren,1977-08-08,M,NM5 5TT,4 Elm Row," + nhs + ",,2025-01-02");
        NORTHMOOR.deliver("housing", "A6,Tobias,Wren,1977-08-08,M,NM5 5TT,4 Elm Row," + nhs + ",,2025-01-02");
        await(() -> together("county", "C6", "housing", "A6"));
        NORTHMOOR.awaitLinked();

        NORTHMOOR
                .as("steward")
                .get()
                .uri("/api/v1/people/" + NORTHMOOR.person("county", "C6") + "/links")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subjects.length()")
                .isEqualTo(2)
                .jsonPath("$.models.length()")
                .isEqualTo(1)
                .jsonPath("$.links[0].verdict")
                .isEqualTo("join")
                .jsonPath("$.links[0].weight")
                .value(Double.class, weight -> assertThat(weight).isPositive())
                .jsonPath("$.links[0].evidence.comparisons[?(@.field == 'dateOfBirth')].level")
                .isEqualTo("exact")
                .consumeWith(answer -> assertThat(new String(answer.getResponseBodyContent()))
                        .doesNotContain("Tobias", "Wren", "1977", "NM5", nhs));
    }

    @Test
    void who_asks_for_a_person_that_was_joined_into_another_is_sent_on() {
        NORTHMOOR.deliver("county", "C8,Ottoline,Birk,1931-04-09,F,NM6 1AA,2 Fen Lane,,,2025-01-02");
        NORTHMOOR.deliver("housing", "A8,Percival,Stroud,1988-10-01,M,NM8 2BB,9 Low Road,,,2025-01-02");
        NORTHMOOR.awaitLinked();
        String older = NORTHMOOR.person("county", "C8");
        String younger = NORTHMOOR.person("housing", "A8");
        assertThat(younger).isNotEqualTo(older);

        NORTHMOOR.deliver("housing", "A8,Ottoline,Birk,1931-04-09,F,NM6 1AA,2 Fen Lane,,,2025-02-02");
        await(() -> together("county", "C8", "housing", "A8"));
        NORTHMOOR.awaitLinked();

        links(younger)
                .expectStatus()
                .isTemporaryRedirect()
                .expectHeader()
                .location("/api/v1/people/" + older + "/links")
                .expectBody()
                .jsonPath("$.movedTo")
                .isEqualTo(older);

        NORTHMOOR.deliver("housing", "A8,Percival,Stroud,1988-10-01,M,NM8 2BB,9 Low Road,,,2025-03-02");
        await(() -> !together("county", "C8", "housing", "A8"));
        NORTHMOOR.awaitLinked();

        links(younger)
                .expectStatus()
                .isTemporaryRedirect()
                .expectHeader()
                .location("/api/v1/people/" + NORTHMOOR.person("housing", "A8") + "/links");
        UUID parted = NORTHMOOR.subject("housing", "A8");
        assertThat(NORTHMOOR.texts("select person from borne_id where subject = '" + parted + "' order by until"))
                .containsExactly(younger, older);
    }

    private static WebTestClient.ResponseSpec links(@Nullable String person) {
        return NORTHMOOR
                .as("steward")
                .get()
                .uri("/api/v1/people/" + person + "/links")
                .exchange();
    }

    @Test
    void a_purpose_must_be_stated() {
        NORTHMOOR
                .as("practitioner")
                .mutate()
                .defaultHeaders(headers -> headers.remove("X-Purpose"))
                .build()
                .get()
                .uri("/api/v1/people?agency=county&reference=C1")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("purpose-required");
    }

    @Test
    void a_practitioner_neither_sees_doubtful_links_nor_decides() {
        NORTHMOOR
                .as("practitioner")
                .get()
                .uri("/api/v1/people/doubtful")
                .exchange()
                .expectStatus()
                .isForbidden();
        NORTHMOOR
                .as("practitioner")
                .post()
                .uri("/api/v1/people/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void an_unknown_reference_an_unknown_person_and_a_bad_decision_are_told_plainly() {
        NORTHMOOR
                .as("practitioner")
                .get()
                .uri("/api/v1/people?agency=county&reference=nobody")
                .exchange()
                .expectStatus()
                .isNotFound();
        NORTHMOOR
                .as("practitioner")
                .get()
                .uri("/api/v1/people/" + new UUID(1, 2) + "/links")
                .exchange()
                .expectStatus()
                .isNotFound();
        NORTHMOOR
                .as("steward")
                .post()
                .uri("/api/v1/people/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"subjects\":[\"" + new UUID(1, 2) + "\",\"" + new UUID(3, 4)
                        + "\"],\"decision\":\"join\",\"reason\":\"why not\"}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void who_sends_keyed_encodings_in_place_of_names_is_linked_beside_clear_records() {
        EncodedPeople people = new EncodedPeople(40);
        String clear = EncodedPeople.HEADER_BESIDE_NAMES + people.besideNames();
        String encoded = EncodedPeople.HEADER + people.withSlips();

        assertThat(NORTHMOOR.deliverFile("hospice", clear)).isEqualTo("published");
        assertThat(NORTHMOOR.deliverFile("clinic", encoded)).isEqualTo("published");
        NORTHMOOR.awaitLinked();

        for (int i = 0; i < 40; i++) {
            assertThat(together("hospice", "P" + i, "clinic", "P" + i))
                    .as("P" + i)
                    .isTrue();
        }
        assertThat(NORTHMOOR.texts("""
                        select distinct coalesce(given_name, family_name, date_of_birth::text, sex, postcode, address)
                          from identity_record where agency = 'clinic'
                        """)).containsExactly("null");
        links(NORTHMOOR.person("clinic", "P0"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.links[0].model")
                .isEqualTo("encodings people-1")
                .jsonPath("$.links[0].reason")
                .value(String.class, reason -> assertThat(reason).contains("people-1"));
    }

    @Test
    void an_encoding_by_a_schema_that_nobody_agreed_on_refuses_the_file() {
        String encoded = EncodedPeople.HEADER + new EncodedPeople(1).withSlips().replace("people-1", "people-9");

        assertThat(NORTHMOOR.deliverFile("shelter", encoded)).isEqualTo("refused");

        assertThat(NORTHMOOR.texts("select reasons from refused_row where reasons like '%people-9%'"))
                .first()
                .asString()
                .contains("No schema of encodings 'people-9' is agreed on here, only people-1");
        assertThat(NORTHMOOR.person("shelter", "P0")).isNull();
    }

    @Test
    void links_by_encodings_are_followed_from_those_who_are_placed_and_no_others_are_read(
            @Autowired BulkDatabase database) throws Exception {
        List<Decisions.Pair> near = database.inTransaction(connection -> {
            try (var links = connection.createStatement()) {
                links.executeUpdate("""
                        insert into person_link (subject_a, subject_b, weight, probability, verdict, model, evidence, reason)
                        select lpad(a, 32, '0')::uuid, lpad(b, 32, '0')::uuid, 1, 0.9, 'join', 'encodings people-1', '{}', ''
                          from (values ('1', '2'), ('2', '3'), ('4', '5')) pair (a, b)
                        """);
            }
            EncodedLinks found = EncodedLinks.near(connection, List.of(new UUID(0, 3)));
            connection.rollback();
            return found.beside(Decisions.none()).joined();
        });

        assertThat(near).containsExactly(pair(1, 2), pair(2, 3));
    }

    private static Decisions.Pair pair(long one, long other) {
        return new Decisions.Pair(new UUID(0, one).toString(), new UUID(0, other).toString());
    }

    private static boolean together(String agency, String reference, String other, String otherReference) {
        String person = NORTHMOOR.person(agency, reference);
        return person != null && person.equals(NORTHMOOR.person(other, otherReference));
    }
}
