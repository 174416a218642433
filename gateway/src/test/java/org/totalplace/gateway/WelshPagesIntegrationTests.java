package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;

/** Pages with the answers of services in them, read in Welsh. */
class WelshPagesIntegrationTests extends GatewayStack {

    private static final int A_SENTENCE = 25;

    /** What the program says in English and in sentences; nothing of it belongs on a page in Welsh. */
    private static final List<String> ENGLISH = new Messages()
            .patterns(Language.ENGLISH).values().stream()
                    .filter(words -> words.length() >= A_SENTENCE && words.indexOf('{') < 0)
                    .toList();

    @BeforeEach
    void theServicesAnswer() {
        SampleAnswers.areGiven();
        SampleBoard.areGiven();
        SampleFeeds.areGiven();
        SampleWhy.isGiven();
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/me"))
                .willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\", \"subjects\": [{\"agency\": \"county\"}]}")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/" + SOMEBODY + "/contacts"))
                .willReturn(okJson(SampleAnswers.CONTACTS)));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/people/" + SOMEBODY))
                .willReturn(okJson(SampleAnswers.VIEW.formatted(SOMEBODY))));
        peopleTakePart();
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/voice/register")).willReturn(okJson("""
                {"results": [{"number": 12, "kind": "service", "channel": "paper", "told": "2025-03-03",
                  "stage": "delivering", "about": "Bws", "words": "Bws am hanner dydd", "due": "2025-04-01",
                  "overdue": true, "decision": {"verdict": "partly", "reason": "Gofynnodd llawer", "by": "Trafnidiaeth",
                  "on": "2025-03-10"}, "delivery": [{"number": 1, "what": "Ail fws", "due": "2025-04-01"}],
                  "figures": [], "reopenings": 0}], "paging": {}}""")));
    }

    private static void peopleTakePart() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles")).willReturn(okJson("""
                {"results": [{"circle": "district", "name": "Cylch Thornby", "needs": ["identity"],
                  "members": {"value": 20}, "helpers": {"value": 10}, "skills": ["garden"]}]}""")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles/resources")).willReturn(okJson("""
                {"year": "2024-25", "asOf": "2025-06-01T09:00:00Z", "hours": {"value": 0}, "circles": []}""")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles/valuations")).willReturn(okJson("{\"results\": []}")));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/voice/engagements")).willReturn(okJson("""
                {"results": [{"code": "bysiau", "stage": "planned", "engagement": {"title": "Bysiau",
                  "audience": "Pawb", "answerable": "Trafnidiaeth", "from": "2025-05-01", "to": "2025-05-31",
                  "resultsBy": "2025-07-31", "channels": [], "questions": []}}], "paging": {}}""")));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/proposals")).willReturn(okJson("{\"results\": []}")));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, /voice, 'Rhif 12. Dywedwyd ar 3 Mawrth 2025 ar bapur, am wasanaeth.'",
        "nobody, /voice/suggest, Awgrymu rhywbeth",
        "nobody, /voice/engagements, Ar agor o 1 Mai 2025 i 31 Mai 2025",
        "nobody, /circle, hunaniaeth",
        "board, /resources?year=2024-25, Cyrff cyhoeddus",
        "board, /proposals, Nid oes dim wedi’i gynnig eto.",
        "communications, /consultation, Ychwanegu cwestiwn",
        "analyst, /proposal, Cywiriad am optimistiaeth",
        "citizen, /me, Beth ddigwyddodd",
        "board, /place?year=2024-25, Gwariant pob asiantaeth",
        "board, /place/treemap?year=2024-25, Pwy sy’n gwario ar beth",
        "board, /compare?first=2023-24&second=2024-25, Yr ardal mewn dwy flynedd",
        "board, /journeys/homelessness?year=2024-25, 12 diwrnod",
        "board, /concentration?year=2024-25, o bobl sy’n costio fwyaf",
        "board, /outcomes, A yw pobl yn well eu byd?",
        "board, /flow?year=2024-25, O arian i deithiau i ganlyniadau",
        "board, /place/why?year=2024-25&agency=county&figure=net, Sut mae wedi’i ffurfio",
        "board, '/board-pack?pages=place&year=2024-25', Tudalennau’r pecyn",
        "steward, /feeds, Ffrydiau data",
        "steward, /feeds/spend/county-payments, Cyflwyno ffeil",
        "steward, /to-do, Popeth sy’n aros am stiward"
    })
    void a_page_says_nothing_of_its_own_in_english(String user, String path, String said) {
        if (!user.equals("nobody")) {
            IDENTITY_PROVIDER.signsIn(user);
        }
        Browser browser = new Browser(port);
        browser.open(user.equals("nobody") ? "/?lang=cy" : path);

        String page = browser.open(path + (path.contains("?") ? "&" : "?") + "lang=cy")
                .body();

        assertThat(page).contains("<html lang=\"cy\"", said).doesNotContain("??", "{0", "null");
        assertThat(ENGLISH).hasSizeGreaterThan(300).filteredOn(page::contains).isEmpty();
    }
}
