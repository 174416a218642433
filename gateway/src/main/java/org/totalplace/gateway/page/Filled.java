package org.totalplace.gateway.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What somebody filled into a long form, in which some rows can be repeated: {@code cost-2-amount} is of the second,
 * and {@code costs} says how many the page shows.
 */
public record Filled(Map<String, String> values) {

    public Filled {
        values = Map.copyOf(values);
    }

    public static Filled of(MultiValueMap<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        typed.toSingleValueMap().forEach((field, value) -> values.put(field, value == null ? "" : value.strip()));
        return new Filled(values);
    }

    /** Nothing where nothing was filled in. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** How many rows are shown, from 1; what is no number, or another than the page can send, is the nearest. */
    public int rows(String name, int most) {
        String given = text(name);
        int shown = given.matches("\\d{1,4}") ? Integer.parseInt(given) : 1;
        return Math.clamp(shown, 1, most);
    }

    /** With one more row where a button asked for one. */
    public Filled more(Map<String, Integer> most) {
        Map<String, String> more = new HashMap<>(values);
        most.forEach((name, upTo) -> {
            if (text("more").equals(name)) {
                more.put(name, String.valueOf(Math.min(rows(name, upTo) + 1, upTo)));
            }
        });
        return new Filled(more);
    }

    /** What was filled in, line by line, without empty lines. */
    public List<String> lines(String field) {
        return text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The columns of a line with commas in it; those between the first and the last few are one. */
    public static List<String> columns(String line, int before, int after) {
        List<String> all = new ArrayList<>(List.of(line.split(",", -1)));
        if (all.size() > before + 1 + after) {
            int end = all.size() - after;
            String middle = String.join(",", all.subList(before, end));
            all.subList(before, end).clear();
            all.add(before, middle);
        }
        return all.stream().map(String::strip).toList();
    }
}
