package org.totalplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of somebody whose token must be renewed. */
class RenewalsIntegrationTests extends GatewayStack {

    private Browser browser = new Browser(0);

    @BeforeEach
    void somebodySignedInSomeTimeAgo() {
        SampleAnswers.areGiven();
        IDENTITY_PROVIDER.signsIn("practitioner");
        IDENTITY_PROVIDER.givesTokensFor(Duration.ofSeconds(30));
        browser = new Browser(port);
        browser.open("/people");
    }

    @AfterEach
    void theProviderIsWellAgain() {
        IDENTITY_PROVIDER.signsIn("board");
    }

    @Test
    void it_is_renewed_without_a_word_and_once_for_all_who_ask_at_a_time() {
        IDENTITY_PROVIDER.givesTokensFor(Duration.ofMinutes(10));
        int before = IDENTITY_PROVIDER.renewals();

        List<CompletableFuture<HttpResponse<String>>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> browser.open("/people"), Thread::startVirtualThread))
                .limit(3)
                .toList();

        assertThat(asked).allSatisfy(page -> assertThat(page.join().body()).contains("Signed in as practitioner"));
        assertThat(IDENTITY_PROVIDER.renewals()).isEqualTo(before + 1);
    }

    @Test
    void who_is_not_gone_on_with_signs_in_again_and_reads_the_page_asked_for() {
        IDENTITY_PROVIDER.answersRenewals(400);
        IDENTITY_PROVIDER.givesTokensFor(Duration.ofMinutes(10));
        int before = IDENTITY_PROVIDER.signIns();

        HttpResponse<String> page = browser.open("/people/" + SOMEBODY + "/purpose");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/people/" + SOMEBODY + "/purpose");
        assertThat(IDENTITY_PROVIDER.signIns()).isEqualTo(before + 1);
    }

    @Test
    void who_sent_a_form_is_told_to_sign_in_and_send_it_again() {
        HttpResponse<String> form = browser.open("/people");
        IDENTITY_PROVIDER.answersRenewals(400);

        HttpResponse<String> answer =
                browser.submit(form, "/people", Map.of("agency", "county", "reference", "C-77 81"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Your sign-in has ended", "Sign in");
    }

    @Test
    void a_provider_that_is_ill_is_told_as_such_and_nobody_is_signed_out() {
        IDENTITY_PROVIDER.answersRenewals(500);

        HttpResponse<String> answer = browser.open("/people");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("It cannot be seen at the moment whether you are still signed in");

        IDENTITY_PROVIDER.answersRenewals(200);
        int before = IDENTITY_PROVIDER.signIns();
        assertThat(browser.open("/people").body()).contains("Signed in as practitioner");
        assertThat(IDENTITY_PROVIDER.signIns()).isEqualTo(before);
    }
}
