package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.acceptance.OpenedPage.SHOTS;
import static org.totalplace.acceptance.OpenedPage.fitsATelephone;
import static org.totalplace.acceptance.OpenedPage.noViolations;
import static org.totalplace.acceptance.OpenedPage.picture;
import static org.totalplace.acceptance.OpenedPage.signedIn;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages in a real browser: with and without JavaScript, without an accessibility violation. */
@Order(5)
class PagesAcceptanceTests {

    private static final String HIGH_NODE =
            "() => [...document.querySelectorAll('rect.tp-box')].some(box => box.getBoundingClientRect().height > 100)";

    private static final int TIMED = 10;

    private static Playwright playwright = Playwright.create();
    private static Browser browser = Chromium.launchedBy(playwright);

    @BeforeAll
    static void folder() throws Exception {
        Files.createDirectories(SHOTS);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest(name = "{1} as {0}, JavaScript {2}")
    @CsvSource({
        "board, /place?year=2024-25, true, place",
        "board, /place?year=2024-25, false, place-without-javascript",
        "board, /journeys, true, journeys",
        "board, /journeys/older-person-leaving-hospital?year=2024-25, true, journey",
        "board, /journeys/older-person-leaving-hospital?year=2024-25, false, journey-without-javascript",
        "board, /concentration?year=2024-25, true, concentration",
        "board, /outcomes, true, outcomes",
        "nobody, /voice, true, voice",
        "nobody, /voice/suggest, true, voice-suggest",
        "nobody, /voice/chain, true, voice-chain",
        "nobody, /voice/engagements/evening-buses, true, consultation",
        "board, /resources, true, resources",
        "board, /proposals/fewer-falls, true, proposal",
        "steward, /voice/queue, true, voice-queue",
        "practitioner, /people, true, people",
        "agency-county, /feeds, true, feeds",
        "agency-county, /contests, true, contests",
        "agency-county, /feeds/spend/county-payments, true, feed",
        "agency-county, /feeds/spend/county-payments, false, feed-without-javascript"
    })
    void a_page_opens_after_signing_in_and_has_no_accessibility_violation(
            String user, String path, boolean javaScript, String shot) {
        Api api = RunningStack.sample();
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript))) {
            Page page = signedIn(context, api, user, path);
            picture(page, shot);

            assertThat(page.title()).isNotBlank();
            assertThat(page.locator("h1").count()).isEqualTo(1);
            if (javaScript) {
                noViolations(page);
            }
        }
    }

    /** One sign-in for all of them: opening a page takes a moment, signing in and starting a browser seconds. */
    @Test
    void what_a_board_asks_next_opens_without_an_accessibility_violation() {
        Api api = RunningStack.sample();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "board", "/flow?year=2024-25");
            page.setViewportSize(1280, 900);
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("readme-flow.png")));
            assertThat((Boolean) page.evaluate(HIGH_NODE))
                    .as("the largest node is as high as its money")
                    .isTrue();
            for (String path : List.of(
                    "/flow?year=2024-25",
                    "/place/treemap?year=2024-25",
                    "/place/why?year=2024-25&figure=eliminated",
                    "/compare?first=2023-24&second=2024-25",
                    "/board-pack?pages=place,outcomes&year=2024-25")) {
                page.setViewportSize(1440, 900);
                page.navigate(api.gateway() + path);
                String shot = path.substring(1, path.indexOf('?')).replace('/', '-');
                picture(page, shot);

                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.locator("h1").textContent()).as(path).doesNotContain("problem", "not work");
                noViolations(page);
                fitsATelephone(page, shot);
            }
        }
    }

    @Test
    void what_is_for_everybody_is_in_welsh_at_every_width() {
        Api api = RunningStack.sample();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            for (String path : List.of("/", "/services", "/spending", "/voice", "/voice/suggest", "/voice/need")) {
                page.setViewportSize(1440, 900);
                page.navigate(api.gateway() + path + "?lang=cy");
                String shot = "welsh" + path.replace('/', '-');
                picture(page, shot);

                assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("cy");
                assertThat(page.locator("main").textContent()).as(path).doesNotContain("??");
                fitsATelephone(page, shot);
            }
            noViolations(page);
            page.getByText("English").first().click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    /** The time is told, in {@code target/page-times.csv}, and judged by whoever reads it: machines differ. */
    @Test
    void how_long_the_server_takes_for_each_page_is_told() throws Exception {
        Api api = RunningStack.sample();
        List<String> told = new ArrayList<>(List.of("page,median ms,95th percentile ms"));
        try (BrowserContext context = browser.newContext()) {
            signedIn(context, api, "board", "/place");
            for (String path : List.of(
                    "/",
                    "/services",
                    "/voice",
                    "/place?year=2024-25",
                    "/place/treemap?year=2024-25",
                    "/compare?second=2024-25",
                    "/journeys/older-person-leaving-hospital?year=2024-25",
                    "/concentration?year=2024-25",
                    "/outcomes",
                    "/flow?year=2024-25")) {
                List<Long> times = new ArrayList<>();
                for (int i = 0; i < TIMED; i++) {
                    long before = System.nanoTime();
                    assertThat(context.request().get(api.gateway() + path).status())
                            .as(path)
                            .isEqualTo(200);
                    times.add((System.nanoTime() - before) / 1_000_000);
                }
                times.sort(null);
                told.add(path + "," + times.get(TIMED / 2) + "," + times.get(TIMED * 95 / 100));
            }
        }
        Files.write(SHOTS.resolveSibling("page-times.csv"), told);
    }

    @Test
    void a_board_pack_is_handed_out_as_pdf() throws Exception {
        Api api = RunningStack.sample();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "board", "/board-pack?year=2024-25");
            page.getByLabel("The place’s money").check();
            page.getByLabel("Outcomes", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put the pack together"))
                    .click();
            page.waitForLoadState();
            String address = page.getByText("Download the pack (PDF)").getAttribute("href");
            byte[] pdf = context.request().get(api.gateway() + address).body();
            Files.write(SHOTS.resolve("board-pack.pdf"), pdf);

            assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    void an_amount_of_the_place_is_the_one_that_its_reasons_explain() {
        Api api = RunningStack.sample();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "board", "/place?year=2024-25");
            List<String> amounts = page.locator("a.tp-figure").allTextContents().stream()
                    .map(text -> text.substring(0, text.indexOf(':')).strip())
                    .toList();
            List<Object> reasons = links(page);

            assertThat(amounts).hasSizeGreaterThan(20);
            assertThat(page.content().length()).isLessThan(200_000);
            for (int i = 0; i < 10; i++) {
                page.navigate(String.valueOf(reasons.get(i)));
                assertThat(page.locator("h1").textContent()).endsWith(": " + amounts.get(i));
            }
        }
    }

    @Test
    void a_citizen_reads_what_is_held_about_them() {
        Api api = RunningStack.sample();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(true))) {
            Page page = signedIn(context, api, "citizen", "/me");
            picture(page, "me");

            assertThat(page.content()).contains("These bodies know you", "Who looked at your data", "You looked at it");
            noViolations(page);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> links(Page page) {
        return (List<Object>) page.evaluate("() => [...document.querySelectorAll('a.tp-figure')].map(a => a.href)");
    }

    @Test
    void the_board_page_shows_the_same_net_as_the_api_and_its_csv() throws Exception {
        Api api = RunningStack.sample();
        JsonNode count = api.json("board", "/api/v1/spend/whole-area?year=2024-25&phase=payment");
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "board", "/place?year=2024-25");
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("readme.png")));
            String csv = String.valueOf(
                    page.evaluate("() => fetch('/place/agencies.csv?year=2024-25').then(r => r.text())"));

            for (JsonNode agency : count.path("agencies")) {
                String net = String.format("%,.2f", agency.path("net").asDouble());
                assertThat(page.content()).contains(net);
                assertThat(csv)
                        .contains(agency.path("net").decimalValue().setScale(2).toPlainString());
            }
        }
    }

    @Test
    void a_practitioner_finds_a_person_by_an_agencys_reference_and_sees_who_looked() throws Exception {
        Api api = RunningStack.sample();
        String reference = firstReference();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "practitioner", "/people");
            page.getByLabel("Agency").first().selectOption("county");
            page.getByLabel("reference").first().fill(reference);
            page.locator("input[type=radio]").first().check();
            page.locator("main button[type=submit], main .govuk-button").first().click();
            page.waitForURL("**/people/*-*");
            picture(page, "person");

            assertThat(page.url()).doesNotContain(reference);
            noViolations(page);
        }
    }

    @Test
    void a_data_officer_hands_a_file_in_and_reads_what_to_mend() throws Exception {
        Api api = RunningStack.sample();
        Path file = Files.writeString(SHOTS.resolve("March 2027.csv"), """
                Date,Supplier,Service,Amount
                01/03/2027,A Ltd,Roads,100.00
                soon,B Ltd,Roads,50.50
                02/03/2027,C Ltd,Roads,twelve
                Total,,,162.50
                """);
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "agency-county", "/feeds/spend/county-payments");
            page.getByLabel("The file").setInputFiles(file);
            page.getByLabel("The period").fill("2027-03");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Hand in").setExact(true))
                    .click();
            page.waitForURL("**/deliveries/*");
            for (int look = 0; look < 100 && page.getByText("Look again").count() > 0; look++) {
                page.waitForTimeout(100);
                page.reload();
            }
            picture(page, "delivery");

            assertThat(page.content())
                    .contains("3 rows read = 1 accepted + 2 refused + 0 blank")
                    .contains("soon", "twelve", "row 1");
            noViolations(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withdraw"))
                    .click();
            page.waitForLoadState();
            assertThat(page.content()).contains("It was withdrawn and does not count.");
        }
    }

    @Test
    void a_data_officer_says_what_the_amounts_of_a_budget_are() throws Exception {
        Api api = RunningStack.sample();
        String feed = "/api/v1/spend/feeds/county-figures";
        api.put("agency-county", feed, Map.of("agency", "county", "kind", "budgets"));
        Path file = Files.writeString(SHOTS.resolve("figures.csv"), "Service,2032-33 £\nRoads,70000\n");
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, api, "agency-county", "/feeds/spend/county-figures");
            page.getByLabel("The file").setInputFiles(file);
            page.getByLabel("What the amounts are").selectOption("Revised budget");
            noViolations(page);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Hand in").setExact(true))
                    .click();
            page.waitForURL("**/deliveries/*");
            String id = page.url().substring(page.url().lastIndexOf('/') + 1);
            api.ended("county", feed + "/deliveries/" + id, Duration.ofSeconds(30));

            assertThat(api.json("analyst", "/api/v1/spend/totals?agency=county&year=2032-33&phase=revised")
                            .path("results")
                            .path(0)
                            .path("amount")
                            .decimalValue())
                    .isEqualByComparingTo("70000.00");
            api.post("agency-county", feed + "/deliveries/" + id + "/withdraw", BodyPublishers.noBody());
        }
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void somebody_without_an_account_finds_a_service_and_how_to_reach_it(boolean javaScript) {
        Api api = RunningStack.sample();
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(javaScript))) {
            Page page = context.newPage();
            page.navigate(api.gateway() + "/");
            page.getByLabel("Find a service near you").fill("lunch");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                    .click();
            page.getByLabel("Open on").selectOption("Tuesday");
            page.getByLabel("Postcode, or its first half").fill("NM1 2AB");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find services"))
                    .click();
            picture(page, "services");
            if (javaScript) {
                noViolations(page);
            }
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lunch club, Northmoor"))
                    .click();
            picture(page, "service");

            assertThat(page.content()).contains("Friends of Northmoor", "Tuesday, Thursday, 12:00 to 14:00", "£3.50");
            if (javaScript) {
                noViolations(page);
            }
        }
    }

    private static String firstReference() throws Exception {
        Path persons = RunningStack.now().data().resolve("sample/truth/persons.csv");
        try (Stream<String> lines = Files.lines(persons)) {
            return lines.map(line -> line.split(","))
                    .filter(cells -> cells[1].equals("county"))
                    .findFirst()
                    .orElseThrow()[2];
        }
    }
}
