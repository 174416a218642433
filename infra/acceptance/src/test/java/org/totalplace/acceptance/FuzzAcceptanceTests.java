package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Every call that is described, asked wrongly again and again by callers who may make it. The last to use the sample
 * place: some of what is wrong is taken all the same, as it should be.
 */
@Order(7)
class FuzzAcceptanceTests {

    private static final long SEED = 20_261_123;
    private static final int ROUNDS = 14;
    private static final int AT_ONCE = 4;
    private static final int TOO_MANY = 429;
    private static final Map<String, String> CLIENTS = Map.of("owner", "agency-county", "other", "agency-nhs-trust");
    private static final Map<String, String> PURPOSES =
            Map.of("practitioner", "direct-care", "steward", "safeguarding", "auditor", "audit");
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat (?:org|java|io|com|reactor)\\.[\\w.$]+\\(|\\b\\w+Exception\\b|SQLSTATE|org\\.postgresql|org\\.springframework"
                    + "|\\binsert into\\b|\\bselect .+ from\\b");

    @Test
    void no_wrong_request_finds_a_fault_or_the_inside_of_a_service() throws Exception {
        Api api = RunningStack.sample();
        List<DescribedCall> calls = DescribedCall.all(api);
        Map<String, Set<String>> mayBy = WhoMay.table();
        Fuzz fuzz = new Fuzz(SEED);
        List<Future<Tried>> running = new ArrayList<>();

        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (DescribedCall call : calls) {
                    String who = caller(mayBy.getOrDefault(call.method() + " " + call.path(), Set.of()), round);
                    Fuzz.Request request = fuzz.of(call, PURPOSES.getOrDefault(who, "audit"));
                    running.add(callers.submit(() -> tried(api, CLIENTS.getOrDefault(who, who), request)));
                }
            }
        }

        List<String> troubles = new ArrayList<>();
        Map<Integer, Long> statuses = new java.util.TreeMap<>();
        for (Future<Tried> one : running) {
            troubles.addAll(one.get().troubles());
            statuses.merge(one.get().status(), 1L, Long::sum);
        }
        System.out.println("[fuzz] " + running.size() + " requests were answered: " + statuses);
        assertThat(troubles).isEmpty();
        assertThat(calls).hasSizeGreaterThan(100);
        assertThat(statuses.getOrDefault(TOO_MANY, 0L)).isLessThan(running.size() / 5);
        assertThat(statuses.getOrDefault(400, 0L)).isGreaterThan(running.size() / 10);
        assertThat(statuses.getOrDefault(200, 0L)).isGreaterThan(running.size() / 20);
    }

    /** One of those who may, another each round. */
    private static String caller(Set<String> letIn, int round) {
        List<String> known = WhoMay.COLUMNS.stream().filter(letIn::contains).toList();
        return known.isEmpty() ? "steward" : known.get(round % known.size());
    }

    private record Tried(int status, List<String> troubles) {}

    private static Tried tried(Api api, String client, Fuzz.Request request) throws Exception {
        Api.Raw answer = api.raw(client, request);
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= 500) {
            wrong.add("a fault");
        }
        if (answer.status() >= 400 && !isProblem(answer)) {
            wrong.add("no problem with a code and a trace id");
        }
        if (answer.status() >= 400 && INSIDE.matcher(answer.body()).find()) {
            wrong.add("the inside");
        }
        return new Tried(
                answer.status(),
                wrong.stream()
                        .map(one -> one + ": " + answer.status() + " to " + client + " " + shown(request) + " -> "
                                + cut(answer.body()))
                        .toList());
    }

    private static boolean isProblem(Api.Raw answer) {
        if (!answer.type().startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = Api.read(answer.body());
            return !problem.path("code").asString("").isEmpty()
                    && !problem.path("traceId").asString("").isEmpty();
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static String shown(Fuzz.Request request) {
        String headers = request.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + cut(header.getValue()))
                .collect(Collectors.joining(", "));
        return Arrays.asList(request.method(), cut(request.address()), "{" + headers + "}", cut(request.body()))
                .toString();
    }

    private static String cut(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "..." : text;
    }
}
