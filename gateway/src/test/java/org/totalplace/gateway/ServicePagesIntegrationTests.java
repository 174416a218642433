package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people find who do not sign in. */
class ServicePagesIntegrationTests extends GatewayStack {

    private static final String SERVICE = """
            {"id": "%s", "name": "Lunch club <b>", "status": "temporarily closed", "alert": "Back in May",
             "description": "Soup.\\n\\nAnd company.", "url": "https://lunch.example/", "email": "a@lunch.example",
             "minimum_age": 60, "organization": {"name": "Friends of Thornby"},
             "phones": [{"number": "01632 960123"}],
             "schedules": [{"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "12:00", "closes_at": "14:00"},
                           {"freq": "MONTHLY", "byday": "1MO"}],
             "cost_options": [{"option": "Free", "amount": 0}, {"option": "Guests", "amount": 3.5}],
             "attributes": [{"taxonomy_term": {"id": "lonely", "name": "Loneliness"}}],
             "service_at_locations": [{"location": {"name": "Hall", "accessibility": [{"description": "Ramp"}],
                 "addresses": [{"address_1": "1 High Street", "city": "Thornby", "postal_code": "NM2 1AB"}]}}],
             "total_place": {"source_name": "The county’s directory", "checked_basis": "assured",
                 "checked_on": "2023-05-01", "days_since_checked": 1301, "stale": true}}
            """.formatted(SOMEBODY);

    private Browser browser = new Browser(0);

    @BeforeEach
    void aDirectory() {
        browser = new Browser(port);
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/services")).willReturn(okJson("""
                {"total_items": 41, "total_pages": 3, "page_number": 2, "contents": [%s]}
                """.formatted(SERVICE))));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/services/" + SOMEBODY)).willReturn(okJson(SERVICE)));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/taxonomy_terms"))
                .willReturn(okJson("{\"contents\": [{\"id\": \"lonely\", \"name\": \"Loneliness\"}]}")));
    }

    @Test
    void the_first_page_begins_with_finding_a_service() {
        String start = browser.open("/").body();

        assertThat(start.indexOf("Find a service")).isPositive().isLessThan(start.indexOf("<h1"));
    }

    @Test
    void a_search_is_passed_on_without_a_token_and_without_what_was_left_blank() {
        HttpResponse<String> page = browser.open("/services?search=soup%20%26%20bread&day=&page=2&other=1");

        assertThat(page.statusCode()).isEqualTo(200);
        JOURNEY.verify(getRequestedFor(urlPathEqualTo("/api/v1/services"))
                .withQueryParam("search", equalTo("soup & bread"))
                .withQueryParam("full", equalTo("true"))
                .withQueryParam("day", absent())
                .withQueryParam("other", absent())
                .withHeader("Authorization", absent()));
        assertThat(page.body())
                .contains("41 services", "page 2 of 3", "Friends of Thornby", "Tuesday, Thursday, 12:00 to 14:00")
                .contains("Hall, 1 High Street, Thornby, NM2 1AB", "tel:01632960123", "May be out of date")
                .contains("/services?search=soup%20%26%20bread&amp;page=1", "&amp;page=3", "Loneliness")
                .contains("Sign in")
                .doesNotContain("Lunch club <b>");
    }

    @Test
    void a_service_has_a_page_of_its_own_with_all_that_is_known() {
        String page = browser.open("/services/" + SOMEBODY).body();

        assertThat(page)
                .contains("Lunch club &lt;b&gt;", "This service is temporarily closed.", "Back in May", "And company.")
                .contains("People aged 60 and over", "first Monday of the month", "Guests: £3.50", "Free", "Ramp")
                .contains("Last checked on 1 May 2023, 1,301 days ago.", "The county’s directory")
                .contains("href=\"https://lunch.example/\"", "mailto:a@lunch.example");
    }

    @Test
    void what_cannot_be_searched_for_is_told_above_the_form_which_keeps_what_was_typed() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/services"))
                .willReturn(jsonResponse("{\"code\": \"bad-input\", \"detail\": \"A time like 14:30.\"}", 400)
                        .withHeader("Content-Type", "application/problem+json")));

        HttpResponse<String> page = browser.open("/services?search=soup&time=late");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("There is a problem", "A time like 14:30.", "value=\"soup\"");
    }

    @Test
    void services_that_are_gone_unknown_or_away_are_told_as_pages() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/services/" + SOMEBODY))
                .willReturn(jsonResponse("{\"code\": \"no-longer-listed\", \"detail\": \"No longer listed.\"}", 410)));

        HttpResponse<String> gone = browser.open("/services/" + SOMEBODY);
        HttpResponse<String> unknown = browser.open("/services/lunch");

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("No longer listed.");
        assertThat(unknown.statusCode()).isEqualTo(404);
        JOURNEY.stop();
        try {
            assertThat(browser.open("/services").body()).contains("The journeys service is not answering");
        } finally {
            JOURNEY.start();
        }
    }

    @Test
    void the_list_stands_without_the_terms() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/taxonomy_terms")).willReturn(jsonResponse("{}", 503)));

        assertThat(browser.open("/services").statusCode()).isEqualTo(200);
    }

    @Test
    void the_api_answers_these_calls_alone_without_a_token_and_none_with_a_forged_one() {
        web().get().uri("/api/v1/services").exchange().expectStatus().isOk();
        web().get()
                .uri("/api/v1/services/" + SOMEBODY)
                .exchange()
                .expectStatus()
                .isOk();
        web().get().uri("/api/v1/taxonomy_terms").exchange().expectStatus().isOk();

        web().post().uri("/api/v1/services").exchange().expectStatus().isUnauthorized();
        web().get().uri("/api/v1/directory/sources").exchange().expectStatus().isUnauthorized();
        web().get().uri("/api/v1/services/a/b").exchange().expectStatus().isUnauthorized();
        web().get().uri("/api/v1/journeys/maps").exchange().expectStatus().isUnauthorized();
        web().get()
                .uri("/api/v1/services")
                .headers(headers -> headers.setBearerAuth("forged"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
