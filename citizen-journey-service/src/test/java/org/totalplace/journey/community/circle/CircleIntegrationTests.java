package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class CircleIntegrationTests extends OnCircle {

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
        String hours = step(introduction, Map.of("step", "meet", "on", TODAY, "minutes", 90), 200)
                .path("hours")
                .asString();
        areNewest(hours, 90);

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

    private void areNewest(String hours, int minutes) {
        JsonNode written =
                get(office, circlePath + "/hours?limit=1", 200).path("results").get(0);
        assertThat(written.path("hours").asString()).isEqualTo(hours);
        assertThat(written.path("minutes").asInt()).isEqualTo(minutes);
        assertThat(written.path("takenBack").asBoolean(true)).isFalse();
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
                .as("the check ends before the day of need, so the introduction is cancelled")
                .isEqualTo("not-now");
        assertThat(offer(request, helper, 409).path("code").asString()).isEqualTo("no-valid-check");
        check(helper, "identity", TODAY.plusDays(30));
        introduction = offer(request, helper, 201).path("introduction").asString();
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
    void what_was_accepted_ends_when_a_check_ends_sooner_or_the_circle_needs_another() throws Exception {
        String helper = helper("H", 400);
        String request = ask(join("A", 400));
        String introduction = offer(request, helper, 201).path("introduction").asString();
        step(introduction, Map.of("step", "accept"), 200);
        String own = "/people/" + person("A") + "/circles";
        assertThat(introduced(get(office, circlePath + "/introductions", 200).path("results"), introduction)
                        .path("clearedUntil")
                        .asString())
                .isEqualTo(TODAY.plusDays(300).toString());
        // It ends while nobody looks: whoever waits for the helper can read of it.
        change("update circle_check set valid_from = current_date - 40, valid_until = current_date - 1"
                + " where kind = 'dbs' and member = '" + helper + "'");
        assertThat(introduced(get(citizen("A"), own, 200).path("introductions"), introduction)
                        .hasNonNull("clearedUntil"))
                .isFalse();

        check(helper, "identity", TODAY.plusDays(2));
        assertThat(stageOf(introduction)).isEqualTo("cancelled");

        check(helper, "dbs", TODAY.plusDays(300));
        check(helper, "identity", TODAY.plusDays(300));
        String again = offer(request, helper, 201).path("introduction").asString();
        step(again, Map.of("step", "accept"), 200);
        Map<String, Object> stricter = Map.of("name", "Circle", "needs", List.of("dbs", "identity", "references"));
        call(HttpMethod.PUT, tokens.role("steward"), circlePath, stricter, 200);
        assertThat(stageOf(again)).isEqualTo("cancelled");
    }

    @Test
    void a_request_that_is_withdrawn_while_an_offer_is_made_leads_to_no_meeting() throws Exception {
        String helper = helper("H", 400);
        String request = ask(join("A", 400));
        String introduction = offer(request, helper, 201).path("introduction").asString();
        // As two at the same moment could leave it before: gone, with an introduction that nobody saw.
        change("update circle_request set stage = 'withdrawn', ended_on = current_date where request = '" + request
                + "'");

        assertThat(step(introduction, Map.of("step", "accept"), 409)
                        .path("code")
                        .asString())
                .isEqualTo("not-now");
        change("update circle_introduction set stage = 'accepted' where introduction = '" + introduction + "'");
        assertThat(step(introduction, Map.of("step", "meet", "on", TODAY, "minutes", 60), 409)
                        .path("code")
                        .asString())
                .isEqualTo("not-now");
        assertThat(member(helper).path("given").asLong()).isZero();
        step(introduction, Map.of("step", "cancel"), 200);
    }

    @Test
    void whoever_withdraws_while_an_offer_is_made_takes_it_off_too() throws Exception {
        String helper = helper("H", 400);
        String request = ask(join("A", 400));
        String path = circlePath + "/requests/" + request + "/withdrawal";
        CompletableFuture<JsonNode> withdrawal;
        try (var connection =
                        DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // An offer holds the request and writes the introduction; the withdrawal comes in between.
            statement.execute("select from circle_request where request = '" + request + "' for update");
            withdrawal = CompletableFuture.supplyAsync(() -> call(HttpMethod.POST, office, path, null, 200));
            awaitWaiting(statement);
            statement.execute("insert into circle_introduction values (gen_random_uuid(), '" + request + "', '" + helper
                    + "', 'offered', current_date, null)");
            connection.commit();
        }

        withdrawal.join();
        assertThat(get(office, circlePath + "/introductions", 200)
                        .path("results")
                        .get(0)
                        .path("stage")
                        .asString())
                .isEqualTo("cancelled");
    }

    /** Until another waits for what this transaction holds. */
    private static void awaitWaiting(Statement holding) throws Exception {
        for (int tries = 0; tries < 500; tries++) {
            try (var row = holding.executeQuery("select count(*) from pg_locks"
                    + " where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))")) {
                row.next();
                if (row.getLong(1) > 0) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("The withdrawal did not wait for the offer");
    }

    private static JsonNode introduced(JsonNode introductions, String introduction) {
        return introductions
                .valueStream()
                .filter(one -> one.path("introduction").asString().equals(introduction))
                .findFirst()
                .orElseThrow();
    }

    private String stageOf(String introduction) {
        return introduced(get(office, circlePath + "/introductions", 200).path("results"), introduction)
                .path("stage")
                .asString();
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
        // Written down again it stays withdrawn; another check counts.
        Map<String, Object> again = Map.of("kind", "dbs", "from", TODAY.minusDays(30), "until", TODAY.plusDays(300));
        String checks = circlePath + "/members/" + helper + "/checks";
        assertThat(call(HttpMethod.POST, office, checks, again, 409)
                        .path("code")
                        .asString())
                .isEqualTo("withdrawn-before");
        call(HttpMethod.POST, office, checks, with(again, "from", TODAY), 200);
        offer(request, helper, 201);
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
        // Taking back makes room for others, but not for a flood.
        int asked = 10;
        for (JsonNode one : get(office, circlePath + "/requests", 200).path("results")) {
            String withdrawal = circlePath + "/requests/" + one.path("request").asString() + "/withdrawal";
            call(HttpMethod.POST, office, withdrawal, null, 200);
        }
        for (; asked < 20; asked++) {
            String more = ask(asker);
            call(HttpMethod.POST, office, circlePath + "/requests/" + more + "/withdrawal", null, 200);
        }
        call(HttpMethod.POST, office, circlePath + "/requests", with(GARDEN, "member", asker), 409);
    }

    @Test
    void nobody_helps_themselves_by_another_of_their_records() throws Exception {
        String request = ask(join("A", 400));
        String same = helper("ALSO-A", 400);
        change("update person_subject set person = '" + person("A") + "' where subject = '" + subject(circle, "ALSO-A")
                + "'");

        assertThat(offer(request, same, 409).path("code").asString()).isEqualTo("is-the-asker");
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
}
