package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Northmoor, loaded through the door, against the truth that was written beside its feeds. */
@Order(4)
class SamplePlaceAcceptanceTests {

    private static final String WHOLE_AREA = "/api/v1/spend/whole-area?year=2024-25&phase=payment";

    @Test
    void the_whole_area_count_is_the_truth_to_the_penny() throws Exception {
        Api api = RunningStack.sample();
        JsonNode truth = truth("control-totals.json").path("wholeArea");

        JsonNode count = api.json("board", WHOLE_AREA);

        for (String figure : new String[] {"gross", "eliminated", "apportioned", "net"}) {
            System.out.println("Northmoor " + figure + ": £" + count.path(figure) + ", truth £" + truth.path(figure));
            assertThat(pounds(count.path(figure))).as(figure).isEqualByComparingTo(pounds(truth.path(figure)));
        }
        assertThat(pounds(count.path("gross"))
                        .subtract(pounds(count.path("eliminated")))
                        .add(pounds(count.path("apportioned"))))
                .isEqualByComparingTo(pounds(count.path("net")));
    }

    @Test
    void every_agencys_figures_are_the_same_as_csv() throws Exception {
        Api api = RunningStack.sample();
        JsonNode count = api.json("board", WHOLE_AREA);

        String csv = api.get("board", WHOLE_AREA, "Accept", "text/csv").body();

        assertThat(count.path("agencies").size()).isEqualTo(9);
        for (JsonNode agency : count.path("agencies")) {
            String line = csv.lines()
                    .filter(row -> row.startsWith(agency.path("agency").asString() + ","))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No line of " + agency + " in " + csv));
            assertThat(line).contains(pounds(agency.path("net")).setScale(2).toPlainString());
        }
    }

    @Test
    void the_ledger_is_what_persons_cost_and_what_no_person_can_be_charged_with() throws Exception {
        Api api = RunningStack.sample();

        JsonNode rows = api.json("analyst", "/api/v1/journeys/reconciliation?year=2024-25")
                .path("lines");

        assertThat(rows.size()).isGreaterThan(30);
        assertThat(rows.valueStream().filter(row -> row.path("symbol").isNull()))
                .hasSizeGreaterThan(10);
        for (JsonNode row : rows) {
            if (row.path("symbol").asString("").equals("c")) {
                assertThat(row.path("attributed").isNull()).isTrue();
                assertThat(row.path("residual").isNull()).isTrue();
                continue;
            }
            assertThat(pounds(row.path("attributed")).add(pounds(row.path("residual"))))
                    .as(row.toString())
                    .isEqualByComparingTo(pounds(row.path("ledger")));
        }
    }

    @Test
    void a_journey_shows_stages_of_several_agencies() throws Exception {
        Api api = RunningStack.sample();

        JsonNode journey = api.json("board", "/api/v1/journeys/older-person-leaving-hospital?year=2024-25");

        assertThat(journey.toString()).contains("nhs-trust", "county", "assess", "support");
    }

    private static JsonNode truth(String file) {
        Path path = RunningStack.now().data().resolve("sample/truth").resolve(file);
        return new JsonMapper().readTree(path.toFile());
    }

    private static BigDecimal pounds(JsonNode amount) {
        return new BigDecimal(amount.toString());
    }
}
