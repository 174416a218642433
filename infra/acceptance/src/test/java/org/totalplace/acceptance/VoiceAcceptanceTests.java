package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A year of voice in the sample place, as somebody without an account reads it. */
@Order(6)
class VoiceAcceptanceTests {

    @Test
    void the_sample_place_has_a_year_of_it_for_everybody_to_read() throws Exception {
        Api api = RunningStack.sample();

        JsonNode register =
                api.json(WhoMay.NOBODY, "/api/v1/voice/register?limit=1000").path("results");
        JsonNode chain =
                api.json(WhoMay.NOBODY, "/api/v1/voice/chain?limit=1000").path("results");

        assertThat(register).hasSizeGreaterThan(15);
        assertThat(chain).hasSizeGreaterThanOrEqualTo(register.size());
        List<Long> overdue =
                chain.valueStream().map(one -> one.path("overdueDays").asLong()).toList();
        assertThat(overdue.getFirst()).isPositive();
        assertThat(overdue).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(register.valueStream().map(one -> one.path("stage").asString()))
                .contains("closed", "published");
        JsonNode done = register.valueStream()
                .filter(one -> one.path("figures").size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(done.path("decision").path("reason").asString()).isNotBlank();
        for (JsonNode figure : done.path("figures")) {
            // What a suggestion points to can be asked for.
            assertThat(api.status("analyst", "GET", figure.path("path").asString(), ""))
                    .as(figure.toString())
                    .isEqualTo(200);
        }
    }

    @Test
    void surveys_stand_beside_what_was_published_of_england() throws Exception {
        Api api = RunningStack.sample();

        JsonNode surveys = api.json(WhoMay.NOBODY, "/api/v1/voice/surveys").path("results");

        assertThat(surveys).hasSize(2);
        assertThat(surveys.toString()).contains("have-a-voice", "0.654", "Adult Social Care Outcomes Framework");
    }

    @Test
    void a_word_of_worry_reaches_safeguarding_staff_and_nobody_else() throws Exception {
        Api api = RunningStack.sample();
        String worry = "{\"kind\": \"cold-home\", \"words\": \"No heating since Monday\", \"where\": \"Mill Lane\"}";

        Api.Answer raised = api.post(
                WhoMay.NOBODY,
                "/api/v1/voice/need-flags",
                BodyPublishers.ofString(worry),
                "Content-Type",
                "application/json");

        Api.expect(raised, 201);

        assertThat(api.get("safeguarding", "/api/v1/voice/triage", "X-Purpose", "safeguarding")
                        .body())
                .contains("No heating");
        assertThat(api.status("steward", "GET", "/api/v1/voice/triage", "")).isEqualTo(403);
        String feedback =
                "/api/v1/voice/need-flags/" + raised.json().path("code").asString();
        assertThat(api.json(WhoMay.NOBODY, feedback).path("stage").asString()).isEqualTo("raised");
    }

    @Test
    void the_sample_place_was_asked_is_helped_by_neighbours_and_knows_who_pays() throws Exception {
        Api api = RunningStack.sample();

        JsonNode buses = api.json(WhoMay.NOBODY, "/api/v1/voice/engagements/evening-buses");
        assertThat(buses.path("responses").path("value").asLong()).isGreaterThan(200);
        assertThat(buses.path("areas").get(2).path("perExpected").asDouble()).isLessThan(1);
        assertThat(buses.path("results")).hasSize(1);

        JsonNode hours = api.json(WhoMay.NOBODY, "/api/v1/circles/resources?year=2024-25");
        assertThat(hours.path("hours").path("value").asLong()).isGreaterThan(500);
        JsonNode members = api.json("agency-housing", "/api/v1/circles/housing/members?limit=500");
        assertThat(members.path("results")).hasSize(60);
        assertThat(api.json("agency-housing", "/api/v1/circles/housing/requests")
                        .path("results"))
                .isNotEmpty();
        assertThat(api.status("agency-county", "GET", "/api/v1/circles/housing/members", ""))
                .isEqualTo(403);

        JsonNode falls = api.json("board", "/api/v1/outcomes/proposals/fewer-falls");
        assertThat(falls.path("agencies").get(2).path("agency").asString()).isEqualTo("nhs-trust");
        assertThat(falls.path("agencies").get(2).path("role").asString()).isEqualTo("gainer");
        assertThat(falls.path("agencies").get(1).path("role").asString()).isEqualTo("payer");
        assertThat(falls.path("outturn")).hasSize(2);

        String proposals = "/api/v1/journeys/maps/older-person-leaving-hospital/proposals";
        JsonNode proposed = api.json("practitioner", proposals).path("results").get(0);
        JsonNode beside =
                api.json("practitioner", proposals + "/" + proposed.path("id").asString() + "/comparison?year=2024-25");
        assertThat(beside.at("/before/handOvers/value").asLong()).isPositive();
    }
}
