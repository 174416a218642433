package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/**
 * The year 2017-18 of three agencies and a wider body, with everything in it that a figure can be made of: transfers of
 * all kinds, a declared one, one-sided ones, receipts, redacted payees and none, capital and credits, two files of one
 * agency, and spellings of one name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayedFiguresIntegrationTests extends RunningSpendService {

    private static final String YEAR = "year=2017-18";
    private static final List<String> GROUPINGS = List.of("agency", "function", "service", "month", "capital", "payee");
    private static final String HEADER =
            "Payment Date,Supplier Name,Net Amount,Service Area,Purpose,Capital or Revenue\n";

    private FigureReplay replay() {
        return new FigureReplay(door(), YEAR);
    }

    @BeforeAll
    void four_agencies_deliver() {
        door().register("rf-county", "Replayshire County Council", "Replayshire C.C.");
        door().register("rf-district", "Figurely District Council");
        door().register("rf-fire", "Replayshire Fire and Rescue Authority");
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/rf-benefits", """
                {"name": "Replayed Benefits Agency", "kind": "national",
                 "placeShare": {"driver": "caseload", "source": "a survey", "year": "2017-18", "place": 2, "body": 7}}
                """));
        door().feed("rf-benefits");
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/transfers/rf-pool", """
                {"payer": "rf-county", "payee": "rf-district", "kind": "pooled-budget", "purpose": "shared fund",
                 "from": "2017-18", "to": "2017-18", "reason": "the agreement of the two councils"}
                """));
        delivered("rf-county", "2017-04/2017-09", """
                01/05/2017,FIGURELY DISTRICT COUNCIL (104417),300.01,Waste disposal,Recharge of depot,Revenue
                02/05/2017,Figurely D.C.,50.02,Waste disposal,Disposal,Capital
                03/05/2017,Replayshire Fire & Rescue Authority,25.03,Home care,Alarms,Revenue
                04/05/2017,Somebody Care Ltd,1000.04,Home care,Care,Revenue
                05/06/2017,SOMEBODY CARE LIMITED,10.05,Home care,Care,Revenue
                06/06/2017,Pooled Fund Account,77.06,Adult social care,Shared fund,Revenue
                07/06/2017,REDACTED PERSONAL DATA,5.07,Home care,Direct payment,Revenue
                08/06/2017,,6.08,Roads,Sundry,
                09/06/2017,Whereshire Hospital Board NHS Provider Trust Council,9.09,Public health,Service,Revenue
                10/06/2017,Lancashire County Council,11.10,Roads,Design,Capital
                """);
        delivered("rf-county", "2017-10/2018-03", """
                01/11/2017,Figurely District Council,-40.11,Waste disposal,Credit of disposal,Revenue
                02/11/2017,Somebody Care Ltd,2000.12,Home care,Care,Revenue
                03/11/2017,Bridges Ltd,3000.13,Roads,Bridge,Capital
                """);
        delivered("rf-district", "2017-04/2018-03", """
                01/06/2017,REPLAYSHIRE COUNTY COUNCIL,600.14,Collection fund,Precept,Revenue
                02/06/2017,Replayshire County Council,-300.01,Depot,Depot income received,Revenue
                03/06/2017,Bins Ltd,40.15,Refuse collection,Bins,Revenue
                """);
        delivered("rf-benefits", "2017-04/2018-03", """
                01/06/2017,Payment batch,100.16,Universal credit,Benefit,Revenue
                02/06/2017,Payment batch,33.01,Housing benefit,Benefit,Revenue
                03/06/2017,Payment batch,0.02,Universal credit,Benefit,Capital
                04/06/2017,Figurely District Council,7.17,Housing benefit,Grant,Revenue
                """);
    }

    private void delivered(String agency, String period, String rows) {
        JsonNode report = door().push(agency, period, HEADER + rows);
        assertThat(report.path("status").asString())
                .as(report.toPrettyString())
                .isIn("published", "needs-confirmation");
        if (report.path("status").asString().equals("needs-confirmation")) {
            String path = "/api/v1/spend/feeds/" + agency + "-payments/deliveries/"
                    + report.path("id").asString();
            SpendDoor.Answer confirmed =
                    door().post("agency-" + agency, path + "/confirm", HttpRequest.BodyPublishers.noBody());
            assertThat(door().ended("agency-" + agency, new SpendDoor.Answer(confirmed.status(), "", path))
                            .path("status")
                            .asString())
                    .isEqualTo("published");
        }
    }

    @Test
    void every_total_of_every_grouping_and_pair_replays() {
        for (String groupBy : singlesAndPairs()) {
            assertThat(replay().totals(groupBy, "")).as(groupBy).isPositive();
        }
        assertThat(replay().totals(String.join(",", GROUPINGS), "")).isGreaterThan(15);
    }

    private static List<String> singlesAndPairs() {
        List<String> all = new ArrayList<>(GROUPINGS);
        for (String one : GROUPINGS) {
            GROUPINGS.stream().filter(other -> other.compareTo(one) > 0).forEach(other -> all.add(one + "," + other));
        }
        return all;
    }

    @Test
    void every_total_of_a_narrowed_answer_replays() {
        for (String narrowed : List.of(
                "&payee=" + "Somebody+Care+Ltd",
                "&payeeAgency=rf-district",
                "&standing=other",
                "&standing=redacted",
                "&transfer=any",
                "&transfer=pooled-budget",
                "&kind=capital")) {
            assertThat(replay().totals("agency,service", narrowed)).as(narrowed).isPositive();
            assertThat(replay().totals("payee,month", narrowed)).as(narrowed).isPositive();
        }
    }

    @Test
    void every_cell_of_the_count_replays() {
        for (String groupBy : List.of(
                "agency",
                "function",
                "capital",
                "agency,function",
                "agency,capital",
                "function,capital",
                "agency,function,capital")) {
            assertThat(replay().wholeArea(groupBy)).as(groupBy).isGreaterThan(3);
        }
    }

    @Test
    void every_transfer_replays_the_declared_and_the_one_sided_too() {
        assertThat(replay().transfers()).isEqualTo(4);
        assertThat(door().csv("/api/v1/spend/transfers?" + YEAR))
                .contains("rf-county,rf-fire,25.03,1,one-sided", "pooled-budget 77.06");
    }

    @Test
    void every_phase_side_by_side_and_its_count_replay() {
        String feed = "/api/v1/spend/feeds/rf-county-budgets";
        SpendDoor.expect(
                200, door().put("agency-rf-county", feed, "{\"agency\": \"rf-county\", \"kind\": \"budgets\"}"));
        SpendDoor.Answer received = SpendDoor.expect(
                202,
                door().post(
                                "agency-rf-county",
                                feed + "/deliveries?name=figures.csv",
                                HttpRequest.BodyPublishers.ofString("""
                                        Replayshire County Council: budget monitoring 2017-18
                                        All figures in \u00A3000
                                        Service,Original Budget,Revised Budget,Outturn,Variance
                                        Adult social care,"1,200","1,250","1,300",50
                                        Libraries,80,82.5,79,-3.5
                                        Total,"1,280","1,332.5","1,379",46.5
                                        """)));
        assertThat(door().ended("agency-rf-county", received).path("status").asString())
                .isEqualTo("published");

        assertThat(replay().phases(YEAR)).isGreaterThan(8);
        for (String phase : List.of("budget", "revised", "outturn")) {
            FigureReplay figures = new FigureReplay(door(), YEAR + "&phase=" + phase);
            assertThat(figures.wholeArea("agency,function")).isEqualTo(3);
            assertThat(figures.totals("function,service", "")).isEqualTo(2);
        }
    }

    @Test
    void a_declared_transfer_is_among_transfers_and_not_among_what_names_say() {
        String pair = "&agency=rf-county&payeeAgency=rf-district";

        assertThat(door().amount(YEAR + pair)).isEqualByComparingTo("309.92");
        assertThat(door().amount(YEAR + pair + "&transfer=any")).isEqualByComparingTo("386.98");
        assertThat(door().amount(YEAR + pair + "&transfer=pooled-budget")).isEqualByComparingTo("77.06");
    }

    @Test
    void a_word_that_is_no_standing_or_transfer_is_told_which_are() {
        SpendDoor.Answer standing = door().get("analyst", "/api/v1/spend/figures/why?" + YEAR + "&standing=friend");
        SpendDoor.Answer transfer = door().get("analyst", "/api/v1/spend/figures/why?" + YEAR + "&transfer=gift");

        assertThat(standing.status()).isEqualTo(400);
        assertThat(standing.body()).contains("possible-body");
        assertThat(transfer.status()).isEqualTo(400);
        assertThat(transfer.body()).contains("pooled-budget");
    }
}
