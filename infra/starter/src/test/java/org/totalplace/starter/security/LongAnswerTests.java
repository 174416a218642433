package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

class LongAnswerTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT2S, PT2S", "PT15M, PT15M", "PT8H, PT15M", "PT0S, PT0S", "-PT1S, PT0S"})
    void goes_on_to_the_tokens_end_and_a_quarter_of_an_hour_at_most(Duration token, Duration most) {
        assertThat(LongAnswer.most(jwt().expiresAt(NOON.plus(token)).build(), NOON))
                .isEqualTo(most);
    }

    @Test
    void does_not_go_on_for_a_token_that_never_ends() {
        assertThat(LongAnswer.most(jwt().subject("somebody").build(), NOON)).isZero();
    }

    private static Jwt.Builder jwt() {
        return Jwt.withTokenValue("token").header("alg", "RS256").claim("sub", "somebody");
    }
}
