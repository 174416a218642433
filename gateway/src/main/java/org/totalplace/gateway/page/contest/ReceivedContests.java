package org.totalplace.gateway.page.contest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;

/** What people contest of an agency's facts, as outcomes-service tells the agency: without saying who they are. */
record ReceivedContests(List<Received> results, @Nullable Paging paging) {

    record Paging(@Nullable String next) {}

    /**
     * @param records ids of the agency's own records of the person, by which it finds them
     * @param notes what the words seem to tell of somebody
     */
    record Received(
            String id,
            About about,
            List<String> records,
            String words,
            List<String> notes,
            String state,
            @Nullable String toldAt,
            @Nullable String due,
            boolean overdue,
            @Nullable String extendedWhy,
            @Nullable String decision,
            @Nullable String answer) {

        Received {
            records = records == null ? List.of() : List.copyOf(records);
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        public boolean waits() {
            return state.equals("open") || state.equals("extended");
        }

        /** An answer can be put off once. */
        public boolean mayBeExtended() {
            return state.equals("open");
        }
    }

    /** Which line is contested. */
    record About(
            String kind,
            @Nullable String agency,
            @Nullable String recordId,
            @Nullable String measure,
            @Nullable String date,
            @Nullable String year) {

        public String said(Words words) {
            return switch (kind) {
                case "contact" -> words.say("contests.about-contact", recordId);
                case "outcome" -> words.say("contests.about-outcome", measure, words.day(date));
                case "cost" -> words.say("contests.about-cost", year);
                default -> words.name("contests.about.", kind);
            };
        }
    }

    ReceivedContests {
        results = results == null ? List.of() : List.copyOf(results);
    }

    @Nullable
    String next() {
        return paging == null ? null : paging.next();
    }
}
