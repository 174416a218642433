package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import tools.jackson.databind.JsonNode;

/** Two persons turn out to be one, and then to be two after all. */
class JoinedAndSplitIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";
    private static final Predicate<JsonNode> GONE =
            seen -> seen.path("code").asString("").equals("no-such-person");

    @Autowired
    JoinedAndSplitIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @BeforeEach
    void register() {
        door.define("joined-score", "higher", "social");
        door.register("joined-outcomes", "joined");
        door.register("other-outcomes", "other-joined");
    }

    @Test
    void both_views_are_right_after_each_and_what_a_rebuild_gives() throws Exception {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        link("joined", "J1", one, 1);
        link("other-joined", "J2", other, 1);
        door.deliver("joined-outcomes", "joined", HEADER + "j1,J1,joined-score,3,2024-05-01\n");
        door.deliver("other-outcomes", "other-joined", HEADER + "j2,J2,joined-score,8,2024-09-01\n");
        door.viewWhen(other, measured(8, 8));
        var goal = Map.of("text", "Walk to the shop", "setBy", "person", "setOn", "2024-05-01");
        assertThat(door.post("practitioner", "/people/" + other + "/goals", JSON, goal)
                        .status())
                .isEqualTo(201);

        link("other-joined", "J2", one, 2);
        JsonNode joined = door.viewWhen(one, measured(3, 8));
        door.viewWhen(other, GONE);

        assertThat(joined.path("subjects").size()).isEqualTo(2);
        assertThat(joined.path("goals").size()).isEqualTo(1);
        assertThat(joined.path("measures").get(0).path("status").asString()).isEqualTo("better");
        assertNothingDiffersFromARebuild();

        link("other-joined", "J2", other, 3);
        JsonNode left = door.viewWhen(one, measured(3, 3));
        JsonNode leaving = door.viewWhen(other, measured(8, 8));

        for (JsonNode view : List.of(left, leaving)) {
            assertThat(view.path("subjects").size()).isEqualTo(1);
            assertThat(view.path("measures").get(0).path("status").asString()).isEqualTo("unknown");
        }
        assertThat(left.path("goals").size()).isZero();
        assertThat(leaving.path("goals").size()).isEqualTo(1);
        assertNothingDiffersFromARebuild();
    }

    private static Predicate<JsonNode> measured(int baseline, int latest) {
        return seen -> {
            JsonNode measure = seen.path("measures").path(0);
            return measure.path("baseline").path("value").asInt(-1) == baseline
                    && measure.path("latest").path("value").asInt(-1) == latest;
        };
    }

    private void assertNothingDiffersFromARebuild() {
        JsonNode found = door.post("steward", "/outcomes/parity", JSON, "").json();
        assertThat(found.path("missing").asInt(-1) + found.path("different").asInt(-1))
                .as(found.toString())
                .isZero();
    }
}
