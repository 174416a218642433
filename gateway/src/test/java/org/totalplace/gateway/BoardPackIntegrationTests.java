package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardPackIntegrationTests extends GatewayStack {

    private static final String CHOSEN = "pages=place,treemap,journey:homelessness,outcomes,concentration&year=2024-25";
    private static final Pattern AMOUNT = Pattern.compile("−?£[\\d,]+\\.\\d\\d");

    private Browser browser = new Browser(0);

    @BeforeEach
    void aBoardMemberSignsIn() {
        SampleAnswers.areGiven();
        SampleBoard.areGiven();
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("board");
    }

    @Test
    void offers_the_pages_until_some_are_chosen() {
        Document page = Jsoup.parse(browser.open("/board-pack").body());

        assertThat(page.select("input[name=pages]").eachAttr("value"))
                .containsExactly(
                        "place", "treemap", "compare", "flow", "journey:homelessness", "concentration", "outcomes");
        assertThat(page.select(".tp-sheet")).isEmpty();
        assertThat(page.select("a[href^=/board-pack.pdf]")).isEmpty();
    }

    @Test
    void puts_the_chosen_pages_in_their_order_without_what_leads_elsewhere() {
        Document page = Jsoup.parse(browser.open("/board-pack?" + CHOSEN).body());

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".tp-sheet > section > h2").eachText())
                .containsExactly(
                        "What all public bodies spend in Northmoor",
                        "Who spends on what in Northmoor",
                        "Homelessness",
                        "Are people better off?",
                        "Who the cost falls on");
        assertThat(page.select(".tp-sheet form, .tp-sheet .tp-no-print")).isEmpty();
        assertThat(page.select("input[name=pages][checked]")).hasSize(5);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]"))
                .allSatisfy(pointer -> assertThat(page.getElementById(pointer.attr("aria-labelledby")))
                        .as(pointer.attr("aria-labelledby"))
                        .isNotNull());
    }

    @Test
    void shows_the_figures_of_the_pages_themselves() {
        Document pack = Jsoup.parse(browser.open("/board-pack?" + CHOSEN).body());

        for (String path : List.of("/place?year=2024-25", "/journeys/homelessness?year=2024-25", "/concentration")) {
            Document page = Jsoup.parse(browser.open(path).body());
            page.select(".tp-no-print").remove();
            assertThat(amounts(pack.text()))
                    .containsAll(amounts(page.select("main").text()));
        }
    }

    @Test
    void as_pdf_has_the_figures_of_the_page_and_is_tagged() throws IOException {
        Document pack = Jsoup.parse(browser.open("/board-pack?" + CHOSEN).body());
        pack.select(".tp-sheet svg").remove();

        try (PDDocument pdf = Loader.loadPDF(browser.file("/board-pack.pdf?" + CHOSEN))) {
            String text = new PDFTextStripper().getText(pdf).replace("\u00a0", " ");

            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Board pack, 2024-25");
            assertThat(text).contains("What all public bodies spend in Northmoor", "Not yet classified", "1 of ");
            assertThat(amounts(text))
                    .hasSizeGreaterThan(30)
                    .containsAll(amounts(pack.select(".tp-sheet").text()));
        }
    }

    @Test
    void keeps_the_other_pages_when_one_is_refused() {
        JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/journeys/concentration"))
                .willReturn(jsonResponse("{\"code\": \"role-not-allowed\"}", 403)));

        String page =
                browser.open("/board-pack?pages=concentration&pages=place").body();

        assertThat(page)
                .contains("This page is not shown. Your role does not open this part of the page.")
                .contains("What all public bodies spend in Northmoor");
    }

    @Test
    void keeps_the_other_pages_when_one_is_misspelt() {
        HttpResponse<String> page = browser.open("/board-pack?pages=flow:health&pages=place");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This page is not shown.", "What all public bodies spend in Northmoor");
    }

    @Test
    void names_a_page_that_there_is_not_and_refuses_too_many() {
        String page = browser.open("/board-pack?pages=weather").body();
        String many = "place,1,2,3,4,5,6,7,8,9,10,11,12";

        assertThat(page).contains("There is no page called ‘weather’ for a pack.");
        assertThat(browser.open("/board-pack?pages=" + many).statusCode()).isEqualTo(400);
        assertThat(browser.open("/board-pack.pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void is_not_for_agencies() {
        IDENTITY_PROVIDER.signsIn("agency");

        HttpResponse<String> page = new Browser(port).open("/board-pack?pages=place");

        assertThat(page.statusCode()).isEqualTo(403);
    }

    private static List<String> amounts(String text) {
        return AMOUNT.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
