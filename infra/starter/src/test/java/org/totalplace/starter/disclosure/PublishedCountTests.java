package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedCountTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "8, 10", "12, 10", "13, 15", "17, 15", "18, 20", "1002, 1000", "1003, 1005"})
    void is_rounded_to_the_nearest_five(long count, String shown) {
        assertThat(PublishedCount.of(count).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "7"})
    void is_confidential_up_to_seven(long count) {
        assertThat(PublishedCount.of(count)).isEqualTo(new PublishedCount(null, "c"));
    }

    @Test
    void is_never_between_one_and_seven_whatever_was_counted() {
        for (long count = 0; count < 10_000; count++) {
            Long value = PublishedCount.of(count).value();
            if (value != null) {
                assertThat(value % 5).isZero();
                assertThat(value == 0 || value > 7).isTrue();
            }
        }
    }

    @Test
    void refuses_what_cannot_be_counted() {
        assertThatThrownBy(() -> PublishedCount.of(-1)).hasMessageContaining("-1");
    }
}
