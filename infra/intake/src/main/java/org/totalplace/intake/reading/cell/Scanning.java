package org.totalplace.intake.reading.cell;

/** A place in the text of a cell, moving on over figures, words and what stands between them. */
final class Scanning {

    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };
    private static final String[] WEEKDAYS = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
    };
    private static final int MOST_DIGITS = 9;

    private String text = "";
    private int at;
    private int number;

    void start(String cell) {
        text = cell;
        at = 0;
        number = 0;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here, or 0 at the end. */
    char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    void move() {
        at++;
    }

    /** Reads a number and tells how many digits it has; 0 if there is none, 10 if there are too many. */
    int digits() {
        int digits = 0;
        number = 0;
        while (here() >= '0' && here() <= '9') {
            digits++;
            if (digits > MOST_DIGITS) {
                return digits;
            }
            number = number * 10 + (here() - '0');
            at++;
        }
        return digits;
    }

    /** The number read last. */
    int number() {
        return number;
    }

    /** Moves over what may stand between the parts of a day; false if nothing does. */
    boolean separator() {
        int start = at;
        skipSpace();
        char c = here();
        if (c == '/' || c == '-' || c == '.' || c == ',' || c == '\u2013' || c == '\u2010' || c == '\u2011') {
            at++;
            skipSpace();
        }
        return at > start;
    }

    void skipSpace() {
        while (at < text.length() && Cells.isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** Moves over {@code st, nd, rd, th}. */
    void ordinal() {
        if (moveOver("st") || moveOver("nd") || moveOver("rd") || moveOver("th")) {
            skipSpace();
            if (moveOver("of")) {
                skipSpace();
            }
        }
    }

    /** Moves over a word if it stands here. */
    boolean moveOver(String word) {
        if (!text.regionMatches(true, at, word, 0, word.length()) || isLetter(at + word.length())) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Reads the name of a month, of which three letters are enough: 1 to 12, or 0. */
    int month() {
        return word(MONTHS);
    }

    void skipWeekday() {
        if (word(WEEKDAYS) > 0) {
            separator();
        }
    }

    private int word(String[] words) {
        int end = at;
        while (isLetter(end)) {
            end++;
        }
        int length = end - at;
        if (length < 3) {
            return 0;
        }
        for (int i = 0; i < words.length; i++) {
            if (length <= words[i].length() && text.regionMatches(true, at, words[i], 0, length)) {
                at = end;
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isLetter(int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }
}
