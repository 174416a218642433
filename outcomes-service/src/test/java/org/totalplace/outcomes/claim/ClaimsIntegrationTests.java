package org.totalplace.outcomes.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import tools.jackson.databind.JsonNode;

class ClaimsIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";

    @Autowired
    ClaimsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void are_achieved_by_what_another_agency_observed_for_auditors_alone() throws Exception {
        UUID person = UUID.randomUUID();
        link("claiming", "K1", person, 1);
        link("watching", "W1", person, 1);
        door.register("claiming-outcomes", "claiming");
        door.register("watching-outcomes", "watching");
        door.deliver(
                "claiming-outcomes",
                "claiming",
                HEADER + "1,K1,sf-housing,2,2024-01-05\n2,K1,sf-housing,0,2024-03-01\n");
        door.deliver("watching-outcomes", "watching", HEADER + "1,W1,sf-housing,0,2024-09-10\n");
        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 3);

        JsonNode claim =
                door.put("claiming", "/outcomes/claims/claiming/k1", claim(0)).json();

        assertThat(claim.path("verdict").asString()).as(claim.toString()).isEqualTo("open");
        assertThat(claim.path("observations").asInt()).isEqualTo(2);
        assertThat(listed("claiming", "k1").path("observations").asInt()).isEqualTo(2);
        assertThat(claim.path("sustainedDays").asInt()).isEqualTo(182);
        assertThat(claim.toString()).doesNotContain("K1").doesNotContain(person.toString());
        assertThat(listed("auditor", "k1").path("verdict").asString()).isEqualTo("achieved");
        assertThat(listed("steward", "k1").path("observations").asInt()).isEqualTo(3);
        door.delete("watching", "/outcomes/feeds/watching-outcomes/records/1");
        eventually(
                "the claim is open again",
                () -> listed("auditor", "k1").path("verdict").asString().equals("open"));
    }

    @Test
    void are_not_judged_by_observations_under_another_definition() throws Exception {
        UUID person = UUID.randomUUID();
        define("Asked in person", "higher", null);
        link("claiming", "K4", person, 1);
        door.register("claiming-outcomes", "claiming");
        door.deliver(
                "claiming-outcomes",
                "claiming",
                HEADER + "41,K4,claimed,2,2024-01-05\n42,K4,claimed,8,2024-03-01\n43,K4,claimed,9,2024-09-10\n");
        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 3);
        Map<String, Object> made = claim(5);
        made.put("reference", "K4");
        made.put("measure", "claimed");
        made.put("sustainedDays", 182);
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k4", made)
                        .json()
                        .path("verdict")
                        .asString())
                .isEqualTo("achieved");

        define("Asked by letter, 10 is worst", "lower", "2024-06-01");

        assertThat(listed("claiming", "k4").path("verdict").asString()).isEqualTo("open");
        assertThat(listed("claiming", "k4").path("observations").asInt()).isEqualTo(2);
    }

    @Test
    void that_were_changed_show_auditors_what_they_said_before() {
        door.put("claiming", "/outcomes/claims/claiming/k5", claim(0));
        door.put("claiming", "/outcomes/claims/claiming/k5", claim(0));
        door.put("claiming", "/outcomes/claims/claiming/k5", claim(1));

        JsonNode claim = listed("auditor", "k5");

        assertThat(claim.path("threshold").asInt()).isEqualTo(1);
        assertThat(claim.path("earlier").size()).as(claim.toString()).isEqualTo(1);
        assertThat(claim.path("earlier").get(0).path("threshold").asInt()).isZero();
        assertThat(door.get("auditor", "/outcomes/audit/claims?size=50").body())
                .contains("It was changed after it was made: 1 earlier.");
    }

    @Test
    void are_withdrawn_by_their_agency_alone_and_sampled_by_auditors_alone() {
        door.put("claiming", "/outcomes/claims/claiming/k2", claim(1));

        assertThat(door.post("watching", "/outcomes/claims/claiming/k2/withdraw", JSON, Map.of("reason", "Not ours"))
                        .status())
                .isEqualTo(403);
        JsonNode withdrawn = door.post(
                        "claiming", "/outcomes/claims/claiming/k2/withdraw", JSON, Map.of("reason", "Sent twice"))
                .json();
        assertThat(withdrawn.path("verdict").asString()).isEqualTo("withdrawn");
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k2", claim(1))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("claim-withdrawn");
        JsonNode sample = door.get("auditor", "/outcomes/audit/claims?size=50").json();
        assertThat(sample.path("results").toString()).contains("k2");
        assertThat(sample.path("results"))
                .allSatisfy(
                        sampled -> assertThat(sampled.path("reasons").size()).isPositive());
        assertThat(door.get("claiming", "/outcomes/audit/claims").status()).isEqualTo(403);
    }

    @Test
    void are_refused_without_evidence_or_with_a_threshold_that_there_is_not() {
        Map<String, Object> without = claim(1);
        without.remove("evidenceSource");

        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", without).status())
                .isEqualTo(400);
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", claim(7))
                        .json()
                        .toString())
                .contains("0 or 1 or 2");
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", claim(2))
                        .body())
                .contains("no need could be seen");
        Map<String, Object> soon = claim(1);
        soon.put("sustainedDays", 0);
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", soon).body())
                .contains("182 days or more");
    }

    private JsonNode listed(String role, String id) {
        for (JsonNode claim : door.get(role, "/outcomes/claims/claiming").json().path("results")) {
            if (claim.path("claim").asString().equals(id)) {
                return claim;
            }
        }
        throw new AssertionError("There is no claim " + id);
    }

    private void define(String definition, String polarity, @Nullable String since) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Claimed",
                "definition",
                definition,
                "unit",
                "score",
                "polarity",
                polarity,
                "domain",
                "social",
                "minimum",
                0,
                "maximum",
                10));
        if (since != null) {
            body.put("since", since);
        }
        assertThat(door.put("steward", "/outcomes/measures/claimed", body).status())
                .isEqualTo(200);
    }

    private static Map<String, Object> claim(int threshold) {
        return new HashMap<>(Map.of(
                "reference",
                "K1",
                "measure",
                "sf-housing",
                "need",
                Map.of("on", "2024-01-05", "evidence", "Notice to quit"),
                "threshold",
                threshold,
                "evidenceSource",
                "Housing register"));
    }
}
