package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every call that the descriptions name, tried by every kind of caller, against the table of who may. */
@Order(2)
class WhoMayAcceptanceTests {

    private static final String OWNER = "matrix";
    private static final String SOMEBODY = "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
    private static final String NEVER_DELIVERED = "1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
    private static final Map<String, String> CLIENTS = Map.of("owner", "agency-" + OWNER, "other", "agency-stranger");
    private static final Map<String, String> PURPOSES =
            Map.of("practitioner", "direct-care", "steward", "safeguarding", "auditor", "audit");
    private static final List<String> LISTS = List.of("/journeys/services", "/reference-costs", "/split-rules");
    /** An export of every line, for everybody who may ask for one, would be written beside all other calls. */
    private static final String YEAR_WITHOUT_LINES = "2002-03";

    private static final int AT_ONCE = 4;

    private static final int MOST_TRIES = 4;

    private static Api api;

    @BeforeAll
    static void anAgencyWithFeeds() throws Exception {
        api = RunningStack.empty();
        api.register("spend", "matrix-spend", OWNER, "payments");
        api.register("journeys", "matrix-journeys", OWNER, "people");
        api.register("outcomes", "matrix-outcomes", OWNER, "outcomes");
    }

    @Test
    void the_table_speaks_of_every_call_that_is_described_and_of_no_other() throws Exception {
        Set<String> described = described();

        Set<String> named = WhoMay.table().keySet().stream()
                .map(call -> call.replaceFirst("\\?.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described)
                .as("described calls; one that is missing in who-may.txt needs a line there")
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everybody_is_let_in_where_the_table_says_and_nowhere_else() throws Exception {
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        List<String> troubles = new ArrayList<>();
        Set<String> calls = new TreeSet<>(WhoMay.table().keySet());
        calls.addAll(described());

        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            Map<String, Future<Tried>> running = new TreeMap<>();
            calls.forEach(call -> running.put(call, callers.submit(() -> tried(call))));
            for (var one : running.entrySet()) {
                Tried tried = one.getValue().get();
                seen.put(one.getKey(), tried.letIn());
                troubles.addAll(tried.troubles());
            }
        }

        WhoMay.table().forEach(expected::put);
        assertThat(troubles).as("answers that say neither yes nor no").isEmpty();
        assertThat(lines(seen)).isEqualTo(lines(expected));
    }

    private record Tried(Set<String> letIn, List<String> troubles) {}

    private static Tried tried(String call) throws Exception {
        Set<String> letIn = new TreeSet<>();
        List<String> troubles = new ArrayList<>();
        for (String column : WhoMay.COLUMNS) {
            int status = answer(call, column);
            if (status >= 500 || status == 401) {
                troubles.add(call + " of " + column + " answered " + status);
            } else if (status != 403) {
                letIn.add(column);
            }
        }
        int status = answer(call, WhoMay.NOBODY);
        if (status >= 500) {
            troubles.add(call + " without a token answered " + status);
        } else if (status != 401) {
            letIn.add(WhoMay.NOBODY);
        }
        return new Tried(letIn, troubles);
    }

    /** Who is busy with all the others says neither yes nor no, and is asked again. */
    private static int answer(String call, String column) throws Exception {
        int status = ask(call, column);
        for (int again = 0; status >= 500 && again < MOST_TRIES; again++) {
            Thread.sleep(2_000);
            status = ask(call, column);
        }
        return status;
    }

    private static int ask(String call, String column) throws Exception {
        try {
            return asked(call, column);
        } catch (HttpTimeoutException e) {
            throw new AssertionError(call + " of " + column + " was not answered in time", e);
        }
    }

    private static int asked(String call, String column) throws Exception {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        String service = path.split("/")[3];
        String filled = path.replace("{feed}", "matrix-" + service)
                .replace("{agency}", OWNER)
                .replace("{map}", "no-such-map")
                .replace("{id}", path.contains("/people/") ? SOMEBODY : NEVER_DELIVERED)
                .replaceAll("\\{person}", SOMEBODY)
                .replace("{proposal}", "999999")
                .replaceAll("\\{\\w+}", "matrix");
        // Well formed for every call: what is not is refused before anybody asks who calls.
        String query = service.equals("people")
                ? "agency=" + OWNER + "&reference=1"
                : "year=" + (path.endsWith("/exports") ? YEAR_WITHOUT_LINES : "2024-25") + "&by=area&first=1&second=2";
        return api.status(
                CLIENTS.getOrDefault(column, column),
                method,
                filled + (filled.contains("?") ? "&" : "?") + query,
                method.equals("GET") || method.equals("DELETE") ? "" : body(path, service),
                "X-Purpose",
                path.endsWith("/event-log") ? "evaluation" : PURPOSES.getOrDefault(column, "audit"));
    }

    /** Enough to come past the reading of the body, too little to change anything. */
    private static String body(String path, String service) {
        if (path.endsWith("/feeds/{feed}")) {
            String kind = Map.of("spend", "payments", "journeys", "people", "outcomes", "outcomes")
                    .get(service);
            return "{\"agency\": \"" + OWNER + "\", \"kind\": \"" + kind + "\"}";
        }
        return LISTS.stream().anyMatch(path::endsWith) ? "[]" : "{}";
    }

    private static Set<String> described() throws Exception {
        Set<String> calls = new TreeSet<>();
        for (String description :
                List.of("/v3/api-docs", "/docs/openapi/spend", "/docs/openapi/journey", "/docs/openapi/outcomes")) {
            JsonNode paths = api.json(WhoMay.NOBODY, description).path("paths");
            for (var path : paths.properties()) {
                path.getValue()
                        .propertyNames()
                        .forEach(method -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
            }
        }
        return calls;
    }

    private static String lines(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(entry -> WhoMay.line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
