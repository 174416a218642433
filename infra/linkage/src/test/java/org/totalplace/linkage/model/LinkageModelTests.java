package org.totalplace.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LinkageModelTests {

    @Test
    void json_text_reads_back_to_the_same_model_and_the_same_bytes() {
        LinkageModel model = LinkageModel.initial().released("2025-01", LocalDate.of(2025, 1, 6));

        LinkageModel read = LinkageModel.fromJson(model.toJson());

        assertThat(read).isEqualTo(model);
        assertThat(read.toJson()).isEqualTo(model.toJson());
    }

    @Test
    void json_of_something_else_is_refused_in_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkageModel.fromJson("{\"name\": 1}"))
                .withMessageContaining("not the JSON text of a linkage model");
        assertThatIllegalArgumentException().isThrownBy(() -> LinkageModel.fromJson("not json"));
    }

    @Test
    void a_level_without_probabilities_is_refused() {
        String json = LinkageModel.initial().toJson().replace("\"SECTOR\"", "\"CLOSE\"");

        assertThatIllegalArgumentException().isThrownBy(() -> LinkageModel.fromJson(json));
    }

    @Test
    void thresholds_out_of_order_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(0.5, 0.9, 0.1))
                .withMessageContaining("join >= attention");
    }

    @Test
    void the_initial_probabilities_of_every_field_add_up_to_one() {
        LinkageModel.initial().fields().forEach((field, levels) -> {
            assertThat(levels.values().stream()
                            .mapToDouble(LevelProbabilities::m)
                            .sum())
                    .as("m of %s", field)
                    .isCloseTo(1, within(1e-6));
            assertThat(levels.values().stream()
                            .mapToDouble(LevelProbabilities::u)
                            .sum())
                    .as("u of %s", field)
                    .isCloseTo(1, within(1e-6));
            assertThat(levels.values().stream()
                            .mapToDouble(LevelProbabilities::household)
                            .sum())
                    .as("household of %s", field)
                    .isCloseTo(1, within(1e-6));
            assertThat(levels.values().stream()
                            .mapToDouble(LevelProbabilities::twin)
                            .sum())
                    .as("twin of %s", field)
                    .isCloseTo(1, within(1e-6));
        });
    }
}
