package org.totalplace.gateway.question;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A question that can be asked: what does not matter for its answer is not in it, so that the same question is equal
 * however it was written.
 *
 * @param version that the answer is of; null for how things stand
 * @param filters by name
 * @param groupings in the order in which the call knows them
 */
record Question(Call call, @Nullable String version, SortedMap<String, String> filters, List<String> groupings) {

    private static final String VERSION = "version";
    private static final String GROUP_BY = "groupBy";

    Question {
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
        groupings = call.groupings().stream().filter(groupings::contains).toList();
    }

    /** The call that answers it: path and query, encoded. */
    String address() {
        return address(Collections.emptySortedMap());
    }

    /** @param more parameters of the call that are no part of the question */
    String address(SortedMap<String, String> more) {
        String path = call.path();
        SortedMap<String, String> query = new TreeMap<>(more);
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            String variable = "{" + filter.getKey() + "}";
            if (path.contains(variable)) {
                path = path.replace(variable, encoded(filter.getValue()));
            } else {
                query.put(filter.getKey(), filter.getValue());
            }
        }
        if (version != null) {
            query.put(VERSION, version);
        }
        if (!groupings.isEmpty()) {
            query.put(GROUP_BY, String.join(",", groupings));
        }
        String said = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                .collect(Collectors.joining("&"));
        return said.isEmpty() ? path : path + "?" + said;
    }

    /** What others ask it by: the question itself, written so that it can stand in an address. */
    String id() {
        List<String> parts = new ArrayList<>();
        parts.add(call.name());
        filters.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
        if (version != null) {
            parts.add(VERSION + "=" + encoded(version));
        }
        if (!groupings.isEmpty()) {
            parts.add(GROUP_BY + "=" + String.join(",", groupings));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("&", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The question of an id; empty if it is none. */
    static Optional<Question> ofId(String id) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            String[] parts = text.split("&");
            Call call = Call.valueOf(parts[0]);
            SortedMap<String, String> filters = new TreeMap<>();
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                filters.put(
                        parts[i].substring(0, equals),
                        UriUtils.decode(parts[i].substring(equals + 1), StandardCharsets.UTF_8));
            }
            String groupings = filters.remove(GROUP_BY);
            String version = filters.remove(VERSION);
            Question question =
                    new Question(call, version, filters, groupings == null ? List.of() : List.of(groupings.split(",")));
            boolean ours = question.id().equals(id)
                    && call.filters().containsAll(filters.keySet())
                    && filters.keySet().containsAll(call.required())
                    && (version == null || call.dataset().isPinned());
            return ours ? Optional.of(question) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
