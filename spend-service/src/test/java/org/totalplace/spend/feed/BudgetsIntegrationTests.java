package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.ledger.LedgerFacts;
import tools.jackson.databind.JsonNode;

/** Budgets and outturns of councils of our own making, through the door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetsIntegrationTests extends RunningSpendService {

    private static final String FEEDS = "/api/v1/spend/feeds/";

    private static final String MONITORING = """
            Anytown Council: budget monitoring 2031-32
            All figures in \u00A3000
            Service,Original Budget,Revised Budget,Outturn,Variance
            Adult social care,"1,200","1,250","1,300",50
            Libraries,80,82.5,79,-3.5
            Total,"1,280","1,332.5","1,379",46.5
            """;

    @BeforeAll
    void a_council_and_a_publisher_are_registered() {
        council("budget-council");
        OutturnIntegrationTests.registerPublisher(door(), "statistics", "Office of Invented Statistics");
    }

    private void council(String code) {
        String agency = "{\"name\": \"%s\", \"kind\": \"council\"}".formatted(code);
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/" + code, agency));
        feed(code, code + "-budgets", "");
    }

    private void feed(String agency, String feed, String settings) {
        String body = "{\"agency\": \"%s\", \"kind\": \"budgets\"%s}".formatted(agency, settings);
        SpendDoor.expect(200, door().put("agency-" + agency, FEEDS + feed, body));
    }

    private JsonNode delivered(String agency, String feed, String text) {
        String path = FEEDS + feed + "/deliveries?name=figures.csv";
        return door().ended(
                        "agency-" + agency,
                        SpendDoor.expect(202, door().post("agency-" + agency, path, BodyPublishers.ofString(text))));
    }

    private static BigDecimal pounds(String text) {
        return new BigDecimal(text);
    }

    private BigDecimal total(String parameters) {
        return door().amount(parameters);
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhenColumnsArePhases {

        private JsonNode report;

        @BeforeAll
        void it_is_delivered() {
            report = delivered("budget-council", "budget-council-budgets", MONITORING);
        }

        @Test
        void each_phase_has_its_own_total() {
            assertThat(report.path("status").asString())
                    .as(report.toPrettyString())
                    .isEqualTo("published");
            assertThat(total("year=2031-32&phase=budget&agency=budget-council"))
                    .isEqualByComparingTo(pounds("1280000.00"));
            assertThat(total("year=2031-32&phase=revised&agency=budget-council"))
                    .isEqualByComparingTo(pounds("1332500.00"));
            assertThat(total("year=2031-32&phase=outturn&agency=budget-council"))
                    .isEqualByComparingTo(pounds("1379000.00"));
        }

        @Test
        void they_stand_side_by_side_and_are_not_added() {
            JsonNode answer = door().asked("/api/v1/spend/phases?year=2031-32&agency=budget-council");

            JsonNode council = answer.path("agencies").path(0);
            assertThat(council.path("outturnLessBudget").decimalValue()).isEqualByComparingTo(pounds("99000.00"));
            assertThat(council.path("outturnLessRevised").decimalValue()).isEqualByComparingTo(pounds("46500.00"));
            assertThat(council.has("payment")).isFalse();
            assertThat(answer.path("results")).hasSize(2);
            assertThat(door().csv("/api/v1/spend/phases?year=2031-32&agency=budget-council"))
                    .startsWith("agency,name,function,functionName,budget,revised,outturn,payment")
                    .contains("\r\nbudget-council," + council.path("name").asString() + ",all,,")
                    .hasLineCount(4);
        }

        @Test
        void a_year_has_no_months() {
            assertThat(door().get("analyst", "/api/v1/spend/totals?year=2031-32&phase=budget&groupBy=month")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void a_line_shows_which_row_and_column_it_came_from() {
            JsonNode lines = door().asked(
                            "/api/v1/spend/lines?year=2031-32&phase=revised&agency=budget-council&service=Libraries");

            assertThat(lines.path("results").path(0).path("row").asInt()).isEqualTo(5);
            assertThat(lines.path("results").path(0).path("amount").decimalValue())
                    .isEqualByComparingTo(pounds("82500.00"));
        }
    }

    @Nested
    class WhenAYearIsRestated {

        @Test
        void the_newer_figures_count_and_the_older_can_still_be_asked_for() {
            council("restating-council");
            JsonNode first = delivered("restating-council", "restating-council-budgets", """
                    Service,2032/33 Budget \u00A3,2033/34 Budget \u00A3
                    Parks,100000.00,110000.00
                    """);
            String before = now();
            String was = wholeArea("restating-council", before);

            delivered("restating-council", "restating-council-budgets", """
                    Service,2033/34 Budget \u00A3,2034/35 Budget \u00A3
                    Parks,115000.00,120000.00
                    """);

            assertThat(total("year=2033-34&phase=budget&agency=restating-council"))
                    .isEqualByComparingTo(pounds("115000.00"));
            assertThat(total("year=2032-33&phase=budget&agency=restating-council"))
                    .isEqualByComparingTo(pounds("100000.00"));
            assertThat(wholeArea("restating-council", before)).isEqualTo(was);
            assertThat(door().get(
                                    "steward",
                                    FEEDS + "restating-council-budgets/deliveries/"
                                            + first.path("id").asString())
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("published");
        }

        @Test
        void a_delivery_of_which_nothing_counts_any_more_is_superseded_and_a_withdrawn_one_is_gone() {
            council("withdrawing-council");
            String text = "Service,2032/33 Outturn \u00A3\nParks,%s\n";
            JsonNode first = delivered("withdrawing-council", "withdrawing-council-budgets", text.formatted("100000"));
            JsonNode second = delivered("withdrawing-council", "withdrawing-council-budgets", text.formatted("200000"));
            String before = now();
            String was = wholeArea("withdrawing-council", before);

            assertThat(status("withdrawing-council", first)).isEqualTo("superseded");
            SpendDoor.expect(
                    200,
                    door().post(
                                    "agency-withdrawing-council",
                                    FEEDS + "withdrawing-council-budgets/deliveries/"
                                            + second.path("id").asString() + "/withdraw",
                                    BodyPublishers.noBody()));
            assertThat(total("year=2032-33&phase=outturn&agency=withdrawing-council"))
                    .isEqualByComparingTo(pounds("0.00"));
            assertThat(wholeArea("withdrawing-council", before)).isEqualTo(was);
        }

        private String status(String agency, JsonNode report) {
            return door().get(
                            "agency-" + agency,
                            FEEDS + agency + "-budgets/deliveries/"
                                    + report.path("id").asString())
                    .json()
                    .path("status")
                    .asString();
        }

        private String wholeArea(String agency, String asOf) {
            return door().csv("/api/v1/spend/totals?year=2033-34&phase=budget&groupBy=service&agency=" + agency
                            + "&asOf=" + asOf)
                    + door().csv("/api/v1/spend/totals?year=2032-33&phase=outturn&groupBy=service&agency=" + agency
                            + "&asOf=" + asOf);
        }
    }

    private static String now() {
        return java.time.Instant.now().toString();
    }

    @Nested
    class WhenAFileDoesNotSayWhatItIs {

        @Test
        void it_waits_until_somebody_confirms_it() {
            council("silent-council");
            JsonNode report =
                    delivered("silent-council", "silent-council-budgets", "Service,2032-33 \u00A3000\nRoads,100\n");

            assertThat(report.path("status").asString()).isEqualTo("needs-confirmation");
            assertThat(report.toString()).contains("taken as a budget");
        }

        @Test
        void the_settings_of_its_feed_say_it() {
            council("plain-council");
            feed("plain-council", "plain-council-outturn", ", \"phase\": \"outturn\", \"unit\": \"thousands\"");
            JsonNode report = delivered("plain-council", "plain-council-outturn", "Service,2032-33\nRoads,100\n");

            assertThat(report.path("status").asString())
                    .as(report.toPrettyString())
                    .isEqualTo("published");
            assertThat(total("year=2032-33&phase=outturn&agency=plain-council"))
                    .isEqualByComparingTo(pounds("100000.00"));
        }

        @Test
        void the_sender_may_say_the_phase_with_the_file() {
            council("saying-council");
            String path = FEEDS + "saying-council-budgets/deliveries?name=figures.csv&phase=";
            String file = "Service,2032-33 \u00A3\nRoads,70000\n";

            JsonNode report = door().ended(
                            "agency-saying-council",
                            door().post("agency-saying-council", path + "revised", BodyPublishers.ofString(file)));

            assertThat(report.path("status").asString())
                    .as(report.toPrettyString())
                    .isEqualTo("published");
            assertThat(total("year=2032-33&phase=revised&agency=saying-council"))
                    .isEqualByComparingTo(pounds("70000.00"));
            assertThat(door().post("agency-saying-council", path + "payment", BodyPublishers.ofString(file))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void a_phase_that_no_budget_has_is_refused_at_the_feed() {
            String body = "{\"agency\": \"budget-council\", \"kind\": \"budgets\", \"phase\": \"payment\"}";

            assertThat(door().put("agency-budget-council", FEEDS + "budget-council-x", body)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhenAFileIsOfManyBodies {

        private static final String MANY = """
                Outturn 2033-34 in \u00A3000
                ONS Code,Local authority,Education,Highways,Total services
                E06000001,Hartlepool,"1,000",20,"1,020"
                E06000002,Middlesbrough,"2,000",30,"2,030"
                E06000003,Redcar and Cleveland,[x],[x],[x]
                E06000001,Hartlepool,"1,000",20,"1,020"
                E12000001,North East,"3,000",50,"3,050"
                E99999999,Hartlepol Council,1,1,2
                """;

        private JsonNode report;
        private String before;
        private String was;

        @BeforeAll
        void one_body_is_registered_before_and_one_after() {
            register("tees-middlesbrough", "Middlesbrough Council", "E06000002");
            report = delivered("statistics", "statistics-budgets", MANY);
            define("tees", List.of("E06000001", "E06000002", "E06000003"));
            before = now();
            was = door().csv(place(before));
            register("tees-hartlepool", "Hartlepool Borough Council", "E06000001");
        }

        private void register(String code, String name, String official) {
            String body =
                    "{\"name\": \"%s\", \"kind\": \"unitary\", \"officialCode\": \"%s\"}".formatted(name, official);
            SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/" + code, body));
        }

        private void define(String place, List<String> agencies) {
            String body = "{\"gss\": \"E47000006\", \"name\": \"Tees\", \"population\": 700000, \"agencies\": [\"%s\"]}"
                    .formatted(String.join("\", \"", agencies));
            SpendDoor.expect(200, door().put("steward", "/api/v1/spend/places/" + place, body));
        }

        private String place(String asOf) {
            return "/api/v1/spend/whole-area?place=tees&year=2033-34&phase=outturn&asOf=" + asOf;
        }

        @Test
        void a_body_is_counted_once_and_areas_and_strangers_are_told() {
            assertThat(report.path("rows").path("accepted").asInt())
                    .as(report.toPrettyString())
                    .isEqualTo(3);
            assertThat(report.path("rows").path("setAside").asInt()).isEqualTo(2);
            assertThat(report.path("rows").path("refused").asInt()).isEqualTo(1);
            assertThat(report.toString()).contains("duplicate-row", "unknown-body", "Did you mean Hartlepool");
        }

        @Test
        void a_preview_says_the_same_of_its_rows() {
            String path = FEEDS + "statistics-budgets/previews?name=figures.csv";

            JsonNode preview = SpendDoor.expect(
                            200, door().post("agency-statistics", path, BodyPublishers.ofString(MANY)))
                    .json();

            assertThat(preview.path("rows")).isEqualTo(report.path("rows"));
            assertThat(preview.path("period")).isEqualTo(report.path("period"));
            assertThat(preview.toString()).contains("duplicate-row", "unknown-body", "Did you mean Hartlepool");
        }

        @Test
        void the_lines_follow_the_agency_whichever_came_first() {
            JsonNode answer = door().asked("/api/v1/spend/whole-area?place=tees&year=2033-34&phase=outturn");

            assertThat(answer.path("agencies")
                            .valueStream()
                            .map(agency -> agency.path("agency").asString()))
                    .containsExactly("tees-hartlepool", "tees-middlesbrough");
            assertThat(answer.path("gross").decimalValue()).isEqualByComparingTo(pounds("3050000.00"));
            assertThat(answer.path("missing").toString()).isEqualTo("[\"e06000003\"]");
        }

        @Test
        void as_of_before_the_registration_the_answer_is_what_it_was() {
            assertThat(was).contains("e06000001");
            assertThat(door().csv(place(before))).isEqualTo(was);
        }

        @Test
        void the_publisher_is_neither_counted_nor_missing() {
            JsonNode answer = door().asked("/api/v1/spend/whole-area?year=2033-34&phase=outturn");

            assertThat(answer.path("missing").toString()).doesNotContain("statistics");
            assertThat(answer.path("agencies").toString()).doesNotContain("e0600000");
        }

        @Test
        void the_sums_are_borne_out_by_the_lines() {
            assertThat(new LedgerFacts(DATABASE).differencesOfTotals()).isZero();
        }
    }

    @Nested
    class WhenAPlaceIsAskedFor {

        @Test
        void one_that_is_unknown_is_not_found() {
            for (String figure : List.of("whole-area", "totals", "transfers", "figures/why", "lines", "phases")) {
                assertThat(door().get("analyst", "/api/v1/spend/" + figure + "?year=2033-34&place=nowhere")
                                .status())
                        .as(figure)
                        .isEqualTo(404);
            }
        }

        @Test
        void only_a_steward_defines_one_and_only_of_known_bodies() {
            String body = "{\"gss\": \"E1\", \"name\": \"X\", \"population\": 1, \"agencies\": [\"nobody-knows\"]}";

            assertThat(door().put("analyst", "/api/v1/spend/places/x", body).status())
                    .isEqualTo(403);
            assertThat(door().put("steward", "/api/v1/spend/places/x", body).body())
                    .contains("unknown-body");
        }

        @Test
        void the_configured_one_goes_by_its_code_too() {
            JsonNode places = door().asked("/api/v1/spend/places");

            String code = places.path("results").path(0).path("place").asString();
            assertThat(door().asked("/api/v1/spend/whole-area?year=2033-34&place=" + code)
                            .path("place")
                            .path("gss")
                            .asString())
                    .isEqualToIgnoringCase(code);
        }
    }
}
