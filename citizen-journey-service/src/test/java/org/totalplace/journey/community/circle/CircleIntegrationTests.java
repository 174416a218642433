package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CircleIntegrationTests extends RunningJourneyService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
    private static final Map<String, Object> GARDEN =
            Map.of("skill", "garden", "times", List.of("tue-morning"), "neededOn", TODAY.plusDays(7));

    /** Every test has a circle of its own. */
    private final String circle = "c" + UUID.randomUUID().toString().substring(0, 8);

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final String office = tokens.agency(circle);
    private final String circlePath = "/circles/" + circle;

    @BeforeEach
    void aCircle() {
        call(
                HttpMethod.PUT,
                tokens.role("steward"),
                circlePath,
                Map.of("name", "Circle " + circle, "needs", List.of("dbs", "identity")),
                200);
    }

    @Test
    void members_are_introduced_meet_and_see_their_hours() throws Exception {
        String asker = join("A", 400);
        String helper = helper("H", 402);
        String other = helper("FAR", 440);

        String request = ask(asker);
        JsonNode matches = get(office, circlePath + "/requests/" + request + "/matches", 200);
        assertThat(matches.path("results")).hasSize(1);
        JsonNode match = matches.path("results").get(0);
        assertThat(match.path("helper").asString()).isEqualTo(helper);
        assertThat(match.path("kilometres").asInt()).isEqualTo(2);
        assertThat(match.path("times").toString()).isEqualTo("[\"tue-morning\"]");
        assertThat(matches.path("leftOut").path("too-far").asInt()).isEqualTo(1);
        assertThat(offer(request, other, 409).path("code").asString()).isEqualTo("too-far");

        String introduction = offer(request, helper, 201).path("introduction").asString();
        assertThat(offer(request, helper, 409).path("code").asString()).isEqualTo("underway");
        String own = "/people/" + person("H") + "/circles";
        assertThat(as(
                                citizen("H"),
                                HttpMethod.POST,
                                own + "/introductions/" + introduction,
                                Map.of("step", "accept"),
                                200)
                        .path("stage")
                        .asString())
                .isEqualTo("accepted");
        step(introduction, Map.of("step", "meet", "on", TODAY, "minutes", 90), 200);

        JsonNode helped =
                as(citizen("H"), HttpMethod.GET, own, null, 200).path("circles").get(0);
        assertThat(helped.path("given").asLong()).isEqualTo(90);
        assertThat(helped.path("balance").asLong()).isEqualTo(90);
        JsonNode received = member(asker);
        assertThat(received.path("received").asLong()).isEqualTo(90);
        assertThat(received.path("balance").asLong()).isEqualTo(-90);
        assertThat(get(office, circlePath + "/requests", 200).path("results")).isEmpty();
        assertThat(get(office, circlePath + "/introductions", 200)
                        .path("results")
                        .get(0)
                        .path("stage")
                        .asString())
                .isEqualTo("met");
        assertThat(step(introduction, Map.of("step", "cancel"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("not-now");
        String again = ask(asker);
        assertThat(get(office, circlePath + "/requests/" + again + "/matches", 200)
                        .path("results")
                        .get(0)
                        .path("metBefore")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_is_introduced_whose_check_has_ended_also_not_between_offer_and_answer() throws Exception {
        String asker = join("A", 400);
        String helper = helper("H", 400);
        String unchecked = join("U", 400);
        call(HttpMethod.PUT, office, circlePath + "/members/" + unchecked + "/help", help(), 200);
        String request = ask(asker);

        JsonNode matches = get(office, circlePath + "/requests/" + request + "/matches", 200);
        assertThat(matches.path("leftOut").path("no-valid-check").asInt()).isEqualTo(1);
        assertThat(offer(request, unchecked, 409).path("code").asString()).isEqualTo("no-valid-check");
        String introduction = offer(request, helper, 201).path("introduction").asString();
        // Time passes: the identity check, one of two that are needed, ended yesterday.
        change("update circle_check set valid_from = current_date - 30, valid_until = current_date - 1"
                + " where kind = 'identity' and member = '" + helper + "'");

        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("no-valid-check");
        check(helper, "identity", TODAY.plusDays(3));
        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("code")
                        .asString())
                .as("the check ends before the day of need")
                .isEqualTo("no-valid-check");
        check(helper, "identity", TODAY.plusDays(30));
        step(introduction, Map.of("step", "accept"), 200);
        change("update circle_check set valid_from = current_date - 30, valid_until = current_date - 1"
                + " where kind = 'dbs' and member = '" + helper + "'");
        assertThat(step(introduction, Map.of("step", "meet", "on", TODAY, "minutes", 60), 409)
                        .path("code")
                        .asString())
                .isEqualTo("no-valid-check");
        assertThat(member(helper).has("clearedUntil")).isFalse();
        assertThat(member(helper).path("given").asLong()).isZero();
    }

    @Test
    void a_check_that_is_withdrawn_ends_what_is_under_way() throws Exception {
        String helper = helper("H", 400);
        String request = ask(join("A", 400));
        String introduction = offer(request, helper, 201).path("introduction").asString();

        call(HttpMethod.DELETE, office, circlePath + "/members/" + helper + "/checks/dbs", null, 200);

        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("detail")
                        .asString())
                .contains("cancelled");
        assertThat(get(office, circlePath + "/requests", 200)
                        .path("results")
                        .get(0)
                        .has("introduction"))
                .isFalse();
        assertThat(offer(request, helper, 409).path("code").asString()).isEqualTo("no-valid-check");
    }

    @Test
    void membership_cannot_be_forged() throws Exception {
        String asker = join("A", 400);

        assertThat(joining("never-delivered", 400, 400).path("code").asString()).isEqualTo("bad-input");
        assertThat(joining("A", 401, 200).path("member").asString()).isEqualTo(asker);
        // Another agency's reference of the same letters is another person's, and other agencies run nothing here.
        knownTo("stranger", "S");
        assertThat(joining("S", 400, 400).path("detail").asString()).contains("no record");
        call(HttpMethod.POST, tokens.agency("stranger"), circlePath + "/members", Map.of("reference", "S"), 403);
        call(HttpMethod.GET, tokens.agency("stranger"), circlePath + "/members", null, 403);
        // Nobody who is in no circle asks in one, nor in somebody else's name.
        UUID outsider = knownTo(circle, "OUT");
        as(citizen("OUT"), HttpMethod.POST, "/people/" + outsider + "/circles/requests", wish(), 400);
        as(citizen("OUT"), HttpMethod.POST, "/people/" + person("A") + "/circles/requests", wish(), 403);
        as(citizen("OUT"), HttpMethod.GET, "/people/" + person("A") + "/circles", null, 403);
        as(tokens.role("board"), HttpMethod.GET, "/people/" + person("A") + "/circles", null, 403);
        assertThat(ask(asker)).isNotEmpty();
    }

    @Test
    void nobody_touches_somebody_elses_request_or_introduction() throws Exception {
        String helper = helper("H", 400);
        String other = helper("O", 400);
        join("A", 400);
        String request = as(citizen("A"), HttpMethod.POST, "/people/" + person("A") + "/circles/requests", wish(), 201)
                .path("request")
                .asString();
        String introduction = offer(request, helper, 201).path("introduction").asString();

        String others = "/people/" + person("O") + "/circles";
        as(citizen("O"), HttpMethod.POST, others + "/requests/" + request + "/withdrawal", null, 404);
        for (String step : List.of("accept", "decline", "cancel")) {
            as(citizen("O"), HttpMethod.POST, others + "/introductions/" + introduction, Map.of("step", step), 404);
        }
        String own = "/people/" + person("A") + "/circles";
        as(citizen("A"), HttpMethod.POST, own + "/introductions/" + introduction, Map.of("step", "accept"), 404);
        as(citizen("A"), HttpMethod.POST, own + "/introductions/" + introduction, Map.of("step", "meet"), 400);
        assertThat(offer(request, other, 409).path("code").asString()).isEqualTo("underway");

        as(citizen("A"), HttpMethod.POST, own + "/requests/" + request + "/withdrawal", null, 200);
        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("detail")
                        .asString())
                .contains("cancelled");
        assertThat(as(citizen("A"), HttpMethod.GET, own, null, 200)
                        .path("requests")
                        .get(0)
                        .path("stage")
                        .asString())
                .isEqualTo("withdrawn");
    }

    @Test
    void a_member_who_declined_is_not_asked_again_and_a_flood_of_requests_is_stopped() throws Exception {
        String helper = helper("H", 400);
        String asker = join("A", 400);
        String request = ask(asker);
        String introduction = offer(request, helper, 201).path("introduction").asString();
        step(introduction, Map.of("step", "decline"), 200);

        assertThat(offer(request, helper, 409).path("code").asString()).isEqualTo("said-no");
        for (int more = 1; more < 10; more++) {
            ask(asker);
        }
        assertThat(call(HttpMethod.POST, office, circlePath + "/requests", with(GARDEN, "member", asker), 409)
                        .path("code")
                        .asString())
                .isEqualTo("too-many");
    }

    @Test
    void hours_have_a_day_for_their_length_and_can_be_taken_back() throws Exception {
        String helper = helper("H", 400);
        Map<String, Object> day = Map.of("giver", helper, "on", TODAY, "minutes", 1_000);

        String hours = call(HttpMethod.POST, office, circlePath + "/hours", day, 201)
                .path("hours")
                .asString();
        assertThat(call(HttpMethod.POST, office, circlePath + "/hours", day, 409)
                        .path("code")
                        .asString())
                .isEqualTo("not-then");
        call(HttpMethod.POST, office, circlePath + "/hours", with(day, "on", TODAY.plusDays(1)), 409);
        call(HttpMethod.POST, office, circlePath + "/hours", with(day, "receiver", helper), 400);
        call(HttpMethod.POST, office, circlePath + "/hours", with(day, "minutes", 0), 400);
        assertThat(member(helper).path("given").asLong()).isEqualTo(1_000);

        call(HttpMethod.DELETE, office, circlePath + "/hours/" + hours, null, 200);
        call(HttpMethod.DELETE, office, circlePath + "/hours/" + hours, null, 404);
        assertThat(member(helper).path("given").asLong()).isZero();
    }

    @Test
    void the_place_reads_how_many_hours_it_was_given_and_pounds_only_by_a_named_valuation() throws Exception {
        for (int i = 0; i < 8; i++) {
            String giver = join("G" + i, 400);
            call(
                    HttpMethod.POST,
                    office,
                    circlePath + "/hours",
                    Map.of("giver", giver, "on", TODAY, "minutes", 150),
                    201);
        }
        String year = FinancialYear.of(TODAY).label();

        JsonNode open = call(HttpMethod.GET, null, "/circles/resources?year=" + year, null, 200);
        JsonNode ours = of(open.path("circles"), circle);
        assertThat(ours.path("hours").path("value").asLong()).isEqualTo(20);
        assertThat(ours.path("givers").path("value").asLong()).isEqualTo(10);
        assertThat(open.has("valuation")).isFalse();
        assertThat(of(call(HttpMethod.GET, null, "/circles", null, 200).path("results"), circle)
                        .path("helpers")
                        .path("value")
                        .asLong())
                .isZero();

        call(HttpMethod.GET, null, "/circles/resources?year=" + year + "&valuation=" + circle, null, 400);
        Map<String, Object> wage =
                Map.of("name", "A wage", "source", "A survey of wages", "anHour", 12.47, "priceYear", "2024-25");
        call(HttpMethod.PUT, tokens.role("steward"), "/circles/valuations/" + circle, wage, 200);
        call(HttpMethod.PUT, office, "/circles/valuations/" + circle, wage, 403);
        JsonNode valued =
                call(HttpMethod.GET, null, "/circles/resources?year=" + year + "&valuation=" + circle, null, 200);
        assertThat(valued.path("valuation").path("source").asString()).isEqualTo("A survey of wages");
        long shown = valued.path("hours").path("value").asLong();
        assertThat(valued.path("valuation").path("worth").decimalValue())
                .isEqualByComparingTo(new BigDecimal("12.47").multiply(BigDecimal.valueOf(shown)));
    }

    @Test
    void an_erased_member_leaves_hours_of_nobody_and_nothing_else() throws Exception {
        String helper = helper("H", 400);
        String asker = join("A", 400);
        String introduction =
                offer(ask(asker), helper, 201).path("introduction").asString();
        step(introduction, Map.of("step", "accept"), 200);
        step(introduction, Map.of("step", "meet", "on", TODAY, "minutes", 30), 200);
        UUID subject = subject(circle, "H");

        as(
                tokens.role("steward"),
                HttpMethod.POST,
                "/people/erasures",
                Map.of("person", person("H"), "reason", "asked for it"),
                201);

        try (JourneyFacts facts = new JourneyFacts(DATABASE)) {
            for (String table : List.of("circle_member", "circle_help", "circle_check", "circle_introduction")) {
                assertThat(facts.rows("select t::text from " + table + " t").toString())
                        .as(table)
                        .doesNotContain(subject.toString(), helper);
            }
            assertThat(facts.rows("select giver, minutes from circle_hours where circle = '" + circle + "'"))
                    .containsExactly("(,30)");
        }
        assertThat(member(asker).path("received").asLong()).isEqualTo(30);
        assertThat(joining("H", 400, 400).path("code").asString()).isEqualTo("bad-input");
    }

    @Test
    void whoever_leaves_keeps_their_hours_and_nothing_that_they_were_checked_for() throws Exception {
        String helper = helper("H", 400);
        String request = ask(join("A", 400));
        String introduction = offer(request, helper, 201).path("introduction").asString();

        call(HttpMethod.DELETE, office, circlePath + "/members/" + helper, null, 200);

        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("detail")
                        .asString())
                .contains("cancelled");
        assertThat(offer(request, helper, 400).path("code").asString()).isEqualTo("bad-input");
        call(HttpMethod.DELETE, office, circlePath + "/members/" + helper, null, 404);
        JsonNode back = joining("H", 400, 200);
        assertThat(back.path("member").asString()).isEqualTo(helper);
        assertThat(offer(request, helper, 400).path("code").asString()).isEqualTo("bad-input");
    }

    @Test
    void what_is_no_code_of_a_list_is_refused_with_the_list() {
        String asker =
                call(HttpMethod.GET, office, circlePath + "/members", null, 200).toString();
        assertThat(asker).contains("results");
        call(HttpMethod.GET, office, circlePath + "/members?limit=0", null, 400);
        call(HttpMethod.GET, office, circlePath + "/members?cursor=Zm9v", null, 400);
        call(HttpMethod.GET, office, circlePath + "/requests/x/matches", null, 404);
        Map<String, Object> nowhere = Map.of("reference", "A", "square", Map.of("east", 900, "north", 1));
        call(HttpMethod.POST, office, circlePath + "/members", nowhere, 400);
        String id = UUID.randomUUID().toString();
        for (Map<String, Object> wrong : List.of(
                with(GARDEN, "skill", "Mrs Smith’s keys"),
                with(GARDEN, "times", List.of("noon")),
                with(GARDEN, "times", Arrays.asList("tue-morning", null)),
                with(GARDEN, "neededOn", TODAY.minusDays(1)))) {
            call(HttpMethod.POST, office, circlePath + "/requests", with(wrong, "member", id), 400);
        }
        call(HttpMethod.POST, office, circlePath + "/requests", with(GARDEN, "member", id), 404);
        Map<String, Object> none = Map.of("name", "None", "needs", List.of());
        call(HttpMethod.PUT, tokens.role("steward"), circlePath, none, 400);
    }

    private String join(String reference, int east) throws Exception {
        knownTo(circle, reference);
        return joining(reference, east, 201).path("member").asString();
    }

    private JsonNode joining(String reference, int east, int status) {
        return call(
                HttpMethod.POST,
                office,
                circlePath + "/members",
                Map.of("reference", reference, "square", Map.of("east", east, "north", 300)),
                status);
    }

    private String helper(String reference, int east) throws Exception {
        String member = join(reference, east);
        call(HttpMethod.PUT, office, circlePath + "/members/" + member + "/help", help(), 200);
        check(member, "dbs", TODAY.plusDays(300));
        check(member, "identity", TODAY.plusDays(300));
        return member;
    }

    private static Map<String, Object> help() {
        return Map.of("skills", List.of("garden", "lifts"), "times", List.of("tue-morning", "sat-evening"), "reach", 5);
    }

    private void check(String member, String kind, LocalDate until) {
        Map<String, Object> check = Map.of("kind", kind, "from", TODAY.minusDays(30), "until", until);
        call(HttpMethod.POST, office, circlePath + "/members/" + member + "/checks", check, 200);
    }

    private String ask(String member) {
        return call(HttpMethod.POST, office, circlePath + "/requests", with(GARDEN, "member", member), 201)
                .path("request")
                .asString();
    }

    private Map<String, Object> wish() {
        return with(GARDEN, "circle", circle);
    }

    private JsonNode offer(String request, String helper, int status) {
        return call(
                HttpMethod.POST,
                office,
                circlePath + "/requests/" + request + "/introductions",
                Map.of("helper", helper),
                status);
    }

    private JsonNode step(String introduction, Map<String, ?> step, int status) {
        return call(HttpMethod.POST, office, circlePath + "/introductions/" + introduction, step, status);
    }

    private JsonNode member(String member) {
        return get(office, circlePath + "/members?limit=500", 200)
                .path("results")
                .valueStream()
                .filter(one -> one.path("member").asString().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode of(JsonNode circles, String circle) {
        return circles.valueStream()
                .filter(one -> one.path("circle").asString().equals(circle))
                .findFirst()
                .orElseThrow();
    }

    private UUID subject(String agency, String reference) {
        return PSEUDONYMS.subject(new AgencyCode(agency), reference).value();
    }

    /** As if the agency had delivered the record, and linking had found nobody else. */
    private UUID knownTo(String agency, String reference) throws Exception {
        UUID person = UUID.nameUUIDFromBytes((agency + reference).getBytes(StandardCharsets.UTF_8));
        try (JourneyFacts facts = new JourneyFacts(DATABASE)) {
            facts.livesAt(subject(agency, reference), agency, "1");
            facts.link(subject(agency, reference), agency, person);
        }
        return person;
    }

    private UUID person(String reference) {
        return UUID.nameUUIDFromBytes((circle + reference).getBytes(StandardCharsets.UTF_8));
    }

    private String citizen(String reference) {
        return tokens.citizen(circle, reference);
    }

    private static void change(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    private JsonNode get(String token, String path, int status) {
        return call(HttpMethod.GET, token, path, null, status);
    }

    private JsonNode as(String token, HttpMethod method, String path, @Nullable Object body, int status) {
        return call(method, token, path, body, status);
    }

    private JsonNode call(HttpMethod method, @Nullable String token, String path, @Nullable Object body, int status) {
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
