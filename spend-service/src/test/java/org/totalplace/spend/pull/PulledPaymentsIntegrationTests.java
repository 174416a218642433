package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.PaymentsText;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.SpendDoor.Answer;
import tools.jackson.databind.JsonNode;

/** An agency's endpoint on the loopback, which the settings of these tests allow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PulledPaymentsIntegrationTests extends RunningSpendService {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AgencyWeb agency = new AgencyWeb(AGENCY_PORT);

    @BeforeAll
    void open() {
        agency.redirects("/moved.csv", "/file.csv");
        agency.redirects("/elsewhere.csv", "http://127.0.0.1:" + AGENCY_PORT + "/file.csv");
        agency.serves("/file.csv", file("12.34"));
    }

    @AfterAll
    void close() {
        agency.close();
    }

    private static String file(String amount) {
        return aPaymentsFile()
                .paying("Hose Ltd", amount, "01/05/2016", "Fire service")
                .text();
    }

    @Test
    void a_file_is_pulled_and_counted_and_not_fetched_again_while_it_stays_the_same() {
        feed("pulled", agency.address("/file.csv"));

        Answer first = pull("pulled");
        JsonNode report = door().ended("agency-pulled", first);
        Answer second = pull("pulled");
        JsonNode same = ended("pulled", second);

        assertThat(first.status()).isEqualTo(202);
        assertThat(report.path("status").asString()).isEqualTo("published");
        assertThat(first.location()).endsWith(report.path("id").asString());
        assertThat(door().amount("year=2016-17&agency=pulled")).isEqualByComparingTo("12.34");
        assertThat(second.status()).isEqualTo(202);
        assertThat(same.path("status").asString()).isEqualTo("not-modified");
        assertThat(door().ended("agency-pulled", second)).isEqualTo(report);
        assertThat(agency.requests()).containsSubsequence("/file.csv null", "/file.csv \"v1\"");
    }

    @Test
    void a_redirect_within_the_host_is_followed() {
        feed("pulled-moved", agency.address("/moved.csv"));

        assertThat(door().ended("agency-pulled-moved", pull("pulled-moved"))
                        .path("status")
                        .asString())
                .isEqualTo("published");
    }

    @Test
    void a_redirect_to_another_host_is_not() {
        feed("pulled-elsewhere", agency.address("/elsewhere.csv"));

        JsonNode report = door().ended("agency-pulled-elsewhere", pull("pulled-elsewhere"));

        assertThat(report.path("status").asString()).isEqualTo("refused");
        assertThat(report.path("problems").toString()).contains("another host");
    }

    @Test
    void an_address_in_a_private_network_cannot_be_registered() {
        door().register("pulled-private", "Private Council");

        for (String url : new String[] {
            "http://127.0.0.1:" + AGENCY_PORT + "/file.csv", "ftp://localhost/a", "http://no-such-host.invalid/a.csv"
        }) {
            Answer answer = registered("pulled-private", url, "");

            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("path").asString())
                    .isEqualTo("pull.url");
        }
        assertThat(registered("pulled-private", "http://no-such-host.invalid/a.csv", "")
                        .json()
                        .path("detail")
                        .asString())
                .contains("no host is called 'no-such-host.invalid'");
    }

    @Test
    void an_agency_that_fails_now_and_then_is_asked_again() {
        agency.recovers("/recovers.csv", 2, file("3.00"));
        feed("pulled-again", agency.address("/recovers.csv"));

        Answer asked = pull("pulled-again");

        assertThat(door().ended("agency-pulled-again", asked).path("status").asString())
                .isEqualTo("published");
        assertThat(ended("pulled-again", asked).path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void an_agency_that_fails_again_and_again_is_left_alone_for_a_while() {
        agency.fails("/broken.csv", 500, "0");
        feed("pulled-broken", agency.address("/broken.csv"));
        String path = "/api/v1/spend/feeds/pulled-broken-payments";

        Answer asked = pull("pulled-broken");

        await(() -> door().get("auditor", path + "/health")
                .json()
                .path("pull")
                .path("breaker")
                .asString("")
                .equals("open"));
        JsonNode report = door().get("agency-pulled-broken", asked.location()).json();
        assertThat(report.path("status").asString()).isEqualTo("received");
        assertThat(report.path("pull").path("why").asString("")).isNotEmpty();
        assertThat(agency.timesAsked("/broken.csv")).isEqualTo(3);
    }

    @Test
    void an_agency_that_says_when_to_come_back_is_not_asked_before() {
        agency.fails("/busy.csv", 503, "3600");
        feed("pulled-busy", agency.address("/busy.csv"));

        Answer asked = pull("pulled-busy");

        await(() -> shown("pulled-busy", asked).path("why").asString("").contains("503"));
        assertThat(java.time.Instant.parse(
                        shown("pulled-busy", asked).path("nextTry").asString()))
                .isAfter(java.time.Instant.now(java.time.Clock.systemUTC()).plusSeconds(3_500));
    }

    @Test
    void an_agency_that_hangs_delays_nobody_else() {
        agency.hangs("/hangs.csv");
        agency.serves("/quick.csv", file("4.00"));
        for (String code : new String[] {"hanging-a", "hanging-b", "hanging-c"}) {
            door().register("hanging", "Hanging Council");
            String body = "{\"agency\": \"hanging\", \"kind\": \"payments\", \"pull\": {\"url\": \"%s\"}}"
                    .formatted(agency.address("/hangs.csv"));
            SpendDoor.expect(200, door().put("agency-hanging", "/api/v1/spend/feeds/" + code, body));
            SpendDoor.expect(
                    202,
                    door().post("agency-hanging", "/api/v1/spend/feeds/" + code + "/pulls", BodyPublishers.noBody()));
        }
        await(() -> agency.timesAsked("/hangs.csv") == 2);
        feed("pulled-quick", agency.address("/quick.csv"));

        assertThat(door().ended("agency-pulled-quick", pull("pulled-quick"))
                        .path("status")
                        .asString())
                .isEqualTo("published");
        assertThat(door().push(
                                "pulled-quick",
                                "2016-06",
                                PaymentsText.aPaymentsFile()
                                        .paying("Hose Ltd", "5.00", "01/06/2016", "Fire service")
                                        .text())
                        .path("status")
                        .asString())
                .isEqualTo("published");
        assertThat(agency.timesAsked("/hangs.csv")).isEqualTo(2);
    }

    @Test
    void a_feed_with_a_schedule_is_pulled_by_itself() {
        agency.serves("/scheduled.csv", file("6.00"));
        door().register("pulled-scheduled", "Scheduled Council");
        SpendDoor.expect(
                200,
                registered("pulled-scheduled", agency.address("/scheduled.csv"), ", \"schedule\": \"monthly+14\""));

        await(() -> "handed-in".equals(health().path("pull").path("lastOutcome").asString("")));
        await(() -> health().has("lastPublished"));

        JsonNode health = health();
        assertThat(health.path("state").asString()).isEqualTo("late");
        assertThat(health.path("schedule").path("dueDays").asInt()).isEqualTo(14);
        assertThat(health.path("missingPeriods").size()).isEqualTo(36);
        assertThat(health.path("lastPublished").path("period").asString()).isEqualTo("2016-05");
        assertThat(health.path("history").path(0).path("amount").decimalValue()).isEqualByComparingTo("6.00");
        assertThat(health.path("quality").path("score").asInt()).isBetween(50, 100);
        assertThat(java.time.Instant.parse(health.path("pull").path("nextTry").asString()))
                .isAfter(java.time.Instant.now(java.time.Clock.systemUTC()));
    }

    @Test
    void another_agency_pulls_nothing() {
        feed("pulled-mine", agency.address("/file.csv"));
        String path = "/api/v1/spend/feeds/pulled-mine-payments";

        assertThat(door().post("agency-other", path + "/pulls", BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
        assertThat(door().get("agency-other", path + "/health").status()).isEqualTo(403);
        assertThat(door().get("agency-other", "/api/v1/spend/feeds/health")
                        .json()
                        .path("results")
                        .size())
                .isZero();
    }

    private JsonNode health() {
        return SpendDoor.expect(200, door().get("auditor", "/api/v1/spend/feeds/pulled-scheduled-payments/health"))
                .json();
    }

    private void feed(String code, String url) {
        door().register(code, "Council " + code);
        SpendDoor.expect(200, registered(code, url, ""));
    }

    private Answer registered(String code, String url, String more) {
        String body = "{\"agency\": \"%s\", \"kind\": \"payments\", \"pull\": {\"url\": \"%s\"}%s}"
                .formatted(code, url, more);
        return door().put("agency-" + code, "/api/v1/spend/feeds/" + code + "-payments", body);
    }

    private Answer pull(String code) {
        return door().post(
                        "agency-" + code, "/api/v1/spend/feeds/" + code + "-payments/pulls", BodyPublishers.noBody());
    }

    private JsonNode shown(String code, Answer asked) {
        String path = "/api/v1/spend/feeds/" + code + "-payments/pulls/"
                + asked.json().path("id").asString();
        return SpendDoor.expect(200, door().get("agency-" + code, path)).json();
    }

    private JsonNode ended(String code, Answer asked) {
        await(() -> !shown(code, asked).has("nextTry"));
        return shown(code, asked);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Not within " + PATIENCE);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
