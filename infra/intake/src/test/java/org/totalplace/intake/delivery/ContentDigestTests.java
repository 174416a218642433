package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.starter.problem.Problem;

class ContentDigestTests {

    private static final byte[] BYTES = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    private static String field(String algorithm, byte[] bytes) {
        byte[] digest = ContentDigest.algorithm(algorithm).digest(bytes);
        return algorithm + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    private static void check(String header) {
        ContentDigest digest = ContentDigest.read(header);
        digest.update(BYTES, BYTES.length);
        digest.check();
    }

    @Test
    void of_every_algorithm_that_is_named_must_be_right() {
        String right = field("sha-256", BYTES) + "," + field("sha-512", BYTES);
        String wrong = field("sha-256", BYTES) + "," + field("sha-512", new byte[0]);

        assertThatCode(() -> check(right)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(wrong)).isInstanceOf(Problem.class).hasMessageContaining("sha-512");
    }

    @Test
    void of_unknown_algorithms_is_passed_over() {
        assertThatCode(() -> check("md5=:AAAA:, unixsum=:BBBB:")).doesNotThrowAnyException();
        assertThatCode(() -> check("")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256=abc", "sha-256=:!!:", "SHA-256=::", "sha-512=:AAAA:"})
    void that_is_none_is_refused(String header) {
        assertThatThrownBy(() -> check(header)).isInstanceOf(Problem.class).hasMessageContaining("Content-Digest");
    }
}
