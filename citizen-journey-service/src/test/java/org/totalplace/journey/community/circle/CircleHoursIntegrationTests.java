package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.value.FinancialYear;
import tools.jackson.databind.JsonNode;

class CircleHoursIntegrationTests extends OnCircle {

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
        assertThat(get(office, circlePath + "/hours", 200)
                        .path("results")
                        .get(0)
                        .path("takenBack")
                        .asBoolean(false))
                .isTrue();
        get(tokens.agency("stranger"), circlePath + "/hours", 403);
        assertThat(call(HttpMethod.POST, office, circlePath + "/hours", with(day, "on", TODAY.minusDays(1)), 409)
                        .path("code")
                        .asString())
                .as("nobody gives hours before they join")
                .isEqualTo("not-then");
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
        // One person with two records gives once.
        change("update person_subject set person = '" + person("G0") + "' where subject = '" + subject(circle, "G1")
                + "'");
        assertThat(of(
                                call(HttpMethod.GET, null, "/circles/resources?year=" + year, null, 200)
                                        .path("circles"),
                                circle)
                        .path("givers")
                        .path("value")
                        .isNumber())
                .as("seven persons are few")
                .isFalse();
        change("update person_subject set person = '" + person("G1") + "' where subject = '" + subject(circle, "G1")
                + "'");

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
}
