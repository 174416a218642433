package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The government's return of all English authorities, as it was published, and a place counted from it. */
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BudgetsAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The county, its districts, the two unitaries, police and fire, by their official codes. */
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

    @Test
    @Order(1)
    void the_outturn_of_lancashire_is_what_its_seventeen_bodies_returned() throws Exception {
        Path outturn = given("finance/rsx_2022-23.csv");
        Api api = RunningStack.empty();
        Api.expect(
                api.put(
                        "steward",
                        "/api/v1/spend/agencies/mhclg",
                        Map.of("name", "Ministry of Housing", "kind", "publisher")),
                200);
        Api.expect(
                api.put("agency-mhclg", "/api/v1/spend/feeds/outturns", Map.of("agency", "mhclg", "kind", "budgets")),
                200);

        JsonNode report = api.ended("mhclg", api.push("spend", "outturns", "mhclg", outturn), PATIENCE);

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        assertThat(report.path("problems").findValuesAsString("type")).contains("duplicate-row");
        place(api, "lancashire", LANCASHIRE);
        JsonNode count = api.json("analyst", "/api/v1/spend/whole-area?place=lancashire&year=2022-23&phase=outturn");
        assertThat(count.path("gross").decimalValue()).isEqualByComparingTo("3319585000.00");
        assertThat(count.path("missing")).isEmpty();
        assertThat(count.path("agencies")).hasSize(LANCASHIRE.size());
    }

    @Test
    @Order(2)
    void an_authority_that_returned_nothing_is_missing_and_not_nought() throws Exception {
        given("finance/rsx_2022-23.csv");
        Api api = RunningStack.empty();

        place(api, "west-midlands", List.of("E08000025", "E08000026"));

        JsonNode count = api.json("analyst", "/api/v1/spend/whole-area?place=west-midlands&year=2022-23&phase=outturn");
        assertThat(count.path("missing").toString()).contains("e08000025").doesNotContain("e08000026");
    }

    private static void place(Api api, String code, List<String> bodies) throws Exception {
        Api.expect(
                api.put(
                        "steward",
                        "/api/v1/spend/places/" + code,
                        Map.of("gss", bodies.getFirst(), "name", code, "population", 1_500_000, "agencies", bodies)),
                200);
    }

    private static Path given(String file) {
        Optional<Path> path = Checkout.realFile(file);
        assumeTrue(path.isPresent(), () -> file + " is not on this machine: skipped");
        return path.orElseThrow();
    }
}
