package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A circle of its own for each test, entered through the front door. */
abstract class OnCircle extends RunningJourneyService {

    protected static final JsonMapper JSON = new JsonMapper();
    protected static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
    protected static final Map<String, Object> GARDEN =
            Map.of("skill", "garden", "times", List.of("tue-morning"), "neededOn", TODAY.plusDays(7));

    /** Every test has a circle of its own. */
    protected final String circle = "c" + UUID.randomUUID().toString().substring(0, 8);

    protected final TokenIssuer tokens = TokenIssuer.shared();
    protected final String office = tokens.agency(circle);
    protected final String circlePath = "/circles/" + circle;

    @BeforeEach
    void aCircle() {
        call(
                HttpMethod.PUT,
                tokens.role("steward"),
                circlePath,
                Map.of("name", "Circle " + circle, "needs", List.of("dbs", "identity")),
                200);
    }

    protected String join(String reference, int east) throws Exception {
        knownTo(circle, reference);
        return joining(reference, east, 201).path("member").asString();
    }

    protected JsonNode joining(String reference, int east, int status) {
        return call(
                HttpMethod.POST,
                office,
                circlePath + "/members",
                Map.of("reference", reference, "square", Map.of("east", east, "north", 300)),
                status);
    }

    protected String helper(String reference, int east) throws Exception {
        String member = join(reference, east);
        call(HttpMethod.PUT, office, circlePath + "/members/" + member + "/help", help(), 200);
        check(member, "dbs", TODAY.plusDays(300));
        check(member, "identity", TODAY.plusDays(300));
        return member;
    }

    protected static Map<String, Object> help() {
        return Map.of("skills", List.of("garden", "lifts"), "times", List.of("tue-morning", "sat-evening"), "reach", 5);
    }

    protected void check(String member, String kind, LocalDate until) {
        Map<String, Object> check = Map.of("kind", kind, "from", TODAY.minusDays(30), "until", until);
        call(HttpMethod.POST, office, circlePath + "/members/" + member + "/checks", check, 200);
    }

    protected String ask(String member) {
        return call(HttpMethod.POST, office, circlePath + "/requests", with(GARDEN, "member", member), 201)
                .path("request")
                .asString();
    }

    protected Map<String, Object> wish() {
        return with(GARDEN, "circle", circle);
    }

    protected JsonNode offer(String request, String helper, int status) {
        return call(
                HttpMethod.POST,
                office,
                circlePath + "/requests/" + request + "/introductions",
                Map.of("helper", helper),
                status);
    }

    protected JsonNode step(String introduction, Map<String, ?> step, int status) {
        return call(HttpMethod.POST, office, circlePath + "/introductions/" + introduction, step, status);
    }

    protected JsonNode member(String member) {
        return get(office, circlePath + "/members?limit=500", 200)
                .path("results")
                .valueStream()
                .filter(one -> one.path("member").asString().equals(member))
                .findFirst()
                .orElseThrow();
    }

    protected static JsonNode of(JsonNode circles, String circle) {
        return circles.valueStream()
                .filter(one -> one.path("circle").asString().equals(circle))
                .findFirst()
                .orElseThrow();
    }

    protected UUID subject(String agency, String reference) {
        return PSEUDONYMS.subject(new AgencyCode(agency), reference).value();
    }

    /** As if the agency had delivered the record, and linking had found nobody else. */
    protected UUID knownTo(String agency, String reference) throws Exception {
        UUID person = UUID.nameUUIDFromBytes((agency + reference).getBytes(StandardCharsets.UTF_8));
        try (JourneyFacts facts = new JourneyFacts(DATABASE)) {
            facts.livesAt(subject(agency, reference), agency, "1");
            facts.link(subject(agency, reference), agency, person);
        }
        return person;
    }

    protected UUID person(String reference) {
        return UUID.nameUUIDFromBytes((circle + reference).getBytes(StandardCharsets.UTF_8));
    }

    protected String citizen(String reference) {
        return tokens.citizen(circle, reference);
    }

    protected static void change(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    protected static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    protected JsonNode get(String token, String path, int status) {
        return call(HttpMethod.GET, token, path, null, status);
    }

    protected JsonNode as(String token, HttpMethod method, String path, @Nullable Object body, int status) {
        return call(method, token, path, body, status);
    }

    protected JsonNode call(HttpMethod method, @Nullable String token, String path, @Nullable Object body, int status) {
        WebTestClient.RequestBodySpec request = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .method(method)
                .uri(path)
                .header("X-Purpose", "subject-access");
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        byte[] answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNullElse(answer, "null".getBytes(StandardCharsets.UTF_8)));
    }
}
