package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.totalplace.value.Pence;

class PublishedAmountTests {

    private static final Pence HUNDRED = Pence.ofPounds("100.00");

    @Test
    void is_shown_when_enough_persons_share_it() {
        assertThat(PublishedAmount.of(HUNDRED, 8, Pence.ofPounds("50.00")).shown())
                .isEqualTo("100.00");
    }

    @Test
    void is_confidential_when_fewer_than_eight_persons_stand_behind_it() {
        assertThat(PublishedAmount.of(HUNDRED, 7, Pence.ofPounds("20.00")).shown())
                .isEqualTo("c");
    }

    @Test
    void is_confidential_when_two_persons_make_up_over_nine_tenths() {
        assertThat(PublishedAmount.of(HUNDRED, 100, Pence.ofPounds("90.01")).shown())
                .isEqualTo("c");
        assertThat(PublishedAmount.of(HUNDRED, 100, Pence.ofPounds("90.00")).shown())
                .isEqualTo("100.00");
    }

    @Test
    void of_a_part_is_as_vague_as_the_number_of_persons() {
        Pence amount = Pence.ofPounds("1234.56");

        assertThat(PublishedAmount.roughly(amount, 12, HUNDRED).shown()).isEqualTo("1000.00");
        assertThat(PublishedAmount.roughly(amount, 13, HUNDRED).shown()).isEqualTo("1425.00");
        assertThat(PublishedAmount.roughly(amount, 7, HUNDRED).shown()).isEqualTo("c");
        assertThat(PublishedAmount.roughly(Pence.ZERO, 0, Pence.ZERO).shown()).isEqualTo("0.00");
    }
}
