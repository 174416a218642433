package org.totalplace.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NhsNumbersTests {

    @Test
    void the_check_digit_is_that_of_the_data_dictionarys_example() {
        assertThat(NhsNumbers.valid("9434765919")).isTrue();
        assertThat(NhsNumbers.valid("9434765918")).isFalse();
        assertThat(NhsNumbers.valid("943476591")).isFalse();
    }

    @Test
    void no_number_comes_twice_and_each_has_its_check_digit() {
        NhsNumbers numbers = new NhsNumbers();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            String number = numbers.next();
            assertThat(NhsNumbers.valid(number)).as(number).isTrue();
            assertThat(seen.add(number)).as(number).isTrue();
        }
    }
}
