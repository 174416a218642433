package org.totalplace.gateway.page.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for on the page of services.
 *
 * @param values by the names of the API's parameters; only what was filled in
 */
record ServicesAsked(Map<String, String> values) {

    static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final List<String> FIELDS = List.of(
            "search", "taxonomy_term_id", "postcode", "day", "time", "accessibility", "age", "language", "page");

    ServicesAsked {
        values = Map.copyOf(values);
    }

    static ServicesAsked of(MultiValueMap<String, String> query) {
        return new ServicesAsked(FIELDS.stream()
                .filter(query::containsKey)
                .filter(field -> !String.valueOf(query.getFirst(field)).isBlank())
                .collect(Collectors.toMap(
                        field -> field,
                        field -> String.valueOf(query.getFirst(field)).strip())));
    }

    /** What a field of the form holds. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean narrowed() {
        return values.keySet().stream().anyMatch(field -> !field.equals("page"));
    }

    /** The API's parameters for it. */
    Map<String, String> parameters(int perPage) {
        Map<String, String> parameters = new LinkedHashMap<>(values);
        parameters.put("full", "true");
        parameters.put("per_page", String.valueOf(perPage));
        return parameters;
    }

    /** The address of another page of the same search. */
    String page(long number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/services");
        Map<String, String> others = new LinkedHashMap<>(values);
        others.put("page", String.valueOf(number));
        FIELDS.stream().filter(others::containsKey).forEach(field -> address.queryParam(field, "{" + field + "}"));
        return address.encode().buildAndExpand(others).toUriString();
    }
}
