package org.totalplace.gateway.page.contest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Times;
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

        public String shownToldAt() {
            return Times.shown(toldAt);
        }

        public String shownDue() {
            return Times.shown(due);
        }

        public String shownDecision() {
            return Words.plain(decision);
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

        private static final Map<String, String> KINDS = Map.of(
                "contact", "A contact",
                "outcome", "An observation",
                "cost", "The cost of a year",
                "link", "That this record is theirs");

        public String words() {
            String what = KINDS.getOrDefault(kind, Words.plain(kind));
            return switch (kind) {
                case "contact" -> what + ": record " + recordId;
                case "outcome" -> what + ": " + measure + " on " + Times.shown(date);
                case "cost" -> what + ": " + year;
                default -> what;
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
