package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.PaymentsText;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** Whatever happens in whatever order, the maintained sums are what the lines say, now and at every earlier moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecomputedTotalsIntegrationTests extends RunningSpendService {

    private static final List<String> AGENCIES = List.of("rt-county", "rt-district", "rt-police");
    private static final List<String> SERVICES = List.of("Home care", "Roads", "Policing", "X17", "Refuse");
    private static final int STEPS = 30;

    private final Random chance = new Random(20_261_122);
    private final LedgerFacts facts = new LedgerFacts(DATABASE);
    private final List<String> published = new ArrayList<>();
    private int firstRevision;

    @BeforeAll
    void a_random_sequence_of_changes() {
        firstRevision = facts.lastRevision() + 1;
        AGENCIES.forEach(agency -> door().register(agency, nameOf(agency)));
        for (int step = 0; step < STEPS; step++) {
            int kind = chance.nextInt(10);
            if (kind < 6) {
                post();
            } else if (kind < 7) {
                withdraw();
            } else if (kind < 8) {
                rename();
            } else {
                describe();
            }
        }
    }

    private void post() {
        String agency = any(AGENCIES);
        int month = 1 + chance.nextInt(4);
        PaymentsText file = aPaymentsFile();
        int rows = 1 + chance.nextInt(12);
        for (int row = 0; row < rows; row++) {
            file.paying(
                    payee(),
                    (chance.nextInt(5) == 0 ? "-" : "") + chance.nextInt(5_000) + "." + (10 + chance.nextInt(90)),
                    "%02d/%02d/2007".formatted(1 + chance.nextInt(28), 4 + month),
                    any(SERVICES));
        }
        JsonNode report = door().push(agency, "2007-%02d".formatted(4 + month), file.text());
        String status = report.path("status").asString();
        String path = "/api/v1/spend/feeds/" + agency + "-payments/deliveries/"
                + report.path("id").asString();
        if (status.equals("needs-confirmation")) {
            post(agency, path + "/confirm");
            door().ended("agency-" + agency, new SpendDoor.Answer(202, "", path));
        }
        published.add(path);
    }

    private void withdraw() {
        if (!published.isEmpty()) {
            String path = published.remove(chance.nextInt(published.size()));
            String agency = path.replaceAll(".*/feeds/(.*)-payments/.*", "$1");
            post(agency, path + "/withdraw");
        }
    }

    private SpendDoor.Answer post(String agency, String path) {
        return door().post("agency-" + agency, path, HttpRequest.BodyPublishers.noBody());
    }

    private void rename() {
        String agency = any(AGENCIES);
        String alias = chance.nextBoolean() ? "\"Acme " + AGENCIES.indexOf(agency) + "\"" : "";
        String body = "{\"name\": \"%s\", \"kind\": \"council\", \"aliases\": [%s]}".formatted(nameOf(agency), alias);
        SpendDoor.expect(200, door().put("steward", "/api/v1/spend/agencies/" + agency, body));
    }

    private void describe() {
        String path = "/api/v1/spend/service-lines/" + any(AGENCIES) + "/"
                + any(SERVICES).replace(" ", "%20");
        String function = any(List.of("10.2", "04.5", "03.1", "08.1"));
        SpendDoor.expect(200, door().put("steward", path, "{\"cofog\": \"%s\"}".formatted(function)));
    }

    private String payee() {
        return switch (chance.nextInt(4)) {
            case 0 -> nameOf(any(AGENCIES)).toUpperCase(Locale.ROOT) + " (DD ONLY)";
            case 1 -> "Acme " + chance.nextInt(3);
            case 2 -> "REDACTED";
            default -> "Supplier " + chance.nextInt(6) + " Ltd";
        };
    }

    private static String nameOf(String agency) {
        return "Recomputed " + agency.substring(3) + " authority";
    }

    private <T> T any(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    @Test
    void every_maintained_total_is_what_the_lines_say() {
        assertThat(facts.differencesOfTotals()).isZero();
    }

    @Test
    void so_it_was_at_every_earlier_revision() {
        int last = facts.lastRevision();

        assertThat(last - firstRevision).isGreaterThan(STEPS / 2);
        for (int revision = firstRevision; revision <= last; revision++) {
            assertThat(facts.differencesOfTotalsAt(revision))
                    .as("at revision " + revision)
                    .isZero();
        }
    }

    @Test
    void every_line_stands_once_and_the_journal_knows_how_many_there_are_and_how_far() {
        assertThat(facts.differencesOfJournal()).isZero();
    }

    @Test
    void a_total_that_is_wrong_by_a_penny_is_seen() throws Exception {
        facts.settlePayees();
        try (var connection = facts.openTransaction();
                var statement = connection.createStatement()) {
            statement.execute("update payee_total set pence = pence + 1 where ctid = (select min(ctid) from payee_total"
                    + " where until is null)");
            try (var row = statement.executeQuery(LedgerFacts.differencesAt(Integer.MAX_VALUE - 1))) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(2);
            }
            connection.rollback();
        }
    }

    @Test
    void every_grouping_adds_up_to_the_same_total_page_by_page() {
        String slice = "year=2007-08";
        var whole = door().amount(slice);
        for (String by : List.of(
                "agency",
                "service,month",
                "payee",
                "agency,payee",
                "payee,month",
                "agency,function,service,month,capital,payee")) {
            assertThat(sumOfPages("/api/v1/spend/totals?" + slice + "&groupBy=" + by))
                    .as(by)
                    .isEqualByComparingTo(whole);
        }
    }

    private BigDecimal sumOfPages(String path) {
        BigDecimal sum = BigDecimal.ZERO;
        String next = "";
        List<String> seen = new ArrayList<>();
        do {
            JsonNode page = door().asked(path + "&limit=5" + next);
            for (JsonNode row : page.path("results")) {
                sum = sum.add(row.path("amount").decimalValue());
                seen.add(row.toString());
            }
            next = "&cursor=" + page.path("paging").path("next").asString();
        } while (!next.equals("&cursor="));
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(door().csv(path).lines().count())
                .as("rows of the CSV and its header")
                .isEqualTo(seen.size() + 1L);
        return sum;
    }
}
