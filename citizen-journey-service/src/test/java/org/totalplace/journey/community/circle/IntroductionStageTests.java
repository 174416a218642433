package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.community.circle.IntroductionStage.Step;

class IntroductionStageTests {

    @Test
    void goes_on_as_the_table_draws_it_and_in_no_other_way() {
        String drawn = Arrays.stream(IntroductionStage.values())
                .map(stage -> stage.code() + ": "
                        + Arrays.stream(Step.values())
                                .map(step -> stage.after(step)
                                        .map(IntroductionStage::code)
                                        .orElse("-"))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(Step.values()).containsExactly(Step.ACCEPT, Step.DECLINE, Step.CANCEL, Step.MEET);
        assertThat(drawn).isEqualTo("""
                offered: accepted declined cancelled -
                accepted: - declined cancelled met
                met: - - - -
                declined: - - - -
                cancelled: - - - -""");
    }
}
