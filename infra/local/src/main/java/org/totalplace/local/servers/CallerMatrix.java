package org.totalplace.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries every call that a service describes, at its own port, as every kind of caller, against the same table as the
 * gateway is tried with. The agency {@link #OWNER} has a feed {@code matrix-<first word of the path>}.
 *
 * @param port of the service
 * @param person whose citizen has the owner's record {@code own}
 * @param untried calls that would change something for other tests, as method and path
 */
public record CallerMatrix(int port, UUID person, Set<String> untried) {

    /** The agency whose feed, figures or references are asked about. */
    public static final String OWNER = "matrix";

    /** Its own reference of the citizen. */
    public static final String REFERENCE = "own";

    private static final Path TABLE = Path.of("../infra/acceptance/src/test/resources/who-may.txt");
    private static final String STRANGER = "1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
    private static final String REFUSED = "-";
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    /** In the order of the table's columns. */
    private static final List<String> KINDS = List.of(
            "owner",
            "other",
            "analyst",
            "board",
            "practitioner",
            "steward",
            "auditor",
            "citizen",
            "safeguarding",
            "communications");

    private static final Map<String, String> PURPOSES = Map.of(
            "practitioner", "direct-care", "steward", "safeguarding", "auditor", "audit", "citizen", "subject-access");

    private static final List<String> LISTS = List.of("/journeys/services", "/reference-costs", "/split-rules");

    /** What the table says of the calls that this service describes; one that it does not speak of has no callers. */
    public SortedMap<String, String> expected() throws IOException, InterruptedException {
        SortedMap<String, String> table = new TreeMap<>();
        for (String call : described()) {
            table.put(call, "no line in the table");
        }
        try (var lines = Files.lines(TABLE)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .filter(words -> table.containsKey(words[0] + " " + words[1].replaceFirst("\\?.*", "")))
                    .forEach(words -> table.put(words[0] + " " + words[1], named(words)));
        }
        return table;
    }

    /** Who is let in: neither 403 nor, which is told beside, 401 or a failure of the service. */
    public SortedMap<String, String> seen() throws IOException, InterruptedException {
        SortedMap<String, String> seen = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String call : expected().keySet()) {
                seen.put(call, letIn(http, call));
            }
        }
        return seen;
    }

    /**
     * How the calls are answered to forged tokens, each call to one of them and each of them at some calls: all 401.
     *
     * @return by the call and what is wrong with the token
     */
    public SortedMap<String, Integer> answersToForgedTokens(InstantSource clock)
            throws IOException, InterruptedException {
        SortedMap<String, Integer> answers = new TreeMap<>();
        List<Map.Entry<String, String>> forged =
                List.copyOf(ForgedTokens.like(TokenIssuer.shared(), clock).entrySet());
        List<String> calls = described();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < Math.max(calls.size(), forged.size()); i++) {
                String call = calls.get(i % calls.size());
                var token = forged.get(i % forged.size());
                answers.put(
                        call + " with a token " + token.getKey(),
                        status(http, call, "steward", token.getValue(), person.toString()));
            }
        }
        return answers;
    }

    private String letIn(HttpClient http, String call) throws IOException, InterruptedException {
        StringJoiner letIn = new StringJoiner(" ");
        for (String kind : KINDS) {
            int status = status(http, call, kind, token(kind), person.toString());
            if (status >= 500 || status == 401) {
                letIn.add(kind + " was answered " + status);
            } else if (status != 403) {
                letIn.add(kind);
            }
        }
        if (status(http, call, "nobody", "", person.toString()) != 401) {
            letIn.add("nobody");
        }
        boolean ofOne = call.contains("/people/{");
        if (ofOne && status(http, call, "citizen", token("citizen"), STRANGER) != 403) {
            letIn.add("a citizen at a stranger's");
        }
        return letIn.toString();
    }

    private int status(HttpClient http, String call, String kind, String token, String of)
            throws IOException, InterruptedException {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        String body = method.equals("GET") || method.equals("DELETE") ? "" : usual(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + filled(path, of)))
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .header("X-Purpose", path.endsWith("/event-log") ? "evaluation" : PURPOSES.getOrDefault(kind, "audit"))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream unread = answer.body()) {
            return answer.statusCode();
        }
    }

    /** Well formed for every call: what is not is refused before anybody asks who calls. */
    private static String filled(String path, String person) {
        String service = path.split("/")[3];
        boolean people = service.equals("people");
        String filled = path.replace("{feed}", OWNER + "-" + service)
                .replace("{agency}", OWNER)
                .replace("{map}", "no-such-map")
                .replace("{id}", people ? person : STRANGER)
                .replace("{person}", person)
                .replace("{proposal}", "999999")
                .replaceAll("\\{\\w+}", "matrix");
        String query = people ? "agency=" + OWNER + "&reference=" + REFERENCE : "year=2024-25&by=area&first=1&second=2";
        return filled + (filled.contains("?") ? "&" : "?") + query;
    }

    /** Enough to come past the reading of the body, too little to change anything. */
    private static String usual(String path) {
        if (path.endsWith("/feeds/{feed}")) {
            String kind =
                    Map.of("spend", "payments", "journeys", "people").getOrDefault(path.split("/")[3], "outcomes");
            return "{\"agency\": \"" + OWNER + "\", \"kind\": \"" + kind + "\"}";
        }
        return LISTS.stream().anyMatch(path::endsWith) ? "[]" : "{}";
    }

    private static String token(String kind) {
        TokenIssuer tokens = TokenIssuer.shared();
        return switch (kind) {
            case "owner" -> tokens.agency(OWNER);
            case "other" -> tokens.agency("stranger");
            case "citizen" -> tokens.citizen(OWNER, REFERENCE);
            default -> tokens.role(kind);
        };
    }

    private List<String> described() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                    .build();
            var paths = JSON.readTree(
                            http.send(request, BodyHandlers.ofString()).body())
                    .path("paths");
            return paths.propertyStream()
                    .flatMap(path -> path.getValue().propertyNames().stream()
                            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .filter(call -> !untried.contains(call))
                    .toList();
        }
    }

    private static String named(String[] words) {
        return String.join(
                " ",
                Arrays.stream(words, 2, words.length)
                        .filter(word -> !word.equals(REFUSED))
                        .toList());
    }
}
