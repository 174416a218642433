package org.totalplace.intake.reading;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * Knows records that hold no payment but words: notes below a table, headings between its parts, the words of a nil
 * return.
 */
final class StrayRows {

    /** What says that there is nothing to report. */
    private static final Pattern NIL = Pattern.compile(
            "(?i)^\\W*(?:nil|none)\\W*$|\\bnil\\s+(?:return|report|submission|payments?|spend|expenditure"
                    + "|transactions?|values?)\\b"
                    + "|\\b(?:no|zero)\\s+(?:\\w+\\s+){0,3}(?:payments?|transactions?|spend|spending|expenditure|items?"
                    + "|invoices?|records?|suppliers?|data)\\b|\\bnothing\\s+to\\s+(?:report|declare|publish)\\b"
                    + "|\\bnone\\s+(?:this|in|for|over|above)\\b|\\bnot?\\s+applicable\\s+this\\s+month\\b");

    private static final Pattern NOTE = Pattern.compile(
            "(?i)(?:\\*|\\W*(?:notes?|source|please|data|key)\\b).*"
                    + "|\\W*(?:(?:report|file|list|date)\\s+)?(?:run|printed|produced|generated|extracted|exported"
                    + "|prepared|published|created|compiled|last updated|updated)(?:\\s+(?:on|at|by|from|date))?"
                    + "\\b.*\\d.*"
                    + "|\\d{1,2}[.)]\\s+\\p{Alpha}.*"
                    + "|\\W*(?:page\\s+\\d.*|end of (?:report|file|data|list)\\W*|report (?:id|name|date|title)\\b.*)",
            Pattern.DOTALL);
    private static final Pattern NAMED_SECTION = Pattern.compile(
            "(?i)(?:department|directorate|service(?: area)?|division|portfolio|cost centre|committee|fund|section)"
                    + "\\s*[:\u2013-]\\s*(\\S.*)");
    private static final int LONGEST_HEADING = 80;
    private static final int WORDS_OF_A_HEADING = 8;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WORDS_OF_A_SENTENCE = 5;
    private static final int LONGEST = 400;

    private StrayRows() {}

    /** Whether a text says that there is nothing to report. */
    static boolean saysNil(String text) {
        return text.length() <= LONGEST && NIL.matcher(text).find();
    }

    /**
     * Whether a record in which neither day nor amount can be read is only words.
     *
     * @param guarded columns of payee and amount: what stands alone there may be a payment that lost the rest
     */
    static boolean isWords(SourceRecord record, Set<Integer> guarded) {
        int filled = 0;
        int at = -1;
        boolean nil = false;
        for (int column = 0; column < record.cells().length; column++) {
            String cell = Cells.strip(record.cells()[column]);
            if (!cell.isEmpty()) {
                nil |= saysNil(cell);
                filled++;
                at = column;
            }
        }
        return nil || (filled == 1 && isNote(Cells.strip(record.cell(at)), guarded.contains(at)));
    }

    /** The only text of a record; null if it has several, or none. */
    static @Nullable String only(SourceRecord record) {
        String only = null;
        for (String cell : record.cells()) {
            String text = Cells.strip(cell);
            if (!text.isEmpty() && only != null) {
                return null;
            }
            only = text.isEmpty() ? only : text;
        }
        return only;
    }

    /**
     * What a record names that stands between the rows as their heading; null if it is none.
     *
     * @param guarded as in {@link #isWords}
     */
    static @Nullable String heading(SourceRecord record, Set<Integer> guarded) {
        String text = only(record);
        if (text == null
                || text.length() > LONGEST_HEADING
                || NOTE.matcher(text).matches()
                || saysNil(text)) {
            return null;
        }
        Matcher named = NAMED_SECTION.matcher(text);
        if (named.matches()) {
            return named.group(1);
        }
        boolean words = SPACE.split(text, -1).length <= WORDS_OF_A_HEADING
                && Character.isLetter(text.charAt(0))
                && !text.endsWith(".")
                && isWords(record, guarded);
        return words && text.endsWith(":") ? text.substring(0, text.length() - 1) : words ? text : null;
    }

    private static boolean isNote(String text, boolean guarded) {
        boolean sentence = NOTE.matcher(text).matches() || SPACE.split(text, -1).length >= WORDS_OF_A_SENTENCE;
        return sentence || (!guarded && text.chars().noneMatch(Character::isDigit));
    }
}
