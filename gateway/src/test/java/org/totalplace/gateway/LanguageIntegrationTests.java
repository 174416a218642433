package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageIntegrationTests extends GatewayStack {

    private static final String WELSH = "<html lang=\"cy\"";
    private static final String ENGLISH = "<html lang=\"en\"";

    @Test
    void a_page_leads_to_itself_in_the_other_language_and_the_choice_is_kept() {
        OUTCOMES.stubFor(
                get(urlPathEqualTo("/api/v1/voice/register")).willReturn(okJson("{\"results\": [], \"paging\": {}}")));
        Browser browser = new Browser(port);

        String english = browser.open("/voice?stage=closed").body();
        assertThat(english)
                .contains(ENGLISH, "What people say")
                .contains("href=\"/voice?stage=closed&amp;lang=cy\" hreflang=\"cy\" lang=\"cy\">Cymraeg</a>");

        String welsh = browser.open("/voice?stage=closed&lang=cy").body();
        assertThat(welsh)
                .contains(WELSH, "Beth mae pobl yn ei ddweud", "href=\"/voice?stage=closed&amp;lang=en\"")
                .contains(">English</a>")
                .doesNotContain("What people say", "??");
        assertThat(browser.open("/").body()).contains(WELSH, "Holl arian cyhoeddus ardal");
        assertThat(browser.open("/?lang=en").body()).contains(ENGLISH);
        assertThat(browser.open("/").body()).contains(ENGLISH, "All public money of a place");
    }

    @Test
    void who_has_not_chosen_gets_the_language_that_the_browser_asks_for() {
        assertThat(first("cy-GB,cy;q=0.9,en;q=0.8")).contains(WELSH);
        assertThat(first("fr,en-US;q=0.5")).contains(ENGLISH);
        assertThat(first("fr")).contains(ENGLISH);
        assertThat(first(";;;")).contains(ENGLISH);
        assertThat(text("/?lang=en", "cy")).contains(ENGLISH);
        assertThat(text("/?lang=de", "cy")).contains(WELSH);
    }

    @Test
    void what_is_wrong_in_a_form_is_said_in_welsh_and_the_link_leads_back_to_the_form() {
        Browser browser = new Browser(port);

        String again = browser.submit(browser.open("/voice/need?lang=cy"), "/voice/need", Map.of("words", "Dim gwres"))
                .body();

        assertThat(again)
                .contains("Mae problem wedi codi", "Dewiswch beth sy’n eich poeni", "<title>Gwall: ")
                .contains("Dim gwres</textarea>");
    }

    @Test
    void failures_are_told_in_welsh_too() {
        OUTCOMES.stop();
        try {
            assertThat(text("/voice?lang=cy", "en"))
                    .contains(WELSH, "Nid yw’r dudalen hon ar gael ar hyn o bryd", "gwasanaeth canlyniadau");
        } finally {
            OUTCOMES.start();
        }
        assertThat(text("/services/nothing?lang=cy", "en"))
                .contains("Heb ddod o hyd i’r dudalen", "Nid oes gwasanaeth");
    }

    @Test
    void counts_and_days_are_said_as_welsh_says_them() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/taxonomy_terms")).willReturn(okJson("{\"contents\": []}")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/services")).willReturn(okJson("""
                {"total_items": 2, "total_pages": 1, "page_number": 1, "contents": [
                  {"id": "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11", "name": "Clwb cinio", "description": "Bwyd",
                   "schedules": [{"freq": "WEEKLY", "byday": "TU", "opens_at": "12:00", "closes_at": "14:00"}],
                   "total_place": {"checked_on": "2025-03-05", "checked_basis": "assured", "days_since_checked": 3}}]}
                """)));

        assertThat(text("/services?lang=cy", "en"))
                .contains("2 wasanaeth", "Dydd Mawrth, 12:00 i 14:00")
                .contains("Gwiriwyd ddiwethaf ar 5 Mawrth 2025, 3 diwrnod yn ôl.");
    }

    private String first(String accepted) {
        return text("/", accepted);
    }

    private String text(String path, String accepted) {
        return String.valueOf(web().get()
                .uri(path)
                .header("Accept-Language", accepted)
                .header("Accept", "text/html")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
