package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.acceptance.Trouble.published;
import static org.totalplace.acceptance.Trouble.refused;
import static org.totalplace.acceptance.Trouble.utf8;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each kind of trouble that published files have, made up here and handed in at the gateway. */
@Order(2)
class TroublesAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final AtomicInteger FEEDS = new AtomicInteger();

    private static final String PLAIN =
            "Date,Supplier,Service,Amount\n01/05/2024,A Ltd,ROADS,100.00\n20/05/2024,B Ltd,PARKS,50.50\n";

    static Stream<Trouble> texts() {
        return Stream.of(
                published("UTF-8 with a mark", "\uFEFF" + PLAIN, 2, "150.50", null),
                published("Windows-1252", "Date,Supplier,Amount\n01/05/2024,Café Ltd,£12.00\n", 1, "12.00", null)
                        .written(WINDOWS),
                published("UTF-16", PLAIN, 2, "150.50", null).written(StandardCharsets.UTF_16),
                published("lines ended by CR alone", PLAIN.replace('\n', '\r'), 2, "150.50", null),
                published("mixed line ends", PLAIN.replaceFirst("\n", "\r\n"), 2, "150.50", null),
                published("tabs", PLAIN.replace(',', '\t'), 2, "150.50", null),
                published("semicolons", PLAIN.replace(',', ';'), 2, "150.50", null),
                published(
                        "a line break within a cell",
                        "Date,Supplier,Amount\n01/05/2024,\"A\nLtd\",100.00\n02/05/2024,B,1.00\n",
                        2,
                        "101.00",
                        null),
                published(
                        "blank rows and empty columns",
                        PLAIN.replace("\n", ",,,\n") + ",,,,,,\n".repeat(5000),
                        2,
                        "150.50",
                        null),
                published("titles above the header", "Spend over £500\nMay 2024\n\n" + PLAIN, 2, "150.50", "title-row"),
                published("a padded and prefixed header", PLAIN.replace("Amount", "* Amount  "), 2, "150.50", null),
                published(
                        "the header at the end",
                        "01/05/2024,A Ltd,ROADS,100.00\n20/05/2024,B Ltd,PARKS,50.50\nDate,Supplier,Service,Amount\n",
                        2,
                        "150.50",
                        null),
                published("a total without a label", PLAIN + ",,,150.50\n", 2, "150.50", "total-row"),
                published("a total with a label", PLAIN + "Total,,,150.50\n", 2, "150.50", "total-row"),
                published("the same payment twice", PLAIN + "20/05/2024,B Ltd,PARKS,50.50\n", 3, "201.00", null),
                published("redacted payees", PLAIN.replace("A Ltd", "REDACTED PERSONAL DATA"), 2, "150.50", null),
                published("no payment of the month", "Date,Supplier,Service,Amount\n", 0, "0.00", "nil-return"));
    }

    static Stream<Trouble> cells() {
        return Stream.of(
                published(
                        "amounts in every style",
                        "Date,Supplier,Amount\n01/05/2024,A,\"£1,234.56\"\n01/05/2024,B,(978.00)\n01/05/2024,C,978.00-\n"
                                + "01/05/2024,D,-978\n01/05/2024,E,123.45999999999999\n01/05/2024,F,\" 1 000.10 \"\n",
                        6,
                        "-575.88",
                        null),
                published(
                        "an amount that is none", PLAIN + "21/05/2024,C Ltd,PARKS,twelve\n", 2, "150.50", "type-error"),
                published(
                        "missing written in words",
                        PLAIN + "21/05/2024,C Ltd,PARKS,[x]\n",
                        2,
                        "150.50",
                        "required-value"),
                published("two styles of date", PLAIN.replace("20/05/2024", "20.05.2024"), 2, "150.50", null),
                published("an Excel serial date", PLAIN.replace("20/05/2024", "45432"), 2, "150.50", null),
                published(
                                "day and month swapped in part",
                                "Date,Supplier,Amount\n" + "13/05/2024,A,1.00\n".repeat(20)
                                        + "05/02/2024,B,2.00\n".repeat(5) + "05/03/2024,B,2.00\n".repeat(5),
                                30,
                                "40.00",
                                "ambiguous-date")
                        .about("2024-05"),
                published("net, VAT and gross", """
                        Date,Supplier,Gross Amount,VAT Amount,Net Amount
                        01/05/2024,A,120.00,20.00,100.00
                        02/05/2024,B,12.00,2.00,10.00
                        """, 2, "110.00", null));
    }

    static Stream<Trouble> containers() {
        byte[] plain = utf8(PLAIN);
        return Stream.of(
                published("a zip of one file", PLAIN, 2, "150.50", null)
                        .carried(Trouble.zip(plain, "may.csv"))
                        .called("may.zip"),
                published("gzip", PLAIN, 2, "150.50", null)
                        .carried(Trouble.gzip(plain))
                        .called("may.csv.gz"),
                published(
                                "NDJSON",
                                "{\"date\":\"2024-05-01\",\"payee\":\"A\",\"amount\":1.10}\n{\"date\":\"2024-05-02\",\"payee\":\"B\",\"amount\":2.20}\n",
                                2,
                                "3.30",
                                null)
                        .called("may.ndjson"),
                refused("a zip of two files", "may.zip", Trouble.zip(plain, "a.csv", "b.csv"), "compression-error"),
                refused("an old Excel file called csv", "may.csv", oldExcel(), "format-error"),
                refused(
                        "an HTML page called csv",
                        "may.csv",
                        utf8("<!DOCTYPE html><html><body><table><tr><td>Date</td></tr></table></body></html>"),
                        "format-error"),
                refused("a PDF called csv", "may.csv", utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), "format-error"),
                refused("no column of amounts", "may.csv", utf8("Date,Supplier\n01/05/2024,A\n"), "missing-label"),
                refused(
                        "no row that can be read",
                        "may.csv",
                        utf8("Date,Amount\nsoon,much\nlater,more\n"),
                        "constraint-error"));
    }

    private static byte[] oldExcel() {
        byte[] bytes = new byte[4096];
        byte[] signature = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "texts",
        "cells",
        "containers",
        "org.totalplace.acceptance.OtherTroubles#ofAmounts",
        "org.totalplace.acceptance.OtherTroubles#ofDays",
        "org.totalplace.acceptance.OtherTroubles#ofLayouts"
    })
    void is_read_or_refused_for_a_true_reason(Trouble trouble) throws Exception {
        Api api = RunningStack.empty();
        String feed = "trouble-" + FEEDS.incrementAndGet();
        String deliveries = "/api/v1/spend/feeds/" + feed + "/deliveries";
        Api.expect(
                api.put(
                        "steward",
                        "/api/v1/spend/agencies/trouble",
                        Map.of("name", "Trouble Council", "kind", "council")),
                200);
        Api.expect(
                api.put(
                        "agency-trouble",
                        "/api/v1/spend/feeds/" + feed,
                        Map.of("agency", "trouble", "kind", "payments")),
                200);

        Api.Answer answer = api.post(
                "agency-trouble",
                deliveries + "?name=" + Api.encoded(trouble.file()) + trouble.query(),
                BodyPublishers.ofByteArray(trouble.bytes()));
        Api.expect(answer, 202);
        JsonNode report = api.ended("trouble", answer.location(), PATIENCE);

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo(trouble.status());
        rowsAreAccountedFor(report);
        if (trouble.status().equals("needs-confirmation")) {
            Api.expect(api.post("agency-trouble", answer.location() + "/confirm", BodyPublishers.noBody()), 200);
            Api.eventually(
                    PATIENCE,
                    () -> api.get("agency-trouble", answer.location()).json(),
                    after -> after.path("status").asString().equals("published"));
        }
        if (!trouble.status().equals("refused")) {
            assertThat(report.path("rows").path("accepted").asLong())
                    .as(report.toString())
                    .isEqualTo(trouble.accepted());
            assertThat(new BigDecimal(report.path("amount").path("accepted").asString("0")))
                    .isEqualByComparingTo(trouble.amount());
        }
        if (trouble.told() != null) {
            assertThat(report.path("problems").findValuesAsString("type"))
                    .as(report.toString())
                    .contains(trouble.told());
        }
        everyProblemSaysWhatItIs(report);
    }

    private static void rowsAreAccountedFor(JsonNode report) {
        JsonNode rows = report.path("rows");
        assertThat(rows.path("read").asLong())
                .isEqualTo(rows.path("accepted").asLong()
                        + rows.path("refused").asLong()
                        + rows.path("blank").asLong());
    }

    private static void everyProblemSaysWhatItIs(JsonNode report) {
        for (JsonNode problem : report.path("problems")) {
            assertThat(problem.path("count").asLong()).isPositive();
            assertThat(problem.path("examples")).isNotEmpty();
            problem.path("examples")
                    .forEach(example -> assertThat(example.path("message").asString())
                            .as(report.toString())
                            .hasSizeGreaterThan(20));
        }
    }
}
