package org.totalplace.identityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TokensIntegrationTests {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void kept(DynamicPropertyRegistry registry) {
        registry.add("totalplace.identity.data", () -> data);
    }

    @Nested
    class WhenAnAgencyAsks {

        @Test
        void its_token_names_it_and_is_meant_for_the_place() throws Exception {
            JWTClaimsSet claims = claims(token("agency-nhs-trust", "demo"));

            assertThat(claims.getStringListClaim("roles")).containsExactly("agency");
            assertThat(claims.getStringClaim("agency")).isEqualTo("nhs-trust");
            assertThat(claims.getAudience()).containsExactly("total-place");
            assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
        }

        @Test
        void its_token_lasts_half_an_hour() throws Exception {
            JWTClaimsSet claims = claims(token("agency-police", "demo"));

            long millis =
                    claims.getExpirationTime().getTime() - claims.getIssueTime().getTime();
            assertThat(Duration.ofMillis(millis)).isEqualTo(Duration.ofMinutes(30));
        }
    }

    @Test
    void a_role_gets_a_token_of_that_role_and_no_agency() throws Exception {
        JWTClaimsSet claims = claims(token("steward", "demo"));

        assertThat(claims.getStringListClaim("roles")).containsExactly("steward");
        assertThat(claims.getClaim("agency")).isNull();
    }

    @Test
    void a_wrong_secret_gets_nothing() throws Exception {
        assertThat(token("steward", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_client_gets_nothing() throws Exception {
        assertThat(token("mayor", "demo").statusCode()).isEqualTo(401);
    }

    @Test
    void a_citizen_signs_in_as_a_person_only() throws Exception {
        assertThat(token("citizen", "demo").statusCode()).isEqualTo(401);
    }

    @Test
    void the_published_key_is_the_one_that_signed() throws Exception {
        SignedJWT signed = signed(token("analyst", "demo"));

        JsonNode keys = JSON.readTree(get("/oauth2/jwks").body()).get("keys");

        assertThat(keys.get(0).get("kid").asString())
                .isEqualTo(signed.getHeader().getKeyID());
        assertThat(keys.get(0).has("d")).as("the private part stays private").isFalse();
        assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    }

    @Test
    void anybody_may_ask_whether_it_is_well() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_is_shown_the_sign_in_page() throws Exception {
        assertThat(get("/login").body()).contains("name=\"username\"");
    }

    private HttpResponse<String> token(String client, String secret) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
        return signed(answer).getJWTClaimsSet();
    }

    private static SignedJWT signed(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedJWT.parse(JSON.readTree(answer.body()).get("access_token").asString());
    }
}
