package org.totalplace.journey.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.PeopleOfNorthmoor.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.journey.PeopleOfNorthmoor;

/** Two agencies know the same three hundred people; one of them keeps the records of women badly at first. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ReleasingModelsIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_release");
    private static final String MODELS = "/api/v1/journeys/linkage/models";
    private static final int PEOPLE = 300;
    private static final List<String> WOMEN = List.of("Gwen", "Mary", "Aisha", "Edith", "Nadia", "Olga", "Petra");
    private static final List<String> MEN = List.of("Ahmed", "Robert", "Tomasz", "David", "Kofi", "Ivor", "Sean");
    private static final List<String> FAMILIES =
            List.of("Morgan", "Siddiqui", "Thornby", "Kowalski", "Adeyemi", "Hughes", "Patel", "Quill", "Ashdown");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void door(@LocalServerPort int port) {
        NORTHMOOR.at(port);
    }

    @Test
    void a_model_that_fails_women_is_refused_and_a_fair_one_is_released_under_the_stewards_decisions() {
        NORTHMOOR.deliver("county", people("C", "2025-01-01", false));
        NORTHMOOR.deliver("nhs-trust", people("H", "2025-01-01", true));
        NORTHMOOR.awaitLinked();
        release(proposed("assessed"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("fairness-unknown");
        label();
        keepApart("C1", "H1");

        String unfair = proposed("refused");
        release(unfair)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unfair-model")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("sex female"));

        NORTHMOOR.deliver("nhs-trust", people("H", "2025-02-01", false));
        NORTHMOOR.awaitLinked();
        String fair = proposed("assessed");
        release(fair).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("released");
        NORTHMOOR.awaitLinked();

        String version = String.valueOf(shown(fair).get("version"));
        assertThat(NORTHMOOR.texts("select distinct model from person_link")).containsExactly(version);
        assertThat(NORTHMOOR.person("county", "C2")).isEqualTo(NORTHMOOR.person("nhs-trust", "H2"));
        assertThat(NORTHMOOR.person("county", "C1")).isNotEqualTo(NORTHMOOR.person("nhs-trust", "H1"));
        release(fair)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-released");
    }

    @Test
    void a_practitioner_neither_proposes_nor_releases() {
        post("practitioner", MODELS, Map.of()).expectStatus().isForbidden();
        post("analyst", MODELS + "/1/release", Map.of("reason", "why not"))
                .expectStatus()
                .isForbidden();
        post("analyst", "/api/v1/journeys/linkage/labels", Map.of())
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_model_that_nobody_proposed_and_a_label_without_a_person_are_told_plainly() {
        release("999999").expectStatus().isNotFound();
        post(
                        "steward",
                        "/api/v1/journeys/linkage/labels",
                        Map.of("labels", List.of(Map.of("agency", "county", "reference", "C1"))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("incomplete-label");
    }

    /** Even numbers are women. Badly kept records have a name in short and nothing that tells people apart. */
    private static String[] people(String prefix, String day, boolean badlyOfWomen) {
        List<String> rows = new ArrayList<>();
        for (int n = 1; n <= PEOPLE; n++) {
            boolean woman = n % 2 == 0;
            String given = (woman ? WOMEN : MEN).get(n % 7);
            String family = FAMILIES.get(n % 9) + (char) ('a' + n % 23);
            String born = "%04d-%02d-%02d".formatted(1935 + n % 71, 1 + n % 12, 1 + n * 7 % 28);
            String home = "NM%d %d%s,%d Mill Lane".formatted(1 + n % 19, n % 10, "AB", n);
            rows.add(
                    badlyOfWomen && woman
                            ? "%s%d,%s,,,F,,,,,%s".formatted(prefix, n, given.substring(0, 1), day)
                            : "%s%d,%s,%s,%s,%s,%s,,,%s"
                                    .formatted(prefix, n, given, family, born, woman ? "F" : "M", home, day));
        }
        return rows.toArray(String[]::new);
    }

    private static void label() {
        List<Map<String, String>> labels = new ArrayList<>();
        for (int n = 1; n <= PEOPLE; n++) {
            labels.add(Map.of("agency", "county", "reference", "C" + n, "person", "p" + n));
            labels.add(Map.of("agency", "nhs-trust", "reference", "H" + n, "person", "p" + n));
        }
        post("steward", "/api/v1/journeys/linkage/labels", Map.of("labels", labels))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.labels")
                .isEqualTo(2 * PEOPLE);
    }

    private static void keepApart(String ofCounty, String ofTrust) {
        post(
                        "steward",
                        "/api/v1/people/decisions",
                        Map.of(
                                "subjects",
                                new UUID[] {
                                    NORTHMOOR.subject("county", ofCounty), NORTHMOOR.subject("nhs-trust", ofTrust)
                                },
                                "decision",
                                "keep-apart",
                                "reason",
                                "They came together"))
                .expectStatus()
                .isCreated();
    }

    /** The number of a new proposal, once it came to this state. */
    private static String proposed(String state) {
        String location = Objects.requireNonNull(post("analyst", MODELS, Map.of())
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location"));
        String proposal = location.substring(location.lastIndexOf('/') + 1);
        await(() -> !"asked".equals(shown(proposal).get("state")));
        assertThat(shown(proposal)).as("Seen from outside").containsEntry("state", state);
        return proposal;
    }

    private static Map<String, Object> shown(String proposal) {
        return Objects.requireNonNull(NORTHMOOR
                .as("analyst")
                .get()
                .uri(MODELS + "/" + proposal)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.ResponseSpec release(String proposal) {
        return post("steward", MODELS + "/" + proposal + "/release", Map.of("reason", "Fair, and finds more"));
    }

    private static WebTestClient.ResponseSpec post(String role, String uri, Object body) {
        return NORTHMOOR
                .as(role)
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
