package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.voice.Surveyed;
import org.totalplace.sample.voice.Voices;

/** The sample place's year of voice is taken as the steward enters it, step by step. */
class SampleVoiceIntegrationTests extends OnVoice {

    @Autowired
    SampleVoiceIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void is_taken_whole() {
        for (Map<String, Object> voice : Voices.all(2009)) {
            Map<String, Object> said = new HashMap<>(voice);
            List<?> steps = (List<?>) Objects.requireNonNull(said.remove("steps"));
            Answer received = door.post("steward", SUGGESTIONS, JSON, Json.line(said));
            assertThat(received.status()).as("%s: %s", said, received.body()).isEqualTo(201);
            long number = received.json().path("number").asLong();
            for (Object step : steps) {
                Answer taken = door.post("steward", steps(number), JSON, Json.line(step));
                assertThat(taken.status()).as("%s: %s", step, taken.body()).isEqualTo(200);
            }
        }
        for (Map<String, Object> survey : Surveyed.all(2009)) {
            String path = "/voice/surveys/" + survey.get("survey");
            taken(path, survey);
            for (Object each : (List<?>) Objects.requireNonNull(survey.get("rounds"))) {
                Map<?, ?> round = (Map<?, ?>) each;
                taken(path + "/rounds/" + round.get("round"), round);
                Object beside = round.get("beside");
                if (beside != null) {
                    taken(path + "/rounds/" + round.get("round") + "/beside", beside);
                }
            }
        }
        assertThat(door.getAsNobody("/voice/chain?limit=1000&agency=county").body())
                .contains("\"closed\"", "Northmoor County Council", "/api/v1/spend/totals?year=2024-25&agency=county");
    }

    private void taken(String path, Object body) {
        door.web()
                .put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("steward")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.line(body))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
