package org.totalplace.gateway.page.todo;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What waits of one kind.
 *
 * @param more whether more wait than were counted
 * @param oldest since when the oldest waits, as services write it; null where nobody tells
 */
record Waiting(int count, boolean more, @Nullable String oldest) {

    /** Before this one, what waits longer; what has no day after that, and what does not wait last. */
    static final Comparator<Waiting> OLDEST_FIRST = Comparator.comparing((Waiting waiting) -> waiting.count() == 0)
            .thenComparing(Waiting::oldest, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.comparingInt(Waiting::count).reversed());

    static final Waiting NOTHING = new Waiting(0, false, null);

    /** @param day of each, by its member's name; a slash leads into a member */
    static Waiting of(Stream<JsonNode> each, String day, boolean more) {
        List<JsonNode> all = each.toList();
        String oldest = all.stream()
                .map(node -> node.at("/" + day).asString(""))
                .filter(text -> !text.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Waiting(all.size(), more, oldest);
    }

    /** Of one page of a list. */
    static Waiting of(JsonNode page, String day) {
        return of(page.path("results").valueStream(), day, page.path("paging").hasNonNull("next"));
    }

    static Waiting together(Collection<Waiting> parts) {
        return new Waiting(
                parts.stream().mapToInt(Waiting::count).sum(),
                parts.stream().anyMatch(Waiting::more),
                parts.stream()
                        .map(Waiting::oldest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
