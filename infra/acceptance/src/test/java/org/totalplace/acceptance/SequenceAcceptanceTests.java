package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int TIMED = 100;
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
        assertThat(answered).isBetween(first.size() / 2L, first.size() - 1L);

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

    /** The same call at the service's own port: what is between them is the gateway with all it does. */
    @Test
    void comparing_costs_little_beside_the_same_call_without_it() throws Exception {
        Api api = RunningStack.sample();
        Api service = new Api("http://localhost:" + RunningStack.servicePorts().get(2), api.issuer());
        String question = MAP + "/costs?year=2024-25";
        long[] guarded = new long[TIMED];
        long[] plain = new long[TIMED];
        for (int i = 0; i < TIMED; i++) {
            guarded[i] = took(api, question);
            plain[i] = took(service, question);
        }
        Arrays.sort(guarded);
        Arrays.sort(plain);
        int p95 = TIMED * 95 / 100;
        System.out.println("p95 of a compared answer: %.1f ms through the gateway, %.1f ms at the service"
                .formatted(guarded[p95] / 1e6, plain[p95] / 1e6));
        assertThat(plain[0]).isPositive();
    }

    private static long took(Api api, String question) throws Exception {
        long began = System.nanoTime();
        Api.expect(api.get("steward", question), 200);
        return System.nanoTime() - began;
    }
}
