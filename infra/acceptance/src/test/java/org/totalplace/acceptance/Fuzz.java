package org.totalplace.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests of a described call that are wrong in one place, drawn by a seed. */
final class Fuzz {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONG = 3_000;
    private static final int DEEP = 3_000;

    /** What a parameter or a field of text may hold that nobody expects. */
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "a".repeat(LONG),
            "\u0000",
            "a\u0000b",
            "\u202Eevil",
            "\uFFFE\uFFFF",
            "\uD83E\uDD86\u0301",
            "x\r\nSet-Cookie: a=b",
            "'; drop table ledger_line; --",
            "\\",
            "%",
            "../../../../etc/passwd",
            "{{7*7}}${7*7}<script>alert(1)</script>",
            "-1",
            "0",
            "99999999999999999999",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "2024-13-45",
            "9999-99",
            "0000-01",
            "+999999999-12-31",
            "+1000000000-12-31T23:59:59Z",
            "00000000-0000-0000-0000-000000000000",
            "a,b,,c",
            ",");

    private static final List<Object> HOSTILE_MEMBERS = List.of(
            List.of(),
            Map.of(),
            List.of(List.of(Map.of())),
            -1,
            Long.MAX_VALUE,
            1e300,
            0.1,
            true,
            "\u0000",
            "a".repeat(LONG),
            "");

    private static final List<String> HOSTILE_BODIES = List.of(
            "",
            "{",
            "[]",
            "{}",
            "null",
            "\"text\"",
            "12",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP),
            "{\"a\": \"\\u0000\"}",
            "{\"a\": \"\\ud800\"}",
            "{\"a\": 1" + "0".repeat(LONG) + "}",
            "{\"a\": 1, \"a\": 2}",
            "<?xml version=\"1.0\"?><a/>",
            "a,b\r\n1,2\r\n");

    private static final List<Map.Entry<String, String>> HOSTILE_HEADERS = List.of(
            Map.entry("Accept", "application/xml"),
            Map.entry("Accept", "a/b;q=x, ,"),
            Map.entry("Accept", "text/csv"),
            Map.entry("Accept", "application/vnd.apache.parquet"),
            Map.entry("Accept-Language", "*;q=x"),
            Map.entry("Content-Type", "text/plain"),
            Map.entry("Content-Type", "a"),
            Map.entry("Content-Type", "application/json;charset=none"),
            Map.entry("Content-Type", "multipart/form-data"),
            Map.entry("X-Purpose", "curiosity"),
            Map.entry("X-Purpose", "a".repeat(LONG)),
            Map.entry("Idempotency-Key", "a".repeat(LONG)),
            Map.entry("Content-Digest", "sha-256=:no:"),
            Map.entry("If-None-Match", "\"\", W/, *"),
            Map.entry("If-Modified-Since", "yesterday"),
            Map.entry("Range", "bytes=-1-"),
            Map.entry("Origin", "null"),
            Map.entry("Origin", "https://elsewhere.example"),
            Map.entry("Cookie", "SESSION=\u00e9; SESSION=x"),
            Map.entry("Forwarded", "for=\"[::"),
            Map.entry("X-Forwarded-For", "not-an-address, 1.2.3"),
            Map.entry("X-Forwarded-Proto", "gopher"),
            Map.entry("X-HTTP-Method-Override", "TRACE"),
            Map.entry("Last-Event-ID", "-9223372036854775809"),
            Map.entry("traceparent", "00-zz-zz-00"));

    private final Random random;

    Fuzz(long seed) {
        this.random = new Random(seed);
    }

    /** A request, ready to be sent. */
    record Request(String method, String address, String body, Map<String, String> headers) {}

    /** The call with one thing wrong, now and then with none. */
    Request of(DescribedCall call, String purpose) {
        Map<String, String> headers =
                new LinkedHashMap<>(Map.of("Content-Type", "application/json", "X-Purpose", purpose));
        List<DescribedCall.Parameter> parameters = new ArrayList<>(call.parameters());
        String body = call.body().map(JSON::writeValueAsString).orElse("");
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> spoil(parameters);
            case 4, 5 -> body = call.body().map(this::spoilt).orElse(body);
            case 6 -> body = call.method().equals("GET") ? body : drawn(HOSTILE_BODIES);
            default -> {
                var header = drawn(HOSTILE_HEADERS);
                headers.put(header.getKey(), header.getValue());
            }
        }
        return new Request(call.method(), address(call.path(), parameters), body, headers);
    }

    private <T> T drawn(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void spoil(List<DescribedCall.Parameter> parameters) {
        parameters.removeIf(parameter -> !parameter.required() && random.nextInt(3) == 0);
        if (parameters.isEmpty() || random.nextInt(10) == 0) {
            parameters.add(new DescribedCall.Parameter("query", drawn(HOSTILE), false, drawn(HOSTILE)));
            return;
        }
        int at = random.nextInt(parameters.size());
        DescribedCall.Parameter before = parameters.get(at);
        var spoilt = new DescribedCall.Parameter(before.in(), before.name(), before.required(), drawn(HOSTILE));
        if (random.nextInt(5) == 0 && before.in().equals("query")) {
            parameters.add(spoilt);
        } else {
            parameters.set(at, spoilt);
        }
    }

    /** One field of the body, as deep as it may be, has another value or is away. */
    private String spoilt(Object body) {
        return JSON.writeValueAsString(changed(body));
    }

    private Object changed(Object value) {
        return switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                Map<Object, Object> members = new LinkedHashMap<>(map);
                Object name = drawn(List.copyOf(members.keySet()));
                if (random.nextInt(6) == 0) {
                    members.remove(name);
                } else {
                    members.put(name, changed(Objects.requireNonNull(members.get(name))));
                }
                yield members;
            }
            case List<?> list when !list.isEmpty() && random.nextBoolean() -> List.of(changed(list.getFirst()));
            default -> random.nextBoolean() ? drawn(HOSTILE) : drawn(HOSTILE_MEMBERS);
        };
    }

    private static String address(String path, List<DescribedCall.Parameter> parameters) {
        String filled = path;
        for (DescribedCall.Parameter parameter : parameters) {
            if (parameter.in().equals("path")) {
                filled = filled.replace("{" + parameter.name() + "}", inPath(parameter.value()));
            }
        }
        String query = parameters.stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(parameter -> Api.encoded(parameter.name()) + "=" + Api.encoded(parameter.value()))
                .collect(Collectors.joining("&"));
        return filled.replaceAll("\\{\\w+}", "matrix") + (query.isEmpty() ? "" : "?" + query);
    }

    private static String inPath(String value) {
        return Api.encoded(value).replace("+", "%20").replace("..", "%2E%2E");
    }
}
