package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody asks the sample place question after question, each a little different from the last. */
@Order(4)
class SequenceAcceptanceTests {

    private static final String MAP = "/api/v1/journeys/older-person-leaving-hospital";
    private static final String CALLER = "auditor";
    private static final int QUESTIONS = 120;
    private static final long SEED = 69;
    private static final List<String> AREAS = List.of("NM1", "NM2", "NM3", "NM4", "NM5", "NM6");
    private static final List<String> BANDS = List.of("65-74", "75-84", "85-and-over");
    private static final List<String> MONTHS = List.of("2024-05", "2024-08", "2024-11", "2025-02", "2025-03");

    private final Random random = new Random(SEED);

    @Test
    void each_is_answered_or_refused_for_the_few_it_would_leave_over_in_whatever_form() throws Exception {
        Api api = RunningStack.sample();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String question = question();
            Api.Answer answer = api.get(CALLER, question);
            if (answer.status() == 409) {
                assertThat(answer.json().path("code").asString()).as(question).isEqualTo("few-left-over");
            }
            if (!first.containsKey(question)) {
                first.put(question, answer.status());
            }
            assertThat(answer.status()).as(question).isIn(200, 409);
        }
        long answered = first.values().stream().filter(status -> status == 200).count();
        System.out.println("Of " + first.size() + " questions " + answered + " were answered");
        assertThat(answered).isPositive();

        List<String> anew = new ArrayList<>(first.keySet());
        Collections.shuffle(anew, random);
        for (String question : anew.subList(0, Math.min(40, anew.size()))) {
            int csv = api.get(CALLER, question, "Accept", "text/csv").status();

            assertThat(csv).as(question).isEqualTo(first.get(question));
        }
    }

    private String question() {
        String persons = "?year=2024-25" + (random.nextInt(3) == 0 ? "" : "&area=" + pick(AREAS))
                + (random.nextBoolean() ? "" : "&ageBand=" + pick(BANDS));
        return switch (random.nextInt(4)) {
            case 0 -> MAP + "/costs" + persons;
            case 1 -> MAP + "/pathways" + persons;
            case 2 -> "/api/v1/journeys/concentration" + persons;
            default -> "/api/v1/outcomes/summary?groupBy=" + pick(List.of("journey", "month", "area"))
                    + (random.nextBoolean() ? "" : "&from=" + pick(MONTHS))
                    + (random.nextBoolean() ? "" : "&to=" + pick(MONTHS));
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
