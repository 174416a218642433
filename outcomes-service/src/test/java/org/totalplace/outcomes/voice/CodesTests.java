package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodesTests {

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private final Codes codes = new Codes(KEY, new SecureRandom());

    @Test
    void are_printed_in_groups_of_signs_that_are_not_mistaken_and_are_all_different() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String text = codes.fresh().text();
            assertThat(text).matches("(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
            seen.add(text);
        }
        assertThat(seen).hasSize(500);
    }

    @Test
    void are_read_as_people_type_them() {
        Codes.Code code = codes.fresh();
        String sloppy = " "
                + code.text()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('0', 'o')
                        .replace('1', 'l')
                        .replace("-", " ");

        assertThat(codes.read(sloppy)).hasValueSatisfying(read -> {
            assertThat(read.text()).isEqualTo(code.text());
            assertThat(read.hash()).isEqualTo(code.hash());
        });
    }

    @Test
    void that_are_guessed_or_mistyped_or_of_another_place_are_mostly_none() {
        Codes others = new Codes(KEY.replace('0', 'f'), new SecureRandom());
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            taken += codes.read(others.fresh().text()).isPresent() ? 1 : 0;
        }

        // One sign checks the others, so that one in 32 passes by chance; it finds nothing then.
        assertThat(taken).isLessThan(2_000 / 8);
        assertThat(codes.read("")).isEmpty();
        assertThat(codes.read("7K2M-9QXD-04TR-5WB")).isEmpty();
        assertThat(codes.read("7K2M-9QXD-04TR-5WUU")).isEmpty();
    }

    @Test
    void are_not_told_by_their_hash_without_the_key() {
        Codes.Code code = codes.fresh();
        Codes others = new Codes(KEY.replace('0', 'f'), new SecureRandom());

        assertThat(code.hash()).hasSize(32);
        others.read(code.text()).ifPresent(same -> assertThat(same.hash()).isNotEqualTo(code.hash()));
        assertThat(code).hasToString("a code");
    }
}
