package org.totalplace.outcomes.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
    void are_achieved_by_what_another_agency_observed_and_open_again_when_it_is_taken_back() throws Exception {
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
        door.viewWhen(person, seen -> seen.path("measures").path(0).path("history").size() == 3);

        JsonNode claim = door.put("claiming", "/outcomes/claims/claiming/k1", claim(0)).json();

        assertThat(claim.path("verdict").asString()).as(claim.toString()).isEqualTo("achieved");
        assertThat(claim.path("sustainedDays").asInt()).isEqualTo(182);
        assertThat(claim.toString()).doesNotContain("K1").doesNotContain(person.toString());
        door.delete("watching", "/outcomes/feeds/watching-outcomes/records/1");
        eventually("the claim is open again", () -> verdict().equals("open"));
    }

    @Test
    void are_withdrawn_by_their_agency_alone_and_sampled_by_auditors_alone() {
        door.put("claiming", "/outcomes/claims/claiming/k2", claim(1));

        assertThat(door.post(
                                "watching",
                                "/outcomes/claims/claiming/k2/withdraw",
                                JSON,
                                Map.of("reason", "Not ours"))
                        .status())
                .isEqualTo(403);
        JsonNode withdrawn = door.post(
                        "claiming", "/outcomes/claims/claiming/k2/withdraw", JSON, Map.of("reason", "Sent twice"))
                .json();
        assertThat(withdrawn.path("verdict").asString()).isEqualTo("withdrawn");
        JsonNode sample = door.get("auditor", "/outcomes/audit/claims?size=50").json();
        assertThat(sample.path("results").toString()).contains("k2", "shows the need");
        assertThat(door.get("claiming", "/outcomes/audit/claims").status()).isEqualTo(403);
    }

    @Test
    void are_refused_without_evidence_or_with_a_threshold_that_there_is_not() {
        Map<String, Object> without = claim(1);
        without.remove("evidenceSource");

        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", without).status())
                .isEqualTo(400);
        assertThat(door.put("claiming", "/outcomes/claims/claiming/k3", claim(7)).json().toString())
                .contains("0 or 1 or 2");
    }

    private String verdict() {
        for (JsonNode claim :
                door.get("auditor", "/outcomes/claims/claiming").json().path("results")) {
            if (claim.path("claim").asString().equals("k1")) {
                return claim.path("verdict").asString();
            }
        }
        return "";
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
