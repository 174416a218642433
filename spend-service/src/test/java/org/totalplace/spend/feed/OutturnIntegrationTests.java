package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.ledger.LedgerFacts;
import tools.jackson.databind.JsonNode;

/** The ministry's returns on all English authorities, and Lancashire counted from them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutturnIntegrationTests extends RunningSpendService {

    private static final Path FINANCE = Path.of("../../shared/data/finance");
    private static final String FEEDS = "/api/v1/spend/feeds/";

    /** County, districts, unitaries, police and fire, by their codes of the Government Statistical Service. */
    private static final List<String> LANCASHIRE = List.of(
            "E10000017",
            "E07000117",
            "E07000118",
            "E07000119",
            "E07000120",
            "E07000121",
            "E07000122",
            "E07000123",
            "E07000124",
            "E07000125",
            "E07000126",
            "E07000127",
            "E07000128",
            "E06000008",
            "E06000009",
            "E23000003",
            "E31000023");

    private JsonNode outturn;
    private JsonNode budget;

    @BeforeAll
    void the_returns_are_delivered() throws FileNotFoundException {
        assumeTrue(Files.exists(FINANCE.resolve("rsx_2022-23.csv")), "No outturn beside the project");
        registerPublisher(door(), "mhclg", "Ministry of Housing, Communities and Local Government");
        outturn = delivered("mhclg", "rsx_2022-23.csv");
        budget = delivered("mhclg", "ra_2023-24.csv");
        define("lancashire", "E10000017", "Lancashire", LANCASHIRE);
    }

    static void registerPublisher(SpendDoor door, String code, String name) {
        String body = "{\"name\": \"%s\", \"kind\": \"publisher\"}".formatted(name);
        SpendDoor.expect(200, door.put("steward", "/api/v1/spend/agencies/" + code, body));
        String feed = "{\"agency\": \"%s\", \"kind\": \"budgets\"}".formatted(code);
        SpendDoor.expect(200, door.put("agency-" + code, FEEDS + code + "-budgets", feed));
    }

    private JsonNode delivered(String agency, String file) throws FileNotFoundException {
        String path = FEEDS + agency + "-budgets/deliveries?name=" + URLEncoder.encode(file, StandardCharsets.UTF_8);
        return door().ended(
                        "agency-" + agency,
                        SpendDoor.expect(
                                202,
                                door().post("agency-" + agency, path, BodyPublishers.ofFile(FINANCE.resolve(file)))));
    }

    private void define(String place, String gss, String name, List<String> agencies) {
        String body = "{\"gss\": \"%s\", \"name\": \"%s\", \"population\": 1500000, \"agencies\": [\"%s\"]}"
                .formatted(gss, name, String.join("\", \"", agencies));
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/places/" + place, body));
    }

    private JsonNode wholeArea(String place, String year, String phase) {
        return door().asked("/api/v1/spend/whole-area?place=" + place + "&year=" + year + "&phase=" + phase);
    }

    private static BigDecimal pounds(String text) {
        return new BigDecimal(text);
    }

    private static List<String> problems(JsonNode report) {
        List<String> types = new ArrayList<>();
        report.path("problems")
                .forEach(problem -> types.add(problem.path("type").asString()));
        return types;
    }

    @Test
    void every_row_of_the_outturn_is_accounted_for() {
        JsonNode rows = outturn.path("rows");

        assertThat(outturn.path("status").asString())
                .as(outturn.toPrettyString())
                .isEqualTo("published");
        assertThat(rows.path("refused").asInt()).isZero();
        assertThat(rows.path("accepted").asInt()).isEqualTo(426);
        assertThat(rows.path("read").asInt())
                .isEqualTo(rows.path("accepted").asInt() + rows.path("blank").asInt());
        // England, ten classes of authorities, and the body that is listed among them again.
        assertThat(rows.path("setAside").asInt()).isEqualTo(12);
    }

    @Test
    void the_body_that_is_listed_twice_is_told_and_counted_once() {
        assertThat(problems(outturn)).contains("duplicate-row", "total-row", "missing-cell", "deviated-value");
    }

    @Test
    void lancashire_spends_what_its_seventeen_bodies_report() {
        JsonNode answer = wholeArea("lancashire", "2022-23", "outturn");

        assertThat(answer.path("gross").decimalValue()).isEqualByComparingTo(pounds("3319585000.00"));
        assertThat(answer.path("missing")).isEmpty();
        assertThat(answer.path("incomplete")).isEmpty();
        assertThat(answer.path("agencies")).hasSize(17);
    }

    @Test
    void authorities_without_figures_are_missing_and_not_nought() {
        define(
                "with-missing",
                "E99999991",
                "Birmingham, Woking and Solihull",
                List.of("E08000025", "E07000217", "E08000029"));

        assertThat(wholeArea("with-missing", "2022-23", "outturn")
                        .path("missing")
                        .toString())
                .isEqualTo("[\"e07000217\",\"e08000025\"]");
    }

    @Test
    void the_budgets_of_all_authorities_are_read_to_their_total_service_expenditure() {
        assertThat(budget.path("status").asString()).as(budget.toPrettyString()).isEqualTo("published");
        assertThat(budget.path("rows").path("refused").asInt()).isZero();
        assertThat(budget.path("amount").path("accepted").decimalValue())
                .isEqualByComparingTo(pounds("114499316000.00"));
        assertThat(wholeArea("lancashire", "2023-24", "budget").path("gross").decimalValue())
                .isEqualByComparingTo(pounds("3414652000.00"));
    }

    @Test
    void the_body_whose_budget_is_not_known_is_missing_from_the_place() {
        assertThat(wholeArea("lancashire", "2023-24", "budget").path("missing").toString())
                .isEqualTo("[\"e07000122\"]");
    }

    @Test
    void lineage_leads_back_to_the_file() {
        JsonNode why =
                door().asked("/api/v1/spend/figures/why?place=lancashire&year=2022-23&phase=outturn&agency=e10000017");

        assertThat(why.path("figure").path("gross").decimalValue()).isEqualByComparingTo(pounds("2157051000.00"));
        assertThat(why.path("deliveries").path(0).path("file").asString()).isEqualTo("rsx_2022-23.csv");
    }

    @Test
    void the_ledger_holds_no_total_that_its_lines_do_not_bear_out() {
        assertThat(new LedgerFacts(DATABASE).differencesOfTotals()).isZero();
    }
}
