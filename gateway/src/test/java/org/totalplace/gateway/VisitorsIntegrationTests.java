package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;

/** Those whom nobody knows take no room from those who sign in. */
class VisitorsIntegrationTests extends GatewayStack {

    private static final List<String> DOORS = List.of(
            "/place?year=2024-25",
            "/people/" + SOMEBODY,
            "/voice/suggest",
            "/voice/need",
            "/services",
            "/oauth2/authorization/total-place",
            "/login/oauth2/code/total-place?code=any&state=any",
            "/nowhere");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private WebSessionManager sessions;

    @Test
    void however_many_come_without_a_cookie_none_is_kept_a_session_for() throws Exception {
        JOURNEY.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        int before = sessions();

        for (int i = 0; i < 40; i++) {
            for (String door : DOORS) {
                assertThat(visited(door, "").headers().allValues("Set-Cookie"))
                        .noneMatch(VisitorsIntegrationTests::isSession);
            }
            assertThat(sentWithout("/voice/suggest")).isEqualTo(403);
            assertThat(sentWithout("/people")).isEqualTo(403);
        }

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void signing_in_leads_back_to_the_page_asked_for_and_opens_the_one_session() {
        SampleAnswers.areGiven();
        IDENTITY_PROVIDER.signsIn("board");
        int before = sessions();

        HttpResponse<String> page = new Browser(port).open("/place?year=2024-25");

        assertThat(page.uri().toString()).endsWith("/place?year=2024-25");
        assertThat(sessions()).isEqualTo(before + 1);
    }

    @Test
    void a_visitor_sends_a_form_by_the_token_that_their_browser_kept() {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{\"code\": \"abc\"}")));
        Browser browser = new Browser(port);
        HttpResponse<String> form = browser.open("/voice/suggest");

        assertThat(browser.submit(form, "/voice/suggest", Map.of()).statusCode())
                .as("looked at, and found wanting")
                .isNotEqualTo(403);
        assertThat(browser.post("/voice/suggest", Map.of(), "forged").statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobody_is_led_to_another_site_after_signing_in() throws Exception {
        SampleAnswers.areGiven();
        IDENTITY_PROVIDER.signsIn("board");

        for (String elsewhere : List.of("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example")) {
            String kept =
                    "REQUESTED=" + Base64.getUrlEncoder().encodeToString(elsewhere.getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> start = visited("/oauth2/authorization/total-place", kept);
            String started = start.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("SIGN_IN="))
                    .findFirst()
                    .orElseThrow()
                    .split(";")[0];
            URI back = URI.create(answered(location(start), "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());

            assertThat(answered(back, kept + "; " + tampered(started)).statusCode())
                    .as("a start that was tampered with")
                    .isEqualTo(503);
            HttpResponse<String> signedIn = answered(back, kept + "; " + started);

            assertThat(signedIn.statusCode()).isEqualTo(302);
            assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
        }
    }

    private static boolean isSession(String cookie) {
        return cookie.startsWith("SESSION=");
    }

    private int sessions() {
        InMemoryWebSessionStore store =
                (InMemoryWebSessionStore) ((DefaultWebSessionManager) sessions).getSessionStore();
        return store.getSessions().size();
    }

    private HttpResponse<String> visited(String path, String cookies) throws Exception {
        return answered(URI.create("http://localhost:" + port + path), cookies);
    }

    private static HttpResponse<String> answered(URI address, String cookies) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private int sentWithout(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The same with another first letter of its value. */
    private static String tampered(String cookie) {
        int first = cookie.indexOf('=') + 1;
        return cookie.substring(0, first) + (cookie.charAt(first) == 'A' ? 'B' : 'A') + cookie.substring(first + 1);
    }
}
