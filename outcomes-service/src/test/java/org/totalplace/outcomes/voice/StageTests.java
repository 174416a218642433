package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.voice.Stage.Step;

class StageTests {

    @Test
    void goes_on_as_the_table_draws_it_and_in_no_other_way() {
        String steps = Arrays.stream(Step.values())
                .map(step -> step.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        String drawn = Arrays.stream(Stage.values())
                .map(stage -> stage.code() + ": "
                        + Arrays.stream(Step.values())
                                .map(step -> stage.after(step).map(Stage::code).orElse("-"))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(steps).isEqualTo("publish withhold extend accept decline plan reach drop link close reopen redact");
        assertThat(drawn).isEqualTo("""
                received: published withheld received - - - - - - - - received
                published: published withheld published decided closed - - - - - - published
                withheld: published - withheld decided closed - - - - - - withheld
                decided: decided decided - - closed delivering - - decided - - decided
                delivering: delivering delivering - - closed delivering delivering delivering delivering closed - delivering
                closed: closed closed - - - - - - closed - reopened closed
                reopened: reopened reopened reopened decided closed - - - reopened - - reopened""");
    }

    @Test
    void is_closed_only_by_whoever_decided_before_or_does_so_then() {
        assertThat(Arrays.stream(Stage.values()).filter(Stage::owesDecision))
                .containsExactly(Stage.RECEIVED, Stage.PUBLISHED, Stage.WITHHELD, Stage.REOPENED)
                .noneMatch(stage -> stage.after(Step.CLOSE).isPresent());
    }
}
