package org.totalplace.identityprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person signs in through the gateway: authorization code with proof key, as a browser does it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInIntegrationTests {

    private static final String BACK = "http://localhost:8080/login/oauth2/code/total-place";
    private static final String VERIFIER = "a-long-enough-verifier-that-only-this-test-knows-0123456789";

    @LocalServerPort
    private int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void the_gateway_gets_a_token_of_the_person_who_signed_in() throws Exception {
        JsonNode tokens = tokensOf("practitioner");

        SignedJWT access = SignedJWT.parse(tokens.get("access_token").asString());
        assertThat(access.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("practitioner");
        assertThat(access.getJWTClaimsSet().getAudience()).containsExactly("total-place");
        assertThat(access.getJWTClaimsSet().getClaims()).doesNotContainKey("record");
        SignedJWT identity = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(identity.getJWTClaimsSet().getAudience()).containsExactly("gateway");
        assertThat(identity.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("practitioner");
    }

    @Test
    void a_citizens_token_names_the_agency_record_that_the_account_is_tied_to_and_nobody_elses_does() throws Exception {
        JsonNode tokens = tokensOf("citizen");

        SignedJWT access = SignedJWT.parse(tokens.get("access_token").asString());
        assertThat(access.getJWTClaimsSet().getJSONObjectClaim("record"))
                .isEqualTo(Map.of("agency", "county", "reference", "N1966414"));
        SignedJWT identity = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(identity.getJWTClaimsSet().getClaims()).doesNotContainKey("record");
    }

    @Test
    void an_address_that_is_not_the_gateways_gets_no_code() throws Exception {
        HttpResponse<String> refused =
                send(get("/oauth2/authorize?" + form(authorisation("http://localhost:6666/steal"))));

        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_password_leads_back_to_the_sign_in_page() throws Exception {
        HttpResponse<String> refused = signIn("board", "wrong");

        assertThat(refused.headers().firstValue("Location").orElseThrow()).contains("/login?error");
    }

    private JsonNode tokensOf(String name) throws Exception {
        send(get("/oauth2/authorize?" + form(authorisation(BACK))));
        HttpResponse<String> back = send(get(pathOf(signIn(name, "demo"))));
        String code = parameter(back.headers().firstValue("Location").orElseThrow(), "code");
        return JsonMapper.shared().readTree(exchange(code).body());
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(send(get("/login")).body());
        assertThat(token.find()).isTrue();
        return send(post("/login", Map.of("username", name, "password", password, "_csrf", token.group(1)))
                .build());
    }

    private HttpResponse<String> exchange(String code) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString("gateway:demo-gateway".getBytes(StandardCharsets.UTF_8));
        return send(post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", BACK,
                                "code_verifier", VERIFIER))
                .header("Authorization", "Basic " + credentials)
                .build());
    }

    private static Map<String, String> authorisation(String back) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Map.of(
                "response_type", "code",
                "client_id", "gateway",
                "scope", "openid",
                "state", "s",
                "redirect_uri", back,
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method", "S256");
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build();
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String pathOf(HttpResponse<String> redirect) {
        URI target = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        return target.getRawPath() + "?" + target.getRawQuery();
    }

    private static String parameter(String address, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(value.find()).as(address).isTrue();
        return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
