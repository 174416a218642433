package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** The year 2012-13 of three agencies that pay each other, and a wider body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeAreaIntegrationTests extends RunningSpendService {

    private static final String COUNT = "/api/v1/spend/whole-area?year=2012-13";

    private String beforeTheAlias = "";

    @BeforeAll
    void three_agencies_deliver_and_a_name_is_learnt() {
        door().register("wa-county", "Whole County Council", "Whole C.C.");
        door().register("wa-district", "Areaby District Council");
        door().register("wa-fire", "Whole Fire and Rescue Authority");
        String benefits = """
                {"name": "Wide Benefits Agency", "kind": "national",
                 "placeShare": {"driver": "caseload", "source": "a survey", "year": "2012-13", "place": 1, "body": 3}}
                """;
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/wa-benefits", benefits));
        door().feed("wa-benefits");
        door().push(
                        "wa-county",
                        "2012-04/2013-03",
                        aPaymentsFile()
                                .paying("AREABY DISTRICT COUNCIL (104417)", "300.00", "01/05/2012", "Waste disposal")
                                .paying("Areaby Town Hall", "50.00", "02/05/2012", "Waste disposal")
                                .paying("Whole Fire & Rescue Authority", "25.00", "03/05/2012", "Home care")
                                .paying("Somebody Care Ltd", "1000.00", "04/05/2012", "Home care")
                                .text());
        door().push(
                        "wa-district",
                        "2012-04/2013-01",
                        aPaymentsFile()
                                .paying("WHOLE COUNTY COUNCIL", "600.00", "01/06/2012", "Collection fund")
                                .paying("Bins Ltd", "40.01", "01/06/2012", "Refuse collection")
                                .text());
        door().push(
                        "wa-benefits",
                        "2012-04/2013-03",
                        aPaymentsFile()
                                .paying("Payment batch", "100.00", "01/06/2012", "Universal credit")
                                .paying("Payment batch", "0.01", "01/06/2012", "Benefit administration")
                                .text());
        beforeTheAlias = door().asked(COUNT).path("asOf").asString();
        String alias =
                "{\"name\": \"Areaby District Council\", \"kind\": \"council\", \"aliases\": [\"Areaby Town Hall\"]}";
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/wa-district", alias));
    }

    @Test
    void every_pound_is_counted_once() {
        JsonNode count = door().asked(COUNT);

        assertThat(amount(count, "gross")).isEqualByComparingTo("2015.01");
        assertThat(amount(count, "eliminated")).isEqualByComparingTo("950.00");
        assertThat(amount(count, "oneSided")).isEqualByComparingTo("25.00");
        assertThat(amount(count, "apportioned")).isEqualByComparingTo("33.34");
        assertThat(amount(count, "net")).isEqualByComparingTo("1098.35");
        assertThat(count.path("place").path("name").asString()).isEqualTo("Northmoor");
    }

    @Test
    void who_delivered_nothing_is_missing_and_who_delivered_in_part_is_incomplete() {
        JsonNode count = door().asked(COUNT);

        assertThat(count.path("missing").valueStream().map(JsonNode::asString))
                .contains("wa-fire")
                .doesNotContain("wa-county", "wa-district", "wa-benefits");
        assertThat(count.path("incomplete").toString())
                .contains("{\"agency\":\"wa-district\",\"months\":[\"2013-02\",\"2013-03\"]}")
                .doesNotContain("wa-county");
    }

    @Test
    void it_adds_up_however_it_is_grouped() {
        JsonNode count = door().asked(COUNT);
        for (String by : List.of("agency", "function", "capital", "agency,function", "agency,function,capital")) {
            List<JsonNode> groups = door().asked(COUNT + "&groupBy=" + by)
                    .path("groups")
                    .valueStream()
                    .toList();
            for (String part : List.of("gross", "eliminated", "oneSided", "apportioned", "net", "lines")) {
                BigDecimal sum =
                        groups.stream().map(group -> amount(group, part)).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(part + " by " + by).isEqualByComparingTo(amount(count, part));
            }
        }
    }

    @Test
    void a_name_that_was_learnt_later_counts_from_then_on_and_not_before() {
        JsonNode before = door().asked(COUNT + "&asOf=" + beforeTheAlias);

        assertThat(amount(before, "eliminated")).isEqualByComparingTo("900.00");
        assertThat(amount(before, "net")).isEqualByComparingTo("1148.35");
        assertThat(amount(before, "gross")).isEqualByComparingTo("2015.01");
    }

    @Test
    void transfers_are_told_with_their_evidence() {
        List<JsonNode> transfers = door().asked("/api/v1/spend/transfers?year=2012-13")
                .path("results")
                .valueStream()
                .toList();

        assertThat(transfers)
                .extracting(transfer -> transfer.path("payer").asString() + " "
                        + transfer.path("payee").asString() + " "
                        + transfer.path("amount").decimalValue() + " "
                        + transfer.path("status").asString())
                .containsExactly(
                        "wa-county wa-district 350.00 eliminated",
                        "wa-county wa-fire 25.00 one-sided",
                        "wa-district wa-county 600.00 eliminated");
        assertThat(transfers.getFirst().path("evidence").valueStream())
                .extracting(name -> name.path("printed").asString() + ": "
                        + name.path("rule").asString())
                .containsExactlyInAnyOrder(
                        "AREABY DISTRICT COUNCIL (104417): name 'Areaby District Council'",
                        "Areaby Town Hall: alias 'Areaby Town Hall'");
    }

    @Test
    void csv_shows_the_same_figures() {
        assertThat(door().csv(COUNT).lines())
                .contains(
                        "agency,name,function,functionName,kind,gross,eliminated,oneSided,apportioned,net,lines",
                        "wa-county,Whole County Council,,,,1375.00,350.00,25.00,0.00,1025.00,4",
                        "wa-benefits,Wide Benefits Agency,,,,0.00,0.00,0.00,33.34,33.34,2");
        assertThat(door().csv("/api/v1/spend/transfers?year=2012-13").lines())
                .contains("wa-district,wa-county,600.00,1,eliminated,precept 600.00,"
                        + "WHOLE COUNTY COUNCIL = name 'Whole County Council',,");
    }

    @Test
    void everybody_is_told_the_same_count_without_a_token_and_nothing_else() {
        String published = "/api/v1/spend/published?year=2012-13";

        assertThat(SpendDoor.expect(200, door().get("nobody", published)).json().path("net"))
                .isEqualTo(door().asked(COUNT).path("net"));
        assertThat(SpendDoor.expect(200, door().getCsv("nobody", published)).body())
                .isEqualTo(door().csv(COUNT));
        assertThat(door().get("nobody", COUNT).status()).isEqualTo(401);
    }

    @Test
    void every_cell_can_be_asked_why_and_replays_to_the_same_pennies() {
        List<JsonNode> cells = door().asked(COUNT + "&groupBy=agency,function")
                .path("groups")
                .valueStream()
                .toList();

        assertThat(cells).hasSizeGreaterThan(4);
        for (JsonNode cell : cells) {
            JsonNode why = door().asked("/api/v1/spend/figures/why?year=2012-13&agency="
                    + cell.path("agency").asString() + "&function="
                    + cell.path("function").asString());

            BigDecimal ledger = sum(why.path("deliveries"), "amount");
            assertThat(amount(why.path("figure"), "ledger")).isEqualByComparingTo(ledger);
            assertThat(amount(why.path("figure"), "gross")).isEqualByComparingTo(amount(cell, "gross"));
            assertThat(sum(why.path("eliminations"), "amount")).isEqualByComparingTo(amount(cell, "eliminated"));
            assertThat(sum(why.path("shares"), "apportioned")).isEqualByComparingTo(amount(cell, "apportioned"));
            assertThat(amount(why.path("figure"), "net")).isEqualByComparingTo(amount(cell, "net"));
            assertThat(sum(door().asked(why.path("lines").asString()).path("results"), "amount"))
                    .isEqualByComparingTo(ledger);
        }
    }

    @Test
    void two_agencies_cannot_go_by_one_name() {
        SpendDoor.Answer answer = door().put(
                        "steward",
                        "/api/v1/spend/agencies/wa-fire",
                        "{\"name\": \"Areaby District Council Ltd\", \"kind\": \"fire\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("wa-district by its name");
        assertThat(door().csv("/api/v1/spend/agencies")).contains("Whole Fire and Rescue Authority");
    }

    @Test
    void a_steward_moves_a_service_line_to_another_function() {
        door().register("wa-mover", "Mover Council");
        door().push(
                        "wa-mover",
                        "2013-04",
                        aPaymentsFile().paying("A", "5.00", "01/04/2013", "X17").text());
        String function = "year=2013-14&agency=wa-mover&groupBy=function";
        assertThat(door().csv("/api/v1/spend/totals?" + function)).contains("unmapped,unmapped,5.00,1");

        SpendDoor.expect(
                200,
                door().put(
                                "steward",
                                "/api/v1/spend/service-lines/wa-mover/X17",
                                "{\"name\": \"Home care\", \"cofog\": \"10.2\"}"));

        assertThat(door().csv("/api/v1/spend/totals?" + function)).contains("10.2,Old age,5.00,1");
        assertThat(door().csv("/api/v1/spend/service-lines"))
                .contains("wa-mover,X17,Home care,10.2,Old age,a steward's decision");
    }

    @Test
    void a_service_line_whose_code_no_path_can_hold_is_named_in_a_parameter() {
        door().register("wa-odd", "Odd Council");
        door().push(
                        "wa-odd",
                        "2013-05",
                        aPaymentsFile()
                                .paying("A", "7.00", "01/05/2013", "Adults / 50% ; older \\ people")
                                .text());

        SpendDoor.expect(
                200,
                door().put(
                                "steward",
                                "/api/v1/spend/service-lines/wa-odd"
                                        + "?service=Adults%20/%2050%25%20;%20older%20%5C%20people",
                                "{\"cofog\": \"10.2\"}"));

        assertThat(door().csv("/api/v1/spend/totals?year=2013-14&agency=wa-odd&groupBy=function"))
                .contains("10.2,Old age,7.00,1");
    }

    @Test
    void agencies_are_listed_with_what_they_deliver() {
        List<JsonNode> agencies = door().asked("/api/v1/spend/agencies")
                .path("results")
                .valueStream()
                .toList();

        JsonNode district = agencies.stream()
                .filter(agency -> agency.path("code").asString().equals("wa-district"))
                .findFirst()
                .orElseThrow();
        assertThat(district.path("feeds").path(0).asString()).isEqualTo("wa-district-payments");
        assertThat(district.path("latestDelivery").path("to").asString()).isEqualTo("2013-01-31");
        assertThat(district.path("missingPeriods").toString()).contains("2013-02");
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    private static BigDecimal sum(JsonNode nodes, String field) {
        return nodes.valueStream().map(node -> amount(node, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
