package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.totalplace.intake.delivery.DeliveryReader;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushedPaymentsIntegrationTests extends RunningSpendService {

    private static final String FILE = aPaymentsFile()
            .paying("Acme Care Ltd", "1,234.56", "01/05/2015", "Home care")
            .paying("ACME CARE LIMITED", "100.00", "02/05/2015", "Home care")
            .paying("REDACTED PERSONAL DATA", "-50.06", "30/06/2015", "Highways")
            .paying("", "20.50", "01/07/2015", "")
            .paying("Bad Amount Ltd", "lots", "01/07/2015", "Highways")
            .text();

    private static int agencies;
    private String agency = "";

    @BeforeEach
    void register() {
        agency = "pushed-" + ++agencies;
        door().register(agency, "Pushed Council " + agencies);
    }

    @Nested
    class AServiceThatWasStoppedAndStarted {

        @Autowired
        private DeliveryReader reader;

        @Test
        void reads_on() {
            reader.stop();
            reader.start();

            JsonNode report = door().push(agency, "2015-04/2016-03", FILE);

            assertThat(report.path("status").asString()).isEqualTo("published");
        }
    }

    @Nested
    class AFile {

        @Test
        void is_accounted_for_row_by_row() {
            JsonNode report = door().push(agency, "2015-04/2016-03", FILE);

            JsonNode rows = report.path("rows");
            assertThat(report.path("status").asString()).isEqualTo("published");
            assertThat(rows.path("accepted").asLong()).isEqualTo(4);
            assertThat(rows.path("refused").asLong()).isEqualTo(1);
            assertThat(rows.path("read").asLong()).isEqualTo(5);
        }

        @Test
        void is_in_the_totals_by_every_grouping() {
            door().push(agency, "2015-04/2016-03", FILE);

            assertThat(total("")).isEqualByComparingTo("1305.00");
            assertThat(grouped("service")).containsExactly("Highways -50.06", "Home care 1334.56", "not-stated 20.50");
            assertThat(grouped("function")).containsExactly("04.5 -50.06", "10.2 1334.56", "unmapped 20.50");
            assertThat(grouped("month")).containsExactly("2015-05 1334.56", "2015-06 -50.06", "2015-07 20.50");
            assertThat(grouped("payee"))
                    .containsExactlyInAnyOrder("ACME CARE LIMITED 1334.56", "redacted -50.06", " 20.50");
            assertThat(total("&groupBy=service,month,payee&service=Highways")).isEqualByComparingTo("-50.06");
        }

        @Test
        void has_lines_that_say_where_they_came_from() {
            JsonNode report = door().push(agency, "2015-04/2016-03", FILE);

            JsonNode lines = door().asked("/api/v1/spend/lines?year=2015-16&agency=" + agency);

            JsonNode first = lines.path("results").path(0);
            assertThat(lines.path("results").size()).isEqualTo(4);
            assertThat(first.path("delivery").asString())
                    .isEqualTo(report.path("id").asString());
            assertThat(first.path("row").asLong()).isEqualTo(2);
            assertThat(first.path("amount").decimalValue()).isEqualByComparingTo("1234.56");
            assertThat(first.path("kind").asString()).isEqualTo("revenue");
            assertThat(lines.path("results").path(2).path("payee").asString()).isEqualTo("redacted");
        }

        @Test
        void is_read_page_by_page_as_of_the_first_page() {
            door().push(agency, "2015-04/2016-03", FILE);
            String path = "/api/v1/spend/lines?year=2015-16&limit=3&agency=" + agency;
            JsonNode first = door().asked(path);
            String next = first.path("paging").path("next").asString();
            door().push(agency, "2015-04/2016-03", aPaymentsFile().text());

            JsonNode second = door().asked(path + "&cursor=" + next);

            assertThat(first.path("results").size()).isEqualTo(3);
            assertThat(second.path("results").size()).isEqualTo(1);
            assertThat(second.path("asOf")).isEqualTo(first.path("asOf"));
            assertThat(second.path("paging").has("next")).isFalse();
        }

        @Test
        void shows_the_same_figures_as_csv() {
            door().push(agency, "2015-04/2016-03", FILE);

            String csv = door().csv("/api/v1/spend/totals?year=2015-16&groupBy=month&agency=" + agency);

            assertThat(csv)
                    .isEqualTo("month,amount,lines\r\n2015-05,1334.56,2\r\n2015-06,-50.06,1\r\n2015-07,20.50,1\r\n");
            assertThat(door().csv("/api/v1/spend/lines?year=2015-16&agency=" + agency)
                            .lines())
                    .hasSize(5);
        }
    }

    @Nested
    class TheSameBytesAgain {

        @Test
        void are_the_same_delivery_and_change_nothing() {
            JsonNode first = door().push(agency, "2015-04/2016-03", FILE);

            JsonNode second = door().push(agency, "2015-04/2016-03", FILE);

            assertThat(second.path("id")).isEqualTo(first.path("id"));
            assertThat(total("")).isEqualByComparingTo("1305.00");
        }
    }

    @Nested
    class ARestatement {

        @Test
        void counts_instead_of_what_it_restates_and_leaves_the_earlier_answer_to_be_asked() {
            JsonNode first = door().push(agency, "2015-04/2016-03", FILE);
            Instant before = Instant.parse(door().asked("/api/v1/spend/totals?year=2015-16")
                    .path("asOf")
                    .asString());
            String path =
                    "/api/v1/spend/totals?year=2015-16&groupBy=service,month&agency=" + agency + "&asOf=" + before;
            String answered = door().get("analyst", path).body();

            door().push(
                            agency,
                            "2015-04/2016-03",
                            aPaymentsFile()
                                    .paying("Acme Care Ltd", "7.00", "01/05/2015", "Home care")
                                    .text());

            assertThat(total("")).isEqualByComparingTo("7.00");
            assertThat(door().get("analyst", path).body()).isEqualTo(answered).contains("1334.56");
            assertThat(status(first)).isEqualTo("superseded");
            assertThat(door().asked("/api/v1/spend/lines?year=2015-16&agency=" + agency + "&asOf=" + before)
                            .path("results")
                            .size())
                    .isEqualTo(4);
        }

        @Test
        void is_taken_back_by_withdrawing_it() {
            JsonNode report = door().push(agency, "2015-04/2016-03", FILE);
            String path = "/api/v1/spend/feeds/" + agency + "-payments/deliveries/"
                    + report.path("id").asString() + "/withdraw";

            SpendDoor.expect(200, door().post("agency-" + agency, path, HttpRequest.BodyPublishers.noBody()));

            assertThat(total("")).isZero();
            assertThat(status(report)).isEqualTo("withdrawn");
        }
    }

    @Nested
    class AnAgencyThatNobodyRegistered {

        @Test
        void is_told_that_it_is_unknown_and_what_to_do() {
            door().feed("unknown-agency");

            JsonNode report = door().push("unknown-agency", "2015-05", FILE);

            assertThat(report.path("status").asString()).isEqualTo("refused");
            assertThat(report.path("problems").toString())
                    .contains("unknown-body")
                    .contains("Ask a steward to register it");
        }
    }

    @Nested
    class WhoAsks {

        @Test
        void sees_nothing_without_a_token() {
            assertThat(door().get("nobody", "/api/v1/spend/totals?year=2015-16").status())
                    .isEqualTo(401);
        }

        @Test
        void sees_nothing_as_a_citizen() {
            for (String path : List.of("totals", "lines", "whole-area", "transfers", "figures/why")) {
                assertThat(door().get("citizen", "/api/v1/spend/" + path + "?year=2015-16")
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        void sees_its_own_as_an_agency_and_no_other() {
            door().push(agency, "2015-04/2016-03", FILE);

            JsonNode own = door().get("agency-" + agency, "/api/v1/spend/totals?year=2015-16")
                    .json();
            SpendDoor.Answer other = door().get("agency-other", "/api/v1/spend/totals?year=2015-16&agency=" + agency);

            assertThat(own.path("results").path(0).path("amount").decimalValue())
                    .isEqualByComparingTo("1305.00");
            assertThat(other.status()).isEqualTo(403);
            assertThat(other.json().path("code").asString()).isEqualTo("not-your-agency");
            assertThat(door().get("agency-" + agency, "/api/v1/spend/whole-area?year=2015-16")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void registers_agencies_as_a_steward_only() {
            assertThat(door().put("analyst", "/api/v1/spend/agencies/new", "{\"name\": \"N\", \"kind\": \"k\"}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void is_told_which_parameter_cannot_be_read() {
            JsonNode problem =
                    door().get("analyst", "/api/v1/spend/totals?year=2015-17").json();

            assertThat(problem.path("errors").path(0).path("path").asString()).isEqualTo("year");
            assertThat(problem.path("errors").path(0).path("message").asString())
                    .contains("did you mean 2015-16");
        }
    }

    private BigDecimal total(String more) {
        return door().amount("year=2015-16&agency=" + agency + more);
    }

    private String status(JsonNode report) {
        return door().get(
                        "agency-" + agency,
                        "/api/v1/spend/feeds/" + agency + "-payments/deliveries/"
                                + report.path("id").asString())
                .json()
                .path("status")
                .asString();
    }

    private List<String> grouped(String by) {
        return door().asked("/api/v1/spend/totals?year=2015-16&groupBy=" + by + "&agency=" + agency)
                .path("results")
                .valueStream()
                .map(row -> row.path(by).asString("") + " " + row.path("amount").decimalValue())
                .toList();
    }
}
