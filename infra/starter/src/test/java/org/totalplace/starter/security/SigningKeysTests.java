package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SigningKeysTests {

    private static final RSAKey OLD = key("old");
    private static final RSAKey NEW = key("new");

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private List<RSAKey> published = List.of(OLD);
    private boolean away;
    private SigningKeys keys = keys();

    @BeforeEach
    void fresh() {
        keys = keys();
    }

    @Test
    void are_fetched_once_for_many_calls() {
        SignedJWT token = token(OLD);
        for (int i = 0; i < 1_000; i++) {
            assertThat(isKnown(token)).isTrue();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void one_that_was_withdrawn_is_refused_once_they_are_fetched_anew() {
        assertThat(isKnown(OLD)).isTrue();
        published = List.of(NEW);

        pass(SigningKeys.FRESH.minusSeconds(1));
        assertThat(isKnown(OLD)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(isKnown(OLD)).isFalse();
        assertThat(isKnown(NEW)).isTrue();
    }

    @Test
    void a_new_one_is_good_at_once() {
        assertThat(isKnown(OLD)).isTrue();
        published = List.of(OLD, NEW);

        pass(SigningKeys.PAUSE);
        assertThat(isKnown(NEW)).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void tokens_of_fifty_keys_that_nobody_knows_fetch_them_once() {
        assertThat(isKnown(OLD)).isTrue();
        pass(SigningKeys.PAUSE);

        for (int i = 0; i < 50; i++) {
            assertThat(keys.of(token(new RSAKey.Builder(OLD)
                                    .keyID("unknown " + i)
                                    .build()))
                            .collectList()
                            .block())
                    .isEmpty();
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void those_fetched_last_are_good_while_the_provider_is_away_and_not_for_ever() {
        assertThat(isKnown(OLD)).isTrue();
        away = true;

        pass(SigningKeys.FRESH);
        assertThat(isKnown(OLD)).isTrue();
        assertThat(isKnown(OLD)).isTrue();
        assertThat(asked).as("not for each token").hasValue(2);
        pass(SigningKeys.LONGEST);
        assertThatThrownBy(() -> isKnown(OLD)).hasMessageContaining("away");
        away = false;
        pass(SigningKeys.PAUSE);
        assertThat(isKnown(OLD)).isTrue();
    }

    @Test
    void a_token_of_another_algorithm_is_not_even_asked_for() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("old").build(), new JWTClaimsSet.Builder().build());
        token.sign(new RSASSASigner(OLD));

        assertThat(keys.of(token).collectList().block()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private boolean isKnown(RSAKey key) {
        return isKnown(token(key));
    }

    private boolean isKnown(SignedJWT token) {
        return !Boolean.FALSE.equals(keys.of(token).hasElements().block());
    }

    private SigningKeys keys() {
        Mono<JWKSet> provider = Mono.fromSupplier(() -> {
            asked.incrementAndGet();
            if (away) {
                throw new IllegalStateException("The provider is away");
            }
            return new JWKSet(
                    published.stream().map(key -> (JWK) key.toPublicJWK()).toList());
        });
        return new SigningKeys(provider, Set.of(JWSAlgorithm.RS256), () -> now);
    }

    private static SignedJWT token(RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder().build());
            token.sign(new RSASSASigner(key));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
