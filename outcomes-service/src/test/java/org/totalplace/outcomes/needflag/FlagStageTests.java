package org.totalplace.outcomes.needflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.needflag.FlagStage.Step;

class FlagStageTests {

    @Test
    void goes_on_as_the_table_draws_it_and_in_no_other_way() {
        String drawn = Arrays.stream(FlagStage.values())
                .map(stage -> stage.code() + ": "
                        + Arrays.stream(Step.values())
                                .map(step ->
                                        stage.after(step).map(FlagStage::code).orElse("-"))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(Step.values()).containsExactly(Step.TAKE_UP, Step.HELPED, Step.DISMISS, Step.EXPIRE);
        assertThat(drawn).isEqualTo("""
                raised: taken-up - dismissed lapsed
                taken-up: taken-up helped dismissed expired
                helped: - - - -
                dismissed: - - - -
                expired: - - - -
                lapsed: - - - -""");
    }

    @Test
    void tells_whoever_raised_it_the_same_whomever_it_is_about() {
        assertThat(FlagStage.values()).extracting(FlagStage::feedback).doesNotHaveDuplicates();
        assertThat(Step.ofCode("expire")).isEmpty();
        assertThat(Step.ofCode("take-up")).contains(Step.TAKE_UP);
    }
}
