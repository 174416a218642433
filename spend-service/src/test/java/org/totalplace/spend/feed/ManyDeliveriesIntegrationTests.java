package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.ledger.LedgerFacts;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyDeliveriesIntegrationTests extends RunningSpendService {

    private static final int MANY = 20;

    private final LedgerFacts facts = new LedgerFacts(DATABASE);

    private static String file(int number, String month) {
        return aPaymentsFile()
                .paying("Mast Ltd", number + ".50", "01/" + month.substring(5) + "/" + month.substring(0, 4), "Parks")
                .paying("Sail Ltd", "100.00", "02/" + month.substring(5) + "/" + month.substring(0, 4), "Parks")
                .text();
    }

    private static String month(int number) {
        return "%d-%02d".formatted(2012 + number / 12, 1 + number % 12);
    }

    @Test
    void twenty_deliveries_of_one_feed_at_once_all_count() throws Exception {
        door().register("many-one", "Many One Council");

        List<JsonNode> reports =
                atOnce(number -> () -> door().push("many-one", month(number), file(number, month(number))));

        assertThat(reports).allMatch(report -> report.path("status").asString().equals("published"));
        assertThat(pence("many-one")).isEqualTo(100L * (190 + 10 + 2000));
        assertThat(linesInForce("many-one")).isEqualTo(2L * MANY);
    }

    @Test
    void twenty_deliveries_of_one_period_at_once_leave_the_last_one() throws Exception {
        door().register("many-same", "Many Same Council");

        List<JsonNode> reports = atOnce(number -> () -> door().push("many-same", "2012-01", file(number, "2012-01")));

        List<String> statuses = reports.stream()
                .map(report -> door().get(
                                "agency-many-same",
                                "/api/v1/spend/feeds/many-same-payments/deliveries/"
                                        + report.path("id").asString())
                        .json()
                        .path("status")
                        .asString())
                .toList();
        assertThat(statuses)
                .containsOnlyOnce("published")
                .filteredOn("superseded"::equals)
                .hasSize(MANY - 1);
        assertThat(linesInForce("many-same")).isEqualTo(2);
        assertThat(pence("many-same"))
                .isEqualTo(facts.number("select accepted_pence from delivery where feed = 'many-same-payments' "
                        + "and status = 'published'"));
    }

    @Test
    void twenty_deliveries_of_the_same_bytes_at_once_are_one() throws Exception {
        door().register("many-bytes", "Many Bytes Council");

        List<JsonNode> reports = atOnce(number -> () -> door().push("many-bytes", "2012-01", file(1, "2012-01")));

        assertThat(reports.stream().map(report -> report.path("id").asString()).distinct())
                .hasSize(1);
        assertThat(linesInForce("many-bytes")).isEqualTo(2);
    }

    @Test
    void a_delivery_of_each_of_twenty_feeds_at_once_all_count() throws Exception {
        IntStream.range(0, MANY).forEach(number -> door().register("many-" + number, "Council " + number + " of Many"));

        List<JsonNode> reports =
                atOnce(number -> () -> door().push("many-" + number, "2012-05", file(number, "2012-05")));

        assertThat(reports).allMatch(report -> report.path("status").asString().equals("published"));
        for (int number = 0; number < MANY; number++) {
            assertThat(pence("many-" + number)).isEqualTo(number * 100L + 50 + 10_000);
        }
        assertThat(facts.differencesOfTotals()).isZero();
    }

    private interface Pushing {
        Callable<JsonNode> of(int number);
    }

    private static List<JsonNode> atOnce(Pushing pushing) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> pushed = new ArrayList<>();
            for (int number = 0; number < MANY; number++) {
                pushed.add(threads.submit(pushing.of(number)));
            }
            List<JsonNode> reports = new ArrayList<>();
            for (Future<JsonNode> report : pushed) {
                reports.add(report.get());
            }
            return reports;
        }
    }

    private long pence(String agency) {
        return facts.number("""
                select coalesce(sum(t.pence), 0) from ledger_total t join agency a on a.id = t.agency
                where a.code = '%s' and t.until is null
                """.formatted(agency));
    }

    private long linesInForce(String agency) {
        return facts.number("""
                select count(*) from ledger_line l join posted_delivery d on d.number = l.delivery
                where d.until is null and d.feed = '%s-payments'
                """.formatted(agency));
    }
}
