package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as its suggester is told.
 *
 * @param what in a word
 * @param words what was said with it; absent where nothing was
 * @param due the day by which the next step is owed, where this set one
 * @param by {@code suggester}, {@code steward}, {@code staff} or an agency's code
 */
@Schema(name = "VoiceHistory")
record Told(
        LocalDate on,
        String what,
        @Nullable String words,
        @Nullable LocalDate due,
        String by) {

    static List<Told> all(Kept kept) {
        boolean isShown = kept.life().showing() instanceof Life.Showing.Words;
        Kept.Entry latest = kept.entries().reversed().stream()
                .filter(entry -> entry.happened().event() instanceof VoiceEvent.Published)
                .findFirst()
                .orElse(null);
        return kept.entries().stream()
                .map(entry -> of(entry, isShown && entry == latest))
                .toList();
    }

    /** @param isShown whether everybody may read the words that were published with it, still */
    private static Told of(Kept.Entry entry, boolean isShown) {
        return switch (entry.happened().event()) {
            case VoiceEvent.Received received -> told(entry, "received", null, received.due());
            case VoiceEvent.Published published -> told(entry, "published", isShown ? published.words() : null, null);
            case VoiceEvent.Withheld withheld -> told(entry, "withheld", withheld.why(), null);
            case VoiceEvent.Extended extended -> told(entry, "extended", extended.why(), extended.due());
            case VoiceEvent.Decided decided ->
                told(entry, decided.verdict().code(), decided.role() + ": " + decided.reason(), decided.planDue());
            case VoiceEvent.Planned planned -> told(entry, "planned", planned.what(), planned.due());
            case VoiceEvent.Reached reached -> told(entry, "reached", reached.what(), null);
            case VoiceEvent.Dropped dropped -> told(entry, "dropped", dropped.why(), null);
            case VoiceEvent.Linked linked ->
                told(
                        entry,
                        "linked",
                        linked.figure().words() + ": " + linked.figure().path(),
                        null);
            case VoiceEvent.Closed closed -> told(entry, "closed", closed.words(), null);
            case VoiceEvent.Reopened reopened -> told(entry, "reopened", null, reopened.due());
            case VoiceEvent.Redacted redacted ->
                told(entry, "redacted", redacted.why().instead(), null);
            case VoiceEvent.TakenOut takenOut ->
                told(entry, "linked", takenOut.why().instead(), null);
        };
    }

    private static Told told(Kept.Entry entry, String what, @Nullable String words, @Nullable LocalDate due) {
        return new Told(entry.happened().on(), what, words, due, entry.by());
    }
}
