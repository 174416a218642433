package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** The year 2009-10 of two agencies: what was answered once is answered again, byte for byte, whatever came later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastAnswersIntegrationTests extends RunningSpendService {

    private static final String YEAR = "year=2009-10";
    private static final List<String> QUESTIONS = List.of(
            "whole-area?" + YEAR,
            "whole-area?" + YEAR + "&groupBy=agency,function&realTerms=2023-24",
            "totals?" + YEAR + "&groupBy=agency,function,service,month,capital,payee",
            "totals?" + YEAR + "&groupBy=service",
            "totals?" + YEAR + "&groupBy=payee,month",
            "lines?" + YEAR,
            "transfers?" + YEAR,
            "figures/why?" + YEAR,
            "figures/why?" + YEAR + "&agency=pa-county",
            "revisions?" + YEAR);

    private final Map<String, String> before = new LinkedHashMap<>();
    private String moment = "";
    private String withdrawn = "";

    @BeforeAll
    void answers_are_kept_and_then_everything_changes() {
        door().register("pa-county", "Pastshire County Council");
        door().register("pa-district", "Oldham Pastley District Council");
        county("100.00", "Roads");
        withdrawn = door().push(
                        "pa-district",
                        "2009-05",
                        aPaymentsFile()
                                .paying("Pastshire County Council", "20.00", "03/05/2009", "Refuse")
                                .paying("Bins Ltd", "30.00", "03/05/2009", "Refuse")
                                .text())
                .path("id")
                .asString();
        moment = door().asked("/api/v1/spend/whole-area?" + YEAR).path("asOf").asString();
        for (String question : QUESTIONS) {
            before.put(question, asked(question, false));
            if (hasCsv(question)) {
                before.put(question + " as CSV", asked(question, true));
            }
        }
        county("75.00", "Roads");
        door().post(
                        "agency-pa-district",
                        "/api/v1/spend/feeds/pa-district-payments/deliveries/" + withdrawn + "/withdraw",
                        HttpRequest.BodyPublishers.noBody());
        SpendDoor.expect(
                200,
                door().put(
                                "steward",
                                "/api/v1/spend/service-lines/pa-county/Roads",
                                "{\"name\": \"Highways\", \"cofog\": \"04.9\"}"));
        door().register("pa-district", "Pastley District Council", "Sundries Ltd");
    }

    private void county(String amount, String service) {
        door().push(
                        "pa-county",
                        "2009-05",
                        aPaymentsFile()
                                .paying("Sundries", amount, "02/05/2009", service)
                                .paying("OLDHAM PASTLEY DISTRICT COUNCIL (DD ONLY)", "5.00", "02/05/2009", service)
                                .text());
    }

    private static boolean hasCsv(String question) {
        return !question.startsWith("figures") && !question.startsWith("revisions");
    }

    private String asked(String question, boolean csv) {
        String path = "/api/v1/spend/" + question + "&asOf=" + moment;
        SpendDoor.Answer answer = csv ? door().getCsv("analyst", path) : door().get("analyst", path);
        return SpendDoor.expect(200, answer).body();
    }

    @Test
    void earlier_answers_come_back_byte_for_byte() {
        for (Map.Entry<String, String> answer : before.entrySet()) {
            boolean csv = answer.getKey().endsWith(" as CSV");
            String question = answer.getKey().replace(" as CSV", "");

            assertThat(asked(question, csv)).as(answer.getKey()).isEqualTo(answer.getValue());
        }
    }

    @Test
    void the_answers_of_today_are_others() {
        assertThat(door().amount(YEAR + "&agency=pa-county")).isEqualByComparingTo("80.00");
        assertThat(door().csv("/api/v1/spend/totals?" + YEAR + "&groupBy=service"))
                .contains("Highways,");
        assertThat(before.get("totals?" + YEAR + "&groupBy=service as CSV")).doesNotContain("Highways");
    }

    @Test
    void every_change_has_its_note_with_the_amounts_that_moved() {
        List<JsonNode> notes = door().asked("/api/v1/spend/revisions?" + YEAR)
                .path("results")
                .valueStream()
                .toList();

        assertThat(notes)
                .extracting(note -> note.path("kind").asString() + " "
                        + note.path("changes")
                                .valueStream()
                                .map(change -> change.path("agency").asString() + " "
                                        + change.path("change").decimalValue())
                                .toList())
                .containsExactly(
                        "registration [pa-county 0.00]",
                        "service-line [pa-county 0.00]",
                        "withdrawal [pa-district -50.00]",
                        "delivery [pa-county -25.00]",
                        "delivery [pa-district 50.00]",
                        "delivery [pa-county 105.00]");
        JsonNode first = door().asked("/api/v1/spend/revisions?" + YEAR + "&limit=2");
        JsonNode second = door().asked("/api/v1/spend/revisions?" + YEAR + "&limit=2&cursor="
                + first.path("paging").path("next").asString());
        assertThat(second.path("results").path(0)).isEqualTo(notes.get(2));
    }

    @Test
    void the_count_names_the_last_change_and_tells_how_far_it_can_be_relied_on() {
        JsonNode count = door().asked("/api/v1/spend/whole-area?" + YEAR + "&realTerms=2021-22");

        assertThat(count.path("lastRevision").path("kind").asString()).isEqualTo("registration");
        assertThat(count.path("quality").path("grade").asString()).isEqualTo("D");
        assertThat(count.path("perHead").path("population").asLong()).isEqualTo(430_000);
        assertThat(count.path("unmappedShare").isNumber()).isTrue();
        BigDecimal gross = count.path("gross").decimalValue();
        assertThat(count.path("realTerms").path("gross").decimalValue())
                .isEqualByComparingTo(gross.multiply(new BigDecimal("100"))
                        .divide(new BigDecimal("80"), 2, java.math.RoundingMode.HALF_EVEN));
        assertThat(count.path("realTerms").path("deflator").path("status").asString())
                .isEqualTo("provisional");
    }

    @Test
    void the_mapping_of_every_delivery_is_part_of_the_reason() {
        JsonNode why = door().asked("/api/v1/spend/figures/why?" + YEAR + "&agency=pa-county");

        assertThat(why.path("deliveries").path(0).path("mapping").valueStream())
                .extracting(column -> column.path("field").asString() + " from "
                        + column.path("header").asString())
                .contains("amount from Net Amount", "payee from Supplier Name");
    }

    @Test
    void the_rules_of_functions_can_be_read() {
        assertThat(door().csv("/api/v1/spend/functions/rules").lines())
                .anyMatch(rule -> rule.endsWith("body kind,police,03.1,Police services"));
    }
}
