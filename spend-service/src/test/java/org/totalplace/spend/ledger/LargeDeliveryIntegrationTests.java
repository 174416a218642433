package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.PaymentsText;
import org.totalplace.spend.RunningSpendService;
import tools.jackson.databind.JsonNode;

/** One delivery with more lines than are read at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeDeliveryIntegrationTests extends RunningSpendService {

    private static final String AGENCY = "large-council";
    private static final int LINES = Stretch.ROWS + 3_000;
    private static final String ASKED = "/api/v1/spend/lines?year=2017-18&agency=" + AGENCY;

    @BeforeAll
    void a_large_file_between_two_small_ones() {
        door().register(AGENCY, "Large Council");
        push("2017-04", 2, 4);
        push("2017-05", LINES, 5);
        push("2017-06", 2, 6);
    }

    private void push(String period, int lines, int month) {
        PaymentsText file = PaymentsText.aPaymentsFile();
        for (int line = 0; line < lines; line++) {
            String date = "%02d/%02d/2017".formatted(1 + line % 28, month);
            file.paying("Payee " + line % 100, "1.01", date, "Parks");
        }
        assertThat(door().push(AGENCY, period, file.text()).path("status").asString())
                .isEqualTo("published");
    }

    @Test
    void all_lines_are_told_in_their_order() {
        List<String> rows = door().csv(ASKED).lines().skip(1).toList();

        assertThat(rows).hasSize(LINES + 4);
        assertThat(rows.subList(2, LINES + 2).stream()
                        .map(row -> Integer.parseInt(row.split(",", -1)[2]))
                        .toList())
                .isEqualTo(IntStream.rangeClosed(2, LINES + 1).boxed().toList());
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        List<String> references = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = door().asked(ASKED + "&limit=10000" + cursor);
            page.path("results")
                    .forEach(line -> references.add(
                            line.path("delivery").asString() + line.path("row").asString()));
            cursor = page.path("paging").has("next")
                    ? "&cursor=" + page.path("paging").path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(references).hasSize(LINES + 4).doesNotHaveDuplicates();
    }

    @Test
    void a_few_lines_of_it_are_found() {
        assertThat(door().asked(ASKED + "&payee=Payee%207&month=2017-05")
                        .path("results")
                        .size())
                .isEqualTo(LINES / 100);
    }
}
