package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.starter.security.IdentitySettings.Claims;

class TokenConfigurationTests {

    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    @Test
    void a_good_token_says_who_its_bearer_is() {
        assertThat(Caller.of(read("roles", ISSUER.role("steward"))).roles()).containsExactly(Role.STEWARD);
        assertThat(Caller.of(read("roles", ISSUER.agency("county"))).agency()).hasToString("county");
    }

    @Test
    void roles_are_read_where_the_provider_says_them_and_nowhere_else() {
        String token = ISSUER.token("somebody", "\"roles\":[\"auditor\"],\"access\":{\"roles\":[\"board\"]}");

        assertThat(Caller.of(read("access.roles", token)).roles()).containsExactly(Role.BOARD);
        assertThat(Caller.of(read("groups", token)).roles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Not a code!\"", "\"\"", "7.5", "[\"county\", \"a b\"]"})
    void a_token_of_an_agency_whose_code_is_none_is_none(String agency) {
        String token = ISSUER.token("somebody", "\"roles\":[\"agency\"],\"agency\":" + agency);

        assertThatThrownBy(() -> read("roles", token)).isInstanceOf(BadJwtException.class);
    }

    private static Jwt read(String roles, String token) {
        IdentitySettings settings = new IdentitySettings(
                "/oauth2/jwks", "total-place", List.of("RS256"), new Claims(roles, "agency", "record"));
        ReactiveJwtDecoder decoder = new TokenConfiguration().readingTokens(settings, ISSUER.url(), Clock.systemUTC());
        return decoder.decode(token).blockOptional().orElseThrow();
    }
}
