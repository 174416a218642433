package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.totalplace.sample.SamplePlace;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.ledger.LedgerFacts;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The money of the sample place through the door, against the truth that is written beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePlaceIntegrationTests extends RunningSpendService {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private static Path folder = Path.of("unset");

    private JsonNode truth = JSON.nullNode();
    private JsonNode count = JSON.nullNode();

    @BeforeAll
    void load() throws Exception {
        SamplePlace.write(folder, 1, 2009);
        JsonNode manifest = JSON.readTree(Files.readString(folder.resolve("manifest.json")));
        truth = JSON.readTree(Files.readString(folder.resolve("truth/control-totals.json")));
        for (JsonNode agency : manifest.path("agencies")) {
            String path = "/api/v1/spend/agencies/" + agency.path("code").asString();
            SpendDoor.expect(200, door().put("steward", path, agency.toString()));
        }
        for (JsonNode line : manifest.path("services")) {
            String path = "/api/v1/spend/service-lines/" + line.path("agency").asString() + "/"
                    + line.path("service").asString();
            SpendDoor.expect(200, door().put("steward", path, line.toString()));
        }
        for (JsonNode transfer : manifest.path("transfers")) {
            String path = "/api/v1/spend/transfers/" + transfer.path("id").asString();
            SpendDoor.expect(200, door().put("steward", path, transfer.toString()));
        }
        for (JsonNode feed : manifest.path("feeds")) {
            if (feed.path("service").asString().equals("spend")) {
                deliver(feed);
            }
        }
        count = door().asked("/api/v1/spend/whole-area?year=2024-25");
    }

    private void deliver(JsonNode feed) {
        String agency = feed.path("agency").asString();
        door().feed(agency);
        for (JsonNode delivery : feed.path("deliveries")) {
            JsonNode report = door().push(
                            agency,
                            delivery.path("period").asString(),
                            folder.resolve(delivery.path("file").asString()));
            assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
            assertThat(report.path("amount").path("accepted").decimalValue())
                    .isEqualByComparingTo(delivery.path("total").decimalValue());
        }
    }

    @Test
    void every_agency_has_the_lines_and_the_total_that_it_sent() {
        Map<String, JsonNode> rows = rows();

        assertThat(truth.path("agencies").size()).isEqualTo(9);
        truth.path("agencies").propertyStream().forEach(agency -> {
            JsonNode row = rows.getOrDefault(agency.getKey(), JSON.nullNode());
            assertThat(row.path("lines").asLong())
                    .as(agency.getKey())
                    .isEqualTo(agency.getValue().path("lines").asLong());
            boolean wider = agency.getKey().equals("benefits");
            assertThat(row.path("gross").decimalValue())
                    .as(agency.getKey())
                    .isEqualByComparingTo(
                            wider
                                    ? BigDecimal.ZERO
                                    : agency.getValue().path("total").decimalValue());
        });
        assertThat(count.path("gross").decimalValue())
                .isEqualByComparingTo(truth.path("wholeArea").path("gross").decimalValue());
    }

    @Test
    void every_true_transfer_is_taken_out_and_nothing_else() {
        assertThat(sum("eliminated"))
                .isEqualByComparingTo(truth.path("wholeArea").path("eliminated").decimalValue());
        assertThat(sum("oneSided"))
                .isPositive()
                .isEqualByComparingTo(truth.path("wholeArea").path("oneSided").decimalValue());
        assertThat(sum("net"))
                .isEqualByComparingTo(truth.path("wholeArea").path("net").decimalValue());
    }

    /** Line by line: the k-th accepted row of a file is the k-th payment of the truth. */
    @Test
    void nearly_all_value_of_true_transfers_is_eliminated_and_hardly_any_genuine_spending() throws Exception {
        Map<String, Long> trueTransfers = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth/transfers.csv"))) {
            rows.stream()
                    .filter(row -> row.getField("inForce").equals("true"))
                    .forEach(row -> trueTransfers.put(
                            String.join(
                                    " ",
                                    String.valueOf(Path.of(row.getField("file")).getFileName()),
                                    row.getField("row"),
                                    row.getField("payeeAgency")),
                            Pence.ofPounds(row.getField("amount")).value()));
        }
        long found = 0;
        long wrong = 0;
        for (Map.Entry<String, Long> line : eliminatedLines().entrySet()) {
            if (line.getValue().equals(trueTransfers.get(line.getKey()))) {
                found += line.getValue();
            } else {
                wrong += Math.abs(line.getValue());
            }
        }
        long all = trueTransfers.values().stream().mapToLong(Long::longValue).sum();
        long genuine = Pence.ofPounds(truth.path("wholeArea").path("gross").decimalValue())
                        .value()
                - all;

        LoggerFactory.getLogger(getClass())
                .info(
                        "Sample place: {} % of the value of true transfers eliminated, {} % of genuine spending",
                        percent(found, all), percent(wrong, genuine));
        assertThat(percent(found, all)).isGreaterThanOrEqualTo(new BigDecimal("99"));
        assertThat(percent(wrong, genuine)).isLessThanOrEqualTo(new BigDecimal("0.1"));
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
    }

    /** Pence by file, place in it and payee, of the sample's agencies' lines that are paid to another of them. */
    private Map<String, Long> eliminatedLines() throws Exception {
        Map<String, Long> lines = new HashMap<>();
        try (Connection connection = new LedgerFacts(DATABASE).openTransaction();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select f.name, k.place, q.code, t.pence
                        from transfer_line t
                        join (select delivery, row, part,
                                     row_number() over (partition by delivery order by row, part) as place
                              from ledger_line where year = 2024) k
                          on k.delivery = t.delivery and k.row = t.row and k.part = t.part
                        join posted_delivery d on d.number = t.delivery
                        join delivery f on f.id = d.delivery
                        join agency p on p.id = t.payer join agency q on q.id = t.payee
                        where t.until is null and t.year = 2024 and t.phase = 'payment'
                        """)) {
            while (rows.next()) {
                lines.put(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getString(3), rows.getLong(4));
            }
        }
        return lines;
    }

    @Test
    void every_kind_of_transfer_is_told_apart() {
        Set<String> kinds = door().asked("/api/v1/spend/transfers?year=2024-25")
                .path("results")
                .valueStream()
                .flatMap(transfer -> transfer.path("kinds").valueStream())
                .map(kind -> kind.path("kind").asString())
                .collect(Collectors.toSet());

        assertThat(kinds).contains("payee", "precept", "grant", "pooled-budget", "recharge", "receipt");
    }

    @Test
    void receipts_in_the_payees_books_answer_most_payments_within_45_days() {
        JsonNode shared = door().asked("/api/v1/spend/transfers?year=2024-25&agency=police&payeeAgency=fire")
                .path("results")
                .path(0)
                .path("receipts");

        assertThat(shared.path("matches").size())
                .isGreaterThan(shared.path("unanswered").size());
        assertThat(shared.path("unanswered").size()).isPositive();
        assertThat(shared.path("matches").valueStream())
                .allSatisfy(match -> assertThat(match.path("days").asInt()).isLessThanOrEqualTo(45))
                .anySatisfy(match ->
                        assertThat(match.path("difference").decimalValue()).isPositive());
    }

    @Test
    void a_partner_that_tells_nothing_of_its_spending_is_missing_and_what_it_is_paid_one_sided() {
        assertThat(count.path("missing").valueStream().map(JsonNode::asString)).contains("ambulance");
        assertThat(door().csv("/api/v1/spend/transfers?year=2024-25"))
                .contains("icb,ambulance,")
                .contains(",one-sided,");
    }

    @Test
    void the_kept_transfers_are_what_the_lines_say() {
        assertThat(new LedgerFacts(DATABASE).differencesOfTransfers()).isZero();
    }

    @Test
    void the_payees_add_up_to_the_gross() {
        assertThat(count.path("payees")
                        .valueStream()
                        .map(paid -> paid.path("amount").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(count.path("gross").decimalValue());
        assertThat(count.path("unresolvedShare").decimalValue()).isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void the_wider_body_counts_by_its_share() {
        JsonNode benefits = rows().getOrDefault("benefits", JSON.nullNode());

        assertThat(benefits.path("net").decimalValue())
                .isEqualByComparingTo(truth.path("agencies")
                        .path("benefits")
                        .path("apportioned")
                        .decimalValue());
        assertThat(count.path("missing").valueStream().map(JsonNode::asString)).doesNotContain("benefits", "housing");
    }

    @Test
    void every_service_line_has_its_true_total_and_function() {
        List<JsonNode> county = door().asked("/api/v1/spend/totals?year=2024-25&groupBy=function,service&agency=county")
                .path("results")
                .valueStream()
                .toList();

        Map<String, BigDecimal> amounts = new TreeMap<>();
        county.forEach(row ->
                amounts.put(row.path("service").asString(), row.path("amount").decimalValue()));
        truth.path("agencies")
                .path("county")
                .path("services")
                .propertyStream()
                .forEach(line -> assertThat(amounts.get(line.getKey()))
                        .as(line.getKey())
                        .isEqualByComparingTo(line.getValue().decimalValue()));
        assertThat(county).noneMatch(row -> row.path("function").asString().equals("unmapped"));
    }

    @Test
    void the_lines_bear_out_every_maintained_total() {
        assertThat(new LedgerFacts(DATABASE).differencesOfTotals()).isZero();
    }

    @Test
    void every_cell_of_the_count_can_be_asked_why_and_replays_to_the_same_pennies() {
        for (String groupBy : List.of("agency,function", "capital")) {
            assertThat(replay().wholeArea(groupBy)).as(groupBy).isGreaterThan(3);
        }
    }

    @Test
    void every_total_and_transfer_can_be_asked_why_and_replays_to_the_same_pennies() {
        for (String groupBy : List.of("agency", "month", "capital")) {
            assertThat(replay().totals(groupBy, "")).as(groupBy).isPositive();
        }
        assertThat(replay().someTotals("service", 60)).isGreaterThan(20);
        // There are thousands of names: the agencies and the first of them, and then one in some hundreds.
        assertThat(replay().someTotals("payee", 600)).isGreaterThan(30);
        assertThat(replay().someTotals("agency,payee", 900)).isGreaterThan(30);
        assertThat(replay().transfers()).isGreaterThan(5);
    }

    private FigureReplay replay() {
        return new FigureReplay(door(), "year=2024-25");
    }

    /** Of the sample's agencies only: other tests' agencies may be counted in the same year. */
    private BigDecimal sum(String part) {
        return rows().values().stream()
                .filter(row -> truth.path("agencies").has(row.path("agency").asString()))
                .map(row -> row.path(part).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, JsonNode> rows() {
        Map<String, JsonNode> rows = new TreeMap<>();
        count.path("agencies").forEach(row -> rows.put(row.path("agency").asString(), row));
        return rows;
    }
}
