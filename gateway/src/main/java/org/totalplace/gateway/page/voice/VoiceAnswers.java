package org.totalplace.gateway.page.voice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Times;
import org.totalplace.gateway.page.Words;

/** What outcomes-service answers about voice. */
final class VoiceAnswers {

    private VoiceAnswers() {}

    record Paging(@Nullable String next) {}

    record Register(List<Suggestion> results, @Nullable Paging paging) {

        Register {
            results = results == null ? List.of() : List.copyOf(results);
        }
    }

    /** One suggestion from what was said to who is better off. */
    record Link(Suggestion suggestion, List<String> gaps, long overdueDays) {

        private static final Map<String, String> GAPS = Map.of(
                "not-moderated", "Nobody has read it yet",
                "not-decided", "No decision yet",
                "overdue", "Overdue",
                "no-plan", "No plan yet",
                "no-money", "No money is shown to have moved",
                "no-outcome", "No measure shows who is better off");

        /** In words; that it is late is said beside the day. */
        public List<String> gapsShown() {
            return gaps.stream()
                    .filter(gap -> !gap.equals("overdue"))
                    .map(gap -> GAPS.getOrDefault(gap, Words.plain(gap)))
                    .toList();
        }
    }

    record Chain(
            @Nullable String asOf,
            List<Link> results,
            @Nullable Paging paging,
            Published.@Nullable Count unread) {

        Chain {
            results = results == null ? List.of() : List.copyOf(results);
        }
    }

    record Happened(
            String on,
            String what,
            @Nullable String words,
            @Nullable String due,
            String by) {

        public String shown() {
            return Times.shown(on) + ": " + Words.plain(what);
        }

        public @Nullable String dueShown() {
            return due == null ? null : "Next step due by " + Times.shown(due);
        }
    }

    record Followed(Suggestion suggestion, boolean mayReopen, List<Happened> history) {}

    record Receipt(long number, String code, String due, List<String> notes) {

        public String dueShown() {
            return Times.shown(due);
        }
    }

    record Code(String code) {}

    /** What the suggester wrote. */
    record Original(@Nullable String about, String words) {}

    record Waiting(
            Suggestion suggestion,
            List<Original> original,
            @Nullable Original redacted,
            List<String> reopened,
            List<Happened> history) {

        Waiting {
            original = original == null ? List.of() : List.copyOf(original);
            reopened = reopened == null ? List.of() : List.copyOf(reopened);
            history = history == null ? List.of() : List.copyOf(history);
        }
    }

    record Queue(List<Waiting> results, @Nullable Paging paging) {

        Queue {
            results = results == null ? List.of() : List.copyOf(results);
        }
    }
}
