package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.SpendDoor.Answer;
import tools.jackson.databind.JsonNode;

/** What may come with a file, and what is asked beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryDoorIntegrationTests extends RunningSpendService {

    private static int amounts;
    private static int feeds;

    private String feed = "unset";

    @BeforeAll
    void register() {
        door().register("door", "Door Council");
    }

    /** So that no test sees what is usual in the feed of another. */
    @BeforeEach
    void a_feed_of_its_own() {
        feed = "/api/v1/spend/feeds/door-payments-" + ++feeds;
        SpendDoor.expect(200, door().put("agency-door", feed, "{\"agency\": \"door\", \"kind\": \"payments\"}"));
    }

    /** Never the same bytes twice. */
    private static byte[] aFile(String month) {
        return aPaymentsFile()
                .paying(
                        "Hinge Ltd",
                        ++amounts + ".00",
                        "01/" + month.substring(5) + "/" + month.substring(0, 4),
                        "Doors")
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer post(String path, byte[] body, Map<String, String> headers) {
        return door().post("agency-door", path, BodyPublishers.ofByteArray(body), headers);
    }

    private JsonNode published(String query, byte[] body, Map<String, String> headers) {
        JsonNode report =
                door().ended("agency-door", SpendDoor.expect(202, post(feed + "/deliveries" + query, body, headers)));
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        return report;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String field(String name, byte[] digest) {
        return name + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Nested
    class AContentDigest {

        @Test
        void of_either_algorithm_is_checked() {
            byte[] file = aFile("2013-01");

            published(
                    "?period=2013-01",
                    file,
                    Map.of(
                            "Content-Digest",
                            field("sha-256", digest("SHA-256", file)) + ", md5=:AAAA:, "
                                    + field("sha-512", digest("SHA-512", file))));
        }

        @Test
        void that_the_bytes_do_not_have_is_told_with_both() {
            byte[] file = aFile("2013-02");
            for (String algorithm : List.of("sha-256", "sha-512")) {
                byte[] other = digest(algorithm.toUpperCase(java.util.Locale.ROOT), new byte[] {1});

                Answer answer = post(feed + "/deliveries", file, Map.of("Content-Digest", field(algorithm, other)));

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().path("detail").asString())
                        .contains(java.util.HexFormat.of().formatHex(other))
                        .contains(java.util.HexFormat.of()
                                .formatHex(digest(algorithm.toUpperCase(java.util.Locale.ROOT), file)));
            }
        }

        @Test
        void that_is_none_is_told() {
            assertThat(post(feed + "/deliveries", aFile("2013-02"), Map.of("Content-Digest", "sha-256=abc"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class ACompressedBody {

        @Test
        void is_the_file_that_was_compressed() {
            byte[] file = aFile("2013-03");
            byte[] packed = gzip(file);

            JsonNode report = published(
                    "?period=2013-03&name=march.csv",
                    packed,
                    Map.of("Content-Encoding", "gzip", "Content-Digest", field("sha-256", digest("SHA-256", packed))));

            assertThat(report.path("file").path("bytes").asInt()).isEqualTo(file.length);
            assertThat(report.path("file").path("sha256").asString())
                    .isEqualTo(java.util.HexFormat.of().formatHex(digest("SHA-256", file)));
        }

        @Test
        void that_cannot_be_unpacked_is_refused() {
            byte[] packed = gzip(aFile("2013-04"));
            byte[] broken = java.util.Arrays.copyOf(packed, packed.length / 2);

            assertThat(post(feed + "/deliveries", broken, Map.of("Content-Encoding", "gzip"))
                            .status())
                    .isEqualTo(400);
            assertThat(post(feed + "/deliveries", aFile("2013-04"), Map.of("Content-Encoding", "gzip"))
                            .status())
                    .isEqualTo(400);
            assertThat(post(feed + "/deliveries", packed, Map.of("Content-Encoding", "br"))
                            .status())
                    .isEqualTo(415);
        }

        @Test
        void that_grows_beyond_reason_is_refused() {
            Answer answer = post(feed + "/deliveries", gzip(new byte[20_000_000]), Map.of("Content-Encoding", "gzip"));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().path("detail").asString()).contains("100 times");
        }
    }

    @Nested
    class APreview {

        @Test
        void shows_the_file_as_read_and_keeps_nothing() {
            byte[] file = aPaymentsFile()
                    .paying("Hinge Ltd", "1,000.00", "01/05/2013", "Doors")
                    .paying("Bad Ltd", "lots", "02/05/2013", "Doors")
                    .text()
                    .getBytes(StandardCharsets.UTF_8);
            int before = deliveries();

            JsonNode preview = SpendDoor.expect(200, post(feed + "/previews?name=may.csv", file, Map.of()))
                    .json();

            assertThat(preview.path("rows").path("accepted").asInt()).isEqualTo(1);
            assertThat(preview.path("rows").path("refused").asInt()).isEqualTo(1);
            assertThat(preview.path("amount").path("accepted").decimalValue()).isEqualByComparingTo("1000.00");
            assertThat(preview.path("mapping").size()).isGreaterThan(3);
            assertThat(preview.path("first").path(0).path("amount").decimalValue())
                    .isEqualByComparingTo("1000.00");
            assertThat(preview.path("first").path(0).path("date").asString()).isEqualTo("2013-05-01");
            assertThat(preview.path("problems").toString()).contains("lots");
            assertThat(deliveries()).isEqualTo(before);
        }

        @Test
        void says_what_is_wrong_with_a_file_that_cannot_be_read() {
            JsonNode preview = SpendDoor.expect(
                            200,
                            post(feed + "/previews", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8), Map.of()))
                    .json();

            assertThat(preview.path("problems").size()).isPositive();
        }

        @Test
        void tells_what_would_be_doubted_and_refused() {
            byte[] file = aPaymentsFile()
                    .paying("x".repeat(501), "5.00", "01/08/2013", "Doors")
                    .text()
                    .getBytes(StandardCharsets.UTF_8);

            JsonNode preview = SpendDoor.expect(200, post(feed + "/previews", file, Map.of()))
                    .json();

            assertThat(preview.path("rows").path("refused").asInt()).isEqualTo(1);
            assertThat(preview.path("problems").toString()).contains("more than 500 characters");
        }

        private int deliveries() {
            return door().get("agency-door", feed + "/deliveries")
                    .json()
                    .path("results")
                    .size();
        }
    }

    @Nested
    class AfterPublication {

        @Test
        void the_receipt_is_verified_with_the_key_that_is_given_out() throws Exception {
            JsonNode receipt =
                    published("?period=2013-06", aFile("2013-06"), Map.of()).path("receipt");

            String key = door().get("agency-door", "/api/v1/spend/receipt-key")
                    .json()
                    .path("publicKey")
                    .asString();
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            check.update(receipt.path("statement").asString().getBytes(StandardCharsets.UTF_8));
            assertThat(check.verify(
                            Base64.getDecoder().decode(receipt.path("signature").asString())))
                    .isTrue();
        }

        @Test
        void the_columns_are_a_table_schema() {
            published("?period=2013-07", aFile("2013-07"), Map.of());

            JsonNode schema = SpendDoor.expect(200, door().get("agency-door", feed + "/schema"))
                    .json();

            assertThat(schema.path("fields").path(0).path("name").asString()).isEqualTo("Payment Date");
            assertThat(schema.path("fields").path(0).path("type").asString()).isEqualTo("date");
            assertThat(schema.path("dialect").path("delimiter").asString()).isEqualTo(",");
        }

        @Test
        void refused_rows_are_downloaded_with_all_their_cells() {
            byte[] file = aPaymentsFile()
                    .paying("x".repeat(501), "5.00", "01/08/2013", "Doors")
                    .paying("Hinge Ltd", "5.00", "02/08/2013", "Doors")
                    .text()
                    .getBytes(StandardCharsets.UTF_8);
            JsonNode report = published("?period=2013-08", file, Map.of());

            String csv = door().getCsv(
                            "agency-door",
                            feed + "/deliveries/" + report.path("id").asString() + "/refused")
                    .body();

            assertThat(report.path("amount").path("refused").decimalValue()).isEqualByComparingTo("5.00");
            assertThat(csv.lines()).hasSize(2);
            assertThat(csv).contains("more than 500 characters", "x".repeat(501), "01/08/2013");
        }
    }

    @Nested
    class APeriod {

        @Test
        void that_the_rows_do_not_bear_out_is_told() {
            JsonNode report = published("?period=2013-09/2013-11", aFile("2013-10"), Map.of());

            assertThat(report.path("problems").toString())
                    .contains("partial-return")
                    .contains("2013-09, 2013-11");
        }

        @Test
        void that_is_a_part_of_a_published_one_says_what_to_send() {
            published("?period=2014-01/2014-03", aFile("2014-02"), Map.of());

            JsonNode report = door().ended(
                            "agency-door",
                            post(feed + "/deliveries?period=2014-03/2014-04", aFile("2014-03"), Map.of()));

            assertThat(report.path("status").asString()).isEqualTo("refused");
            assertThat(report.path("problems").toString())
                    .contains("Send one file with all of 2014-01/2014-04")
                    .contains("withdraw the earlier delivery");
        }

        @Test
        void that_was_not_said_and_would_replace_much_more_is_asked_about() {
            var march = aPaymentsFile();
            for (int day = 10; day < 30; day++) {
                march.paying("Hinge Ltd", "1.00", day + "/03/2015", "Doors");
            }
            published("", march.text().getBytes(StandardCharsets.UTF_8), Map.of());
            byte[] aprilWithALateRow = aPaymentsFile()
                    .paying("Hinge Ltd", "2.00", "31/03/2015", "Doors")
                    .paying("Hinge Ltd", "3.00", "01/04/2015", "Doors")
                    .text()
                    .getBytes(StandardCharsets.UTF_8);

            JsonNode report = door().ended("agency-door", post(feed + "/deliveries", aprilWithALateRow, Map.of()));

            assertThat(report.path("status").asString()).isEqualTo("needs-confirmation");
            assertThat(report.path("problems").toString()).contains("20 rows) with 1 rows");
        }
    }

    @Nested
    class AnIdempotencyKey {

        @Test
        void gives_the_same_answer_for_the_same_file_and_none_for_another() {
            byte[] file = aFile("2016-01");
            Map<String, String> key = Map.of("Idempotency-Key", "january");

            Answer first = post(feed + "/deliveries?period=2016-01", file, key);
            Answer again = post(feed + "/deliveries?period=2016-01", file, key);
            Answer other = post(feed + "/deliveries?period=2016-01", aFile("2016-01"), key);

            assertThat(first.status()).isEqualTo(202);
            assertThat(again.location()).isEqualTo(first.location());
            assertThat(other.status()).isEqualTo(422);
            assertThat(post(feed + "/deliveries", file, Map.of("Idempotency-Key", "k".repeat(256)))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void no_input_is_a_failure_of_ours() {
        byte[] file = aFile("2016-02");
        for (String query : List.of(
                "?name=%00a%0Ab.csv&period=2016-02",
                "?period=+999999999-12",
                "?period=2016-13",
                "?period=2016-03/2016-01",
                "?total=1e999999999",
                "?total=-1e-999999999",
                "?total=99999999999999999999",
                "?rows=x",
                "?name=" + "n".repeat(5_000))) {
            assertThat(post(feed + "/deliveries" + query, file, Map.of()).status())
                    .as(query)
                    .isBetween(200, 499);
        }
        for (String path : List.of(
                "/api/v1/spend/feeds/%00/health",
                "/api/v1/spend/feeds/health?cursor=AAAA",
                "/api/v1/spend/feeds/health?limit=0",
                feed + "/deliveries/not-an-id",
                feed + "/pulls/not-an-id",
                feed + "/pulls/00000000-0000-0000-0000-000000000000")) {
            assertThat(door().get("steward", path).status()).as(path).isBetween(400, 499);
        }
        for (String body : List.of(
                "{}",
                "[]",
                "{",
                "{\"agency\": \"door\", \"kind\": \"payments\", \"schedule\": \"now and then\"}",
                "{\"agency\": \"door\", \"kind\": \"payments\", \"mapping\": {\"colour\": \"Red\"}}",
                "{\"agency\": \"door\", \"kind\": \"payments\", \"mapping\": {\"amount\": \"\\u0000\"}}",
                "{\"agency\": \"door\", \"kind\": \"payments\", \"pull\": {\"url\": \"\\u0000\"}}",
                "{\"agency\": \"door\", \"kind\": \"payments\", \"policy\": \"lenient\"}")) {
            assertThat(door().put("agency-door", feed, body).status()).as(body).isEqualTo(400);
        }
        assertThat(door().put(
                                "agency-door",
                                "/api/v1/spend/feeds/health",
                                "{\"agency\":\"door\",\"kind\":\"payments\"}")
                        .status())
                .isEqualTo(400);
    }
}
