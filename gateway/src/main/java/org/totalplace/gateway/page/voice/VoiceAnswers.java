package org.totalplace.gateway.page.voice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
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

        /** In words; that it is late is said beside the day. */
        public List<String> gapsShown(Words words) {
            return gaps.stream()
                    .filter(gap -> !gap.equals("overdue"))
                    .map(gap -> words.name("voice-chain.gap.", gap))
                    .toList();
        }
    }

    record Chain(
            @Nullable String asOf,
            List<Link> results,
            @Nullable Paging paging,
            @Nullable Unread unread) {

        Chain {
            results = results == null ? List.of() : List.copyOf(results);
        }
    }

    /** What nobody has read yet, and by how many weeks the oldest is overdue. */
    record Unread(
            Published.@Nullable Count all,
            Published.@Nullable Count overdue,
            @Nullable Long oldestWeeks) {

        public String allShown() {
            return Published.shown(all);
        }

        public String overdueShown() {
            return Published.shown(overdue);
        }

        public boolean late() {
            return oldestWeeks != null && oldestWeeks > 0;
        }
    }

    record Happened(
            String on,
            String what,
            @Nullable String words,
            @Nullable String due,
            String by) {

        private static final Set<String> OF_OTHERS = Set.of("received", "published", "reopened", "redacted");

        public String shown(Words words) {
            return words.say("voice.event", words.day(on), words.name("voice.what.", what));
        }

        /** Whether an answerer's words stand there, which a steward can take out. */
        public boolean redactable() {
            return words != null && !OF_OTHERS.contains(what);
        }

        public @Nullable String dueShown(Words words) {
            return due == null ? null : words.say("voice.event-due", words.day(due));
        }
    }

    record Followed(Suggestion suggestion, boolean mayReopen, List<Happened> history) {}

    record Receipt(long number, String code, String due, List<String> notes) {}

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
