package org.totalplace.spend.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.ledger.LedgerFacts;
import tools.jackson.databind.JsonNode;

/** The year 2011-12 of a county and a board that pay each other, and what a steward decides about it, step by step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsIntegrationTests extends RunningSpendService {

    private static final String COUNT = "/api/v1/spend/whole-area?year=2011-12";
    private static final String DECISIONS = "/api/v1/spend/payees/decisions";

    private String before = "";

    @BeforeAll
    void two_agencies_deliver() {
        door().register("dc-county", "Decidingshire County Council");
        door().register("dc-board", "Decidingshire Integrated Care Board");
        door().push(
                        "dc-county",
                        "2011-04/2012-03",
                        aPaymentsFile()
                                .paying("Decidingshire NHS Care Bord", "400.00", "01/05/2011", "Joint care")
                                .paying("Decidingshire NHS Care Bord (4471)", "100.00", "02/05/2011", "Joint care")
                                .paying("Better Care Fund", "250.00", "03/05/2011", "Joint care")
                                .paying("Better Care Fund", "70.00", "03/05/2011", "Other care")
                                .paying("Leeds City Council", "30.00", "04/05/2011", "Joint care")
                                .paying("REDACTED PERSONAL DATA", "20.00", "04/05/2011", "Joint care")
                                .paying("Somebody Care Ltd", "130.00", "04/05/2011", "Joint care")
                                .text());
        door().push(
                        "dc-board",
                        "2011-04/2012-03",
                        aPaymentsFile()
                                .paying("Decidingshire C.C.", "-400.00", "20/05/2011", "Income from county")
                                .paying("Decidingshire County Council", "-99.50", "30/05/2011", "Income from county")
                                .paying("Ward Supplies Ltd", "900.00", "01/06/2011", "Wards")
                                .text());
        before = door().asked(COUNT).path("asOf").asString();
    }

    @Test
    @Order(1)
    void the_gross_is_told_by_what_is_known_of_whom_was_paid() {
        JsonNode count = door().asked(COUNT);

        assertThat(count.path("payees").valueStream())
                .extracting(paid -> paid.path("standing").asString() + " "
                        + paid.path("amount").decimalValue())
                .containsExactly(
                        "agency -499.50", "body 30.00", "redacted 20.00", "possible-body 500.00", "other 1350.00");
        assertThat(amount(count, "gross")).isEqualByComparingTo("1400.50");
        assertThat(amount(count, "unresolvedShare")).isEqualByComparingTo("0.3570");
    }

    @Test
    @Order(2)
    void a_steward_is_shown_the_name_with_most_money_at_stake_first() {
        JsonNode suggestion = SpendDoor.expect(200, door().get("steward", "/api/v1/spend/payees/suggestions"))
                .json()
                .path("results")
                .valueStream()
                .filter(one -> one.path("normalised").asString().equals("decidingshire nhs care bord"))
                .findFirst()
                .orElseThrow();

        assertThat(amount(suggestion, "amount")).isEqualByComparingTo("500.00");
        assertThat(suggestion.path("spellings").asInt()).isEqualTo(2);
        assertThat(suggestion.path("candidates").path(0).path("agency").asString())
                .isEqualTo("dc-board");
        assertThat(suggestion.path("candidates").path(0).path("evidence").asString())
                .contains("decidingshire");
    }

    @Test
    @Order(3)
    void nobody_but_a_steward_decides_and_nothing_redacted_is_decided() {
        String decision = """
                {"payee": "Decidingshire NHS Care Bord", "agency": "dc-board", "reason": "a slip"}""";

        assertThat(door().postJson("analyst", DECISIONS, decision).status()).isEqualTo(403);
        assertThat(door().postJson("agency-dc-board", DECISIONS, decision).status())
                .isEqualTo(403);
        assertThat(decide("REDACTED PERSONAL DATA", "\"agency\": \"dc-board\"").status())
                .isEqualTo(409);
        assertThat(decide("Nobody At All Ltd", "\"none\": true").status()).isEqualTo(404);
        assertThat(decide("Somebody Care Ltd", "\"agency\": \"dc-nobody\"").status())
                .isEqualTo(400);
        assertThat(decide("Somebody Care Ltd", "\"body\": \"E99999999\"").status())
                .isEqualTo(400);
        assertThat(decide("Somebody Care Ltd", "\"none\": true, \"agency\": \"dc-board\"")
                        .status())
                .isEqualTo(400);
        assertThat(amount(door().asked(COUNT), "eliminated")).isEqualByComparingTo("-499.50");
    }

    @Test
    @Order(4)
    void a_decision_holds_for_all_spellings_and_the_figures_follow_at_once() {
        JsonNode decided = SpendDoor.expect(200, decide("Decidingshire NHS Care Bord", "\"agency\": \"dc-board\""))
                .json();

        assertThat(decided.path("results").valueStream())
                .hasSize(2)
                .allMatch(name -> name.path("agency").asString().equals("dc-board"))
                .allMatch(name -> name.path("evidence").asString().equals("decided by steward: tested"));
        assertThat(amount(door().asked(COUNT), "eliminated")).isEqualByComparingTo("0.50");
        assertThat(amount(door().asked(COUNT), "unresolvedShare")).isZero();
        assertThat(amount(door().asked(COUNT + "&asOf=" + before), "eliminated"))
                .isEqualByComparingTo("-499.50");
        assertThat(amount(door().asked(COUNT + "&asOf=" + before), "unresolvedShare"))
                .isEqualByComparingTo("0.3570");
    }

    @Test
    @Order(5)
    void it_outlives_a_new_registration_and_a_new_spelling() {
        String board = """
                {"name": "Decidingshire Integrated Care Board", "kind": "icb", "aliases": ["Decidingshire Board"]}""";
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/dc-board", board));

        assertThat(amount(door().asked(COUNT), "eliminated")).isEqualByComparingTo("0.50");
        assertThat(names("q=bord"))
                .hasSize(2)
                .allMatch(name -> name.path("agency").asString().equals("dc-board"));
    }

    @Test
    @Order(6)
    void receipts_are_matched_with_the_payments_that_they_answer_and_eliminate_nothing_more() {
        JsonNode transfer = transfer("dc-county", "dc-board");

        assertThat(amount(transfer.path("receipts"), "matched")).isEqualByComparingTo("500.00");
        assertThat(amount(transfer.path("receipts"), "unmatched")).isZero();
        assertThat(transfer.path("receipts").path("matches").valueStream())
                .extracting(match -> amount(match.path("payment"), "amount") + " "
                        + amount(match.path("receipt"), "amount") + " "
                        + match.path("days").asInt() + " " + amount(match, "difference"))
                .containsExactly("400.00 400.00 19 0.00", "100.00 99.50 28 0.50");
        assertThat(transfer("dc-board", "dc-county")
                        .path("kinds")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("receipt");
        assertThat(door().get("agency-dc-county", "/api/v1/spend/transfers?year=2011-12")
                        .body())
                .doesNotContain("receipts");
    }

    @Test
    @Order(7)
    void a_transfer_that_names_do_not_show_is_declared_by_what_the_lines_say() {
        String declaration = """
                {"payer": "dc-county", "payee": "dc-board", "kind": "pooled-budget", "printed": "Better Care Fund",
                 "service": "Joint care", "from": "2011-12", "reason": "section 75 agreement"}""";
        assertThat(door().put("analyst", "/api/v1/spend/transfers/dc-bcf", declaration)
                        .status())
                .isEqualTo(403);
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/transfers/dc-bcf", declaration));

        JsonNode transfer = transfer("dc-county", "dc-board");

        assertThat(amount(transfer, "amount")).isEqualByComparingTo("750.00");
        assertThat(transfer.path("kinds").valueStream())
                .extracting(kind -> kind.path("kind").asString() + " " + amount(kind, "amount"))
                .contains("pooled-budget 250.00");
        assertThat(transfer.path("evidence").toString())
                .contains("declared by steward: section 75 agreement", "declared dc-bcf");
        assertThat(amount(door().asked(COUNT), "eliminated")).isEqualByComparingTo("250.50");
        assertThat(amount(door().asked(COUNT), "gross")).isEqualByComparingTo("1400.50");
        assertThat(door().asked("/api/v1/spend/transfers/declared")
                        .path("results")
                        .toString())
                .contains("\"id\":\"dc-bcf\"", "\"printed\":\"better care fund\"", "\"declaredBy\":\"steward\"");
    }

    @Test
    @Order(8)
    void why_tells_the_kind_and_the_rule_of_what_was_taken_out() {
        JsonNode why = door().asked("/api/v1/spend/figures/why?year=2011-12&agency=dc-county");

        BigDecimal eliminations = why.path("eliminations")
                .valueStream()
                .map(one -> amount(one, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(eliminations).isEqualByComparingTo(amount(why.path("figure"), "eliminated"));
        assertThat(why.path("eliminations").toString()).contains("\"kind\":\"pooled-budget\"", "declared dc-bcf");
        assertThat(why.path("revisions").toString()).contains("transfer-declaration", "payee-decision");
    }

    @Test
    @Order(9)
    void declarations_and_decisions_are_taken_back_and_stay_in_the_past() {
        String declared = door().asked(COUNT).path("asOf").asString();
        SpendDoor.expect(200, door().delete("steward", "/api/v1/spend/transfers/dc-bcf"));
        assertThat(door().delete("steward", "/api/v1/spend/transfers/dc-bcf").status())
                .isEqualTo(404);
        SpendDoor.expect(200, decide("Decidingshire NHS Care Bord", "\"withdraw\": true"));

        assertThat(amount(door().asked(COUNT), "eliminated")).isEqualByComparingTo("-499.50");
        assertThat(amount(door().asked(COUNT + "&asOf=" + declared), "eliminated"))
                .isEqualByComparingTo("250.50");
    }

    @Test
    @Order(10)
    void a_name_that_is_nobodys_is_no_longer_suggested() {
        SpendDoor.expect(200, decide("Decidingshire NHS Care Bord", "\"none\": true"));

        assertThat(names("q=nhs care bord"))
                .hasSize(2)
                .allMatch(name -> name.path("standing").asString().equals("other"));
        assertThat(SpendDoor.expect(200, door().get("steward", "/api/v1/spend/payees/suggestions"))
                        .body())
                .doesNotContain("decidingshire nhs care bord");
    }

    @Test
    @Order(11)
    void the_lines_bear_out_every_maintained_total() {
        LedgerFacts facts = new LedgerFacts(DATABASE);

        assertThat(facts.differencesOfTotals()).isZero();
        assertThat(facts.differencesOfTransfers()).isZero();
    }

    private SpendDoor.Answer decide(String payee, String what) {
        String body = "{\"payee\": \"%s\", %s, \"reason\": \"tested\"}".formatted(payee, what);
        return door().postJson("steward", DECISIONS, body);
    }

    private List<JsonNode> names(String query) {
        return door().asked("/api/v1/spend/payees?" + query.replace(" ", "%20"))
                .path("results")
                .valueStream()
                .toList();
    }

    private JsonNode transfer(String payer, String payee) {
        return door().asked("/api/v1/spend/transfers?year=2011-12&agency=" + payer + "&payeeAgency=" + payee)
                .path("results")
                .path(0);
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }
}
