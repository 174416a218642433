package org.totalplace.outcomes.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.contest.ContestState.Step;

class ContestStateTests {

    @Test
    void goes_on_as_the_table_draws_it_and_in_no_other_way() {
        String drawn = Arrays.stream(ContestState.values())
                .map(state -> state.code() + ": "
                        + Arrays.stream(Step.values())
                                .map(step -> state.after(step)
                                        .map(ContestState::code)
                                        .orElse("-"))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(drawn).isEqualTo("""
                open: extended answered withdrawn
                extended: - answered withdrawn
                answered: - - -
                withdrawn: - - -""");
    }

    @Test
    void owes_an_answer_until_it_has_ended() {
        assertThat(Arrays.stream(ContestState.values()).filter(ContestState::isRunning))
                .containsExactly(ContestState.OPEN, ContestState.EXTENDED);
    }
}
