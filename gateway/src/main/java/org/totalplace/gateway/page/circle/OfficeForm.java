package org.totalplace.gateway.page.circle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.util.MultiValueMap;

/**
 * What whoever runs a circle does on their page, as the service takes it.
 *
 * @param path below the circle
 */
record OfficeForm(HttpMethod method, String path, Map<String, @Nullable Object> body) {

    /** Empty where the page has no such form. */
    static Optional<OfficeForm> of(MultiValueMap<String, String> typed) {
        return switch (text(typed, "does")) {
            case "join" ->
                posted(
                        "/members",
                        Map.of(
                                "reference", text(typed, "reference"),
                                "square", square(typed)));
            case "help" ->
                Optional.of(new OfficeForm(
                        HttpMethod.PUT,
                        "/members/" + id(typed, "member") + "/help",
                        Map.of(
                                "skills",
                                all(typed, "skills"),
                                "times",
                                all(typed, "times"),
                                "reach",
                                text(typed, "reach"))));
            case "check" ->
                posted(
                        "/members/" + id(typed, "member") + "/checks",
                        Map.of(
                                "kind",
                                text(typed, "kind"),
                                "from",
                                text(typed, "from"),
                                "until",
                                text(typed, "until")));
            case "ask" ->
                posted(
                        "/requests",
                        Map.of(
                                "member", text(typed, "member"),
                                "skill", text(typed, "skill"),
                                "times", all(typed, "times"),
                                "neededOn", text(typed, "neededOn")));
            case "offer" ->
                posted("/requests/" + id(typed, "request") + "/introductions", Map.of("helper", text(typed, "helper")));
            case "accept", "decline", "cancel" ->
                posted("/introductions/" + id(typed, "introduction"), Map.of("step", text(typed, "does")));
            case "meet" -> posted("/introductions/" + id(typed, "introduction"), meeting(typed));
            default -> Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> meeting(MultiValueMap<String, String> typed) {
        Map<String, @Nullable Object> meeting = new HashMap<>();
        meeting.put("step", "meet");
        meeting.put("on", text(typed, "on"));
        meeting.put("minutes", text(typed, "minutes"));
        return meeting;
    }

    private static Map<String, String> square(MultiValueMap<String, String> typed) {
        return Map.of("east", text(typed, "east"), "north", text(typed, "north"));
    }

    private static Optional<OfficeForm> posted(String path, Map<String, ? extends @Nullable Object> body) {
        return Optional.of(new OfficeForm(HttpMethod.POST, path, new HashMap<>(body)));
    }

    /** Only an id has a place in a path. */
    static String id(MultiValueMap<String, String> typed, String field) {
        String id = text(typed, field).replaceAll("[^0-9a-fA-F-]", "");
        return id.isEmpty() ? "-" : id;
    }

    private static List<String> all(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.get(field), List.<String>of()).stream()
                .flatMap(one -> Arrays.stream(one.split("[,\\s]+")))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
