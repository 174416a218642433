package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.spend.SpendDoor.Answer;
import tools.jackson.databind.JsonNode;

/** The same bytes sent twice, with the same words beside them or with others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameFileIntegrationTests extends RunningSpendService {

    private static final String FEED = "/api/v1/spend/feeds/same-payments";

    private int amounts;

    @BeforeAll
    void register() {
        door().register("same", "Same Council");
        SpendDoor.expect(200, door().put("agency-same", FEED, "{\"agency\": \"same\", \"kind\": \"payments\"}"));
    }

    @Test
    void with_the_same_words_or_none_is_the_same_delivery() {
        byte[] file = aFile("2013-06");
        String id =
                published("?period=2013-06&rows=1", file, Map.of()).path("id").asString();

        for (String query : List.of("?period=2013-06&rows=1", "", "?total=" + amounts + ".00")) {
            assertThat(SpendDoor.expect(202, post(FEED + "/deliveries" + query, file, Map.of()))
                            .json()
                            .path("id")
                            .asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void with_a_control_total_that_it_does_not_have_is_not_said_to_be_published() {
        byte[] file = aFile("2013-07");
        published("?period=2013-07", file, Map.of());

        Answer answer = post(FEED + "/deliveries?period=2013-08&total=1000000.00", file, Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("same-file-said-otherwise");
        assertThat(answer.json().path("detail").asString())
                .contains("which is published")
                .contains("period 2013-08 and not 2013-07")
                .contains("total 1000000.00 and not " + amounts + ".00")
                .contains("withdraw");
    }

    @Test
    void that_waits_to_be_confirmed_is_read_anew_with_the_period_that_was_asked_for() {
        StringBuilder swapped = new StringBuilder("Payment Date,Supplier,Amount,Service\n");
        for (int day = 1; day <= 31; day++) {
            String printed = day <= 12 ? "05/%02d/2013".formatted(day) : "%02d/05/2013".formatted(day);
            swapped.append("%s,Swap Ltd,%d.00,Doors%n".formatted(printed, ++amounts));
        }
        byte[] file = swapped.toString().getBytes(StandardCharsets.UTF_8);
        JsonNode waiting =
                door().ended("agency-same", SpendDoor.expect(202, post(FEED + "/deliveries", file, Map.of())));

        JsonNode read = published("?period=2013-05", file, Map.of());

        assertThat(waiting.path("status").asString()).as(waiting.toString()).isEqualTo("needs-confirmation");
        assertThat(read.path("id").asString()).isNotEqualTo(waiting.path("id").asString());
        assertThat(read.path("rows").path("accepted").asInt()).isEqualTo(31);
    }

    /** Never the same bytes twice. */
    private byte[] aFile(String month) {
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
        return door().post("agency-same", path, BodyPublishers.ofByteArray(body), headers);
    }

    private JsonNode published(String query, byte[] body, Map<String, String> headers) {
        JsonNode report =
                door().ended("agency-same", SpendDoor.expect(202, post(FEED + "/deliveries" + query, body, headers)));
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        return report;
    }
}
