package org.totalplace.starter.disclosure;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of persons of whom an answer tells something, for the gateway to compare with what the same caller was told
 * before. Groups of the same figures are chosen from the same persons: one that has fewer members' marks holds the
 * other.
 *
 * @param figures what is told, and of whom it could be told at all
 * @param members what marks those who are in it, by name; what is not named may be anything
 * @param persons how many there are, exactly
 */
public record ToldGroup(String figures, SortedMap<String, String> members, long persons) {

    public ToldGroup {
        if (persons < 0) {
            throw new IllegalArgumentException("A count is not negative: " + persons);
        }
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /**
     * @param figures words of any kind
     * @param members null for what may be anything
     */
    public static ToldGroup of(List<String> figures, Map<String, ? extends @Nullable String> members, long persons) {
        SortedMap<String, String> named = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                named.put(name, value);
            }
        });
        return new ToldGroup(figures.stream().map(ToldGroup::encoded).collect(Collectors.joining("/")), named, persons);
    }

    /** @param marks as {@link #marks} wrote them */
    public static ToldGroup read(String figures, String marks, long persons) {
        SortedMap<String, String> members = new TreeMap<>();
        for (String mark : marks.isEmpty() ? new String[0] : marks.split("&", -1)) {
            int equals = mark.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not a mark of a group: " + mark);
            }
            members.put(
                    mark.substring(0, equals), URLDecoder.decode(mark.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new ToldGroup(figures, members, persons);
    }

    /** The members as one text, the same for the same group. */
    public String marks() {
        return members.entrySet().stream()
                .map(mark -> mark.getKey() + "=" + encoded(mark.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Whom it is about, for a reader. */
    public String words() {
        return members.isEmpty()
                ? "everybody"
                : members.entrySet().stream()
                        .map(mark -> mark.getKey() + " " + mark.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** What marks its members in one respect; null for anything. */
    public @Nullable String mark(String name) {
        return members.get(name);
    }

    private static String encoded(String text) {
        return Objects.requireNonNull(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
