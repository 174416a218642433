package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as their agencies published them, handed in as they are, against totals that were worked out independently. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealFilesAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest(name = "{0} comes to its control total")
    @CsvSource({
        "hyndburn_2019-07.csv, hyndburn",
        "devon_2014-07.csv, devon",
        "devon_2025-03.csv, devon-2025",
        "oxford_2014q4.csv, oxford",
        "oxford_2017q2.csv, oxford-2017",
        "imperial_2021-03.csv, imperial",
        "croydon_nhs_2020-07.csv, croydon-nhs",
        "guys_2020-09.csv, guys",
        "leeds_2011-09.csv, leeds",
        "leeds_2012-11.csv, leeds-2012",
        "hyndburn_2024-11.csv, hyndburn-2024",
        "trafford_gpc_2024-25.csv, trafford-cards",
        "dwp_2012-06.csv, dwp",
        "moj_2012-04.csv, moj",
        "dft_2012-10.csv, dft",
        "defra_2012-09.csv, defra",
        "dfe_2015-03.csv, dfe",
        "cafcass_2010-04.csv, cafcass",
        "dh_2013-10.csv, dh",
        "nice_2014-04.csv, nice",
        "lancs_pcc_2023-24.xlsx, lancs-pcc",
        "lancs_fire_2024-25.xlsx, lancs-fire",
        "gla_2010-13.csv, gla",
        "trafford_2024-25.zip, trafford"
    })
    @Order(1)
    void a_published_file_goes_in_without_a_mapping(String file, String agency) throws Exception {
        Path path = given(file);
        Api api = RunningStack.empty();
        JsonNode control = controlTotals().path(file);
        api.register("spend", agency + "-payments", agency, "payments");

        JsonNode report = api.ended(agency, api.push("spend", agency + "-payments", agency, path), PATIENCE);

        System.out.printf(
                "%s: %s, %s rows, £%s%n",
                file,
                report.path("status").asString(),
                report.path("rows").path("accepted"),
                report.path("amount").path("accepted"));
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        assertThat(report.path("rows").path("accepted").asLong())
                .isEqualTo(control.path("rows").asLong());
        assertThat(pounds(report.path("amount").path("accepted")))
                .isEqualByComparingTo(control.path("sum_exact").asString());
        assertThat(rowsReadAreAccountedFor(report)).isTrue();
        assertThat(ledgerTotal(api, agency, control.path("date_min"), control.path("date_max")))
                .isEqualByComparingTo(control.path("sum_exact").asString());
    }

    @Test
    @Order(2)
    void the_same_bytes_again_change_nothing() throws Exception {
        Path path = given("hyndburn_2019-07.csv");
        Api api = RunningStack.empty();
        api.register("spend", "hyndburn-payments", "hyndburn", "payments");
        String first = api.push("spend", "hyndburn-payments", "hyndburn", path);
        api.ended("hyndburn", first, PATIENCE);
        BigDecimal before = ledgerTotal(api, "hyndburn", 2019);

        String second = api.push("spend", "hyndburn-payments", "hyndburn", path);

        assertThat(second).isEqualTo(first);
        assertThat(ledgerTotal(api, "hyndburn", 2019)).isEqualByComparingTo(before);
    }

    @Test
    @Order(3)
    void a_service_that_is_killed_in_the_middle_of_a_load_leaves_the_whole_file_or_nothing() throws Exception {
        Path path = given("trafford_2024-25.zip");
        Api api = RunningStack.empty();
        String control =
                controlTotals().path("trafford_2024-25.zip").path("sum_exact").asString();
        api.register("spend", "trafford-again-payments", "trafford-again", "payments");

        String location = api.push("spend", "trafford-again-payments", "trafford-again", path);
        Api.eventually(
                PATIENCE,
                () -> api.get("agency-trafford-again", location).json(),
                report -> report.path("status").asString().equals("reading"));
        Thread.sleep(700);
        RunningStack.now().kill("spend-service");
        BigDecimal afterTheKill = total(
                Api.eventually(PATIENCE, () -> api.json("analyst", totals("trafford-again", 2024)), answer -> true));
        System.out.println("Ledger after kill -9 in the middle of the load: £" + afterTheKill);

        assertThat(afterTheKill).matches(total -> total.signum() == 0 || total.compareTo(new BigDecimal(control)) == 0);
        String again = api.push("spend", "trafford-again-payments", "trafford-again", path);
        assertThat(api.ended("trafford-again", again, PATIENCE).path("status").asString())
                .isEqualTo("published");
        // Calls that found nobody at first may have shut the gateway's breaker for some seconds.
        assertThat(total(Api.eventually(
                        PATIENCE, () -> api.json("analyst", totals("trafford-again", 2024)), answer -> true)))
                .isEqualByComparingTo(control);
    }

    @Test
    @Order(4)
    void a_second_delivery_for_the_same_period_restates_the_first(@TempDir Path folder) throws Exception {
        Api api = RunningStack.empty();
        api.register("spend", "restated-payments", "restated", "payments");
        String header = "Date,Supplier,Service,Amount\n";
        Path first = Files.writeString(
                folder.resolve("may.csv"), header + "2024-05-01,A Ltd,ROADS,100.00\n2024-05-20,B Ltd,ROADS,50.50\n");
        Path second = Files.writeString(
                folder.resolve("may-2.csv"), header + "2024-05-01,A Ltd,ROADS,100.00\n2024-05-20,B Ltd,ROADS,60.00\n");

        String old = api.push("spend", "restated-payments", "restated", first);
        api.ended("restated", old, PATIENCE);
        api.ended("restated", api.push("spend", "restated-payments", "restated", second), PATIENCE);

        assertThat(ledgerTotal(api, "restated", 2024)).isEqualByComparingTo("160.00");
        assertThat(api.json("agency-restated", old).path("status").asString()).isEqualTo("superseded");
    }

    private static Path given(String file) {
        Optional<Path> path = Checkout.realFile("spend/" + file);
        assumeTrue(path.isPresent(), () -> file + " is not on this machine: skipped");
        return path.orElseThrow();
    }

    private static JsonNode controlTotals() {
        return new JsonMapper()
                .readTree(Checkout.realFile("spend/control-totals.json")
                        .orElseThrow()
                        .toFile());
    }

    /** Over all financial years from the first to the last of these days. */
    private static BigDecimal ledgerTotal(Api api, String agency, JsonNode first, JsonNode last) throws Exception {
        BigDecimal total = BigDecimal.ZERO;
        for (int year = startOfYear(first); year <= startOfYear(last); year++) {
            total = total.add(ledgerTotal(api, agency, year));
        }
        return total;
    }

    private static int startOfYear(JsonNode day) {
        LocalDate date = LocalDate.parse(day.asString());
        return date.getMonthValue() < 4 ? date.getYear() - 1 : date.getYear();
    }

    private static BigDecimal ledgerTotal(Api api, String agency, int year) throws Exception {
        return total(api.json("analyst", totals(agency, year)));
    }

    private static String totals(String agency, int year) {
        String label = "%d-%02d".formatted(year, (year + 1) % 100);
        return "/api/v1/spend/totals?groupBy=agency&phase=payment&year=" + label + "&agency=" + agency;
    }

    private static BigDecimal total(JsonNode answer) {
        return answer.path("results")
                .valueStream()
                .map(row -> pounds(row.path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean rowsReadAreAccountedFor(JsonNode report) {
        JsonNode rows = report.path("rows");
        return rows.path("read").asLong()
                == rows.path("accepted").asLong()
                        + rows.path("refused").asLong()
                        + rows.path("blank").asLong();
    }

    private static BigDecimal pounds(JsonNode amount) {
        return new BigDecimal(amount.toString());
    }
}
