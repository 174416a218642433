package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.value.SubjectKey;

class TiesTests {

    private static SubjectKey subject(long number) {
        return new SubjectKey(new UUID(0, number));
    }

    @Test
    void those_tied_through_others_are_in_one_part_whatever_the_order_of_ties() {
        Ties ties = new Ties();
        ties.tie(subject(4), subject(3));
        ties.tie(subject(1), subject(5));
        ties.tie(subject(3), subject(1));

        assertThat(ties.parts(List.of(subject(5), subject(4), subject(3), subject(2), subject(1))))
                .containsExactly(List.of(subject(1), subject(3), subject(4), subject(5)), List.of(subject(2)));
    }

    @Test
    void the_smallest_stands_for_its_part_and_one_alone_for_itself() {
        Ties ties = new Ties();
        ties.tie(subject(9), subject(-1));

        assertThat(ties.root(subject(-1))).isEqualTo(subject(9));
        assertThat(ties.root(subject(7))).isEqualTo(subject(7));
    }
}
