package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WebSafetyIntegrationTests extends GatewayStack {

    private static final String ANYBODY = "127.0.0.1";
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\bsrc=)|\\son\\w+=|\\sstyle=|<style|javascript:", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/place", "/journeys", "/people", "/feeds", "/no-such-page", "/voice/suggest", "/voice/need"
            })
    void no_page_holds_a_script_or_a_style_and_none_would_run(String path) {
        SampleAnswers.areGiven();
        IDENTITY_PROVIDER.signsIn("steward");

        HttpResponse<String> page = new Browser(port).open(path);

        assertThat(page.body()).contains("<html");
        assertThat(INLINE.matcher(page.body()).results()).isEmpty();
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Nested
    class BehindTls {

        @Test
        void browsers_are_told_to_stay_with_it() throws Exception {
            assertThat(header(over("https", PROXY, "/"), "Strict-Transport-Security"))
                    .contains("max-age=31536000");
            assertThat(header(over("https", PROXY, "/api/v1/spend/agencies"), "Strict-Transport-Security"))
                    .contains("max-age=31536000");
        }

        @Test
        void what_a_browser_keeps_stays_with_it_too() throws Exception {
            for (String path : List.of("/place", "/voice/suggest", "/oauth2/authorization/total-place")) {
                assertThat(over("https", PROXY, path).headers().allValues("Set-Cookie"))
                        .isNotEmpty()
                        .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HTTPOnly", "; SameSite=Lax"));
            }
        }

        @Test
        void the_sessions_cookie_is_for_nobody_else() {
            IDENTITY_PROVIDER.signsIn("board");

            HttpResponse<String> page = new Browser(port).open("/place");

            assertThat(Browser.kept(page))
                    .anySatisfy(cookie -> assertThat(cookie).contains("SESSION=", "HTTPOnly", "SameSite=Lax"));
        }

        @Test
        void only_a_proxy_that_is_trusted_may_say_so() throws Exception {
            assertThat(header(over("https", ANYBODY, "/"), "Strict-Transport-Security"))
                    .isEmpty();
            assertThat(header(over("https", ANYBODY, "/place"), "Set-Cookie"))
                    .contains("REQUESTED=", "HTTPOnly", "SameSite=Lax")
                    .doesNotContain("Secure");
        }

        private HttpResponse<String> over(String scheme, String from, String path) throws Exception {
            try (HttpClient http = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(from))
                    .build()) {
                return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", "text/html")
                                .header("X-Forwarded-Proto", scheme)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        IDENTITY_PROVIDER.signsIn("practitioner");
        Browser browser = new Browser(port);
        browser.open("/people");

        assertThat(browser.post("/people", Map.of("agency", "county", "reference", "1"), "forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout", Map.of(), "").statusCode()).isEqualTo(403);
    }

    @Test
    void no_answer_about_a_person_is_kept_not_even_that_there_is_none() {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Cache-Control", "max-age=600")));
        JOURNEY.stubFor(any(anyUrl()).willReturn(notFound().withHeader("Cache-Control", "max-age=600")));

        for (String path : java.util.List.of("", "/links", "/usage")) {
            web().get()
                    .uri("/api/v1/people/" + SOMEBODY + path)
                    .headers(headers -> headers.setBearerAuth(Tokens.of("auditor")))
                    .header("X-Purpose", "audit")
                    .exchange()
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store");
        }
    }

    @Test
    void nobody_writes_a_line_of_their_own_into_the_log(CapturedOutput output) {
        LoggerFactory.getLogger(getClass()).warn("A feed named {}", "x\r\n2026-01-01 INFO forged\u2028forged too");

        assertThat(output.getOut().lines().filter(line -> line.contains("forged")))
                .singleElement()
                .asString()
                .contains("A feed named x | 2026-01-01 INFO forged | forged too");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join("; ", answer.headers().allValues(name));
    }
}
