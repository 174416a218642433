package org.totalplace.outcomes.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * What somebody writes in their own words. It is kept as written; where it seems to say who somebody is, the writer is
 * told, because everybody who may look at the person reads it.
 */
record Words(String text) {

    private static final int LONGEST = 2_000;

    private static final Map<String, Pattern> TELLING = new TreeMap<>(Map.of(
            "a name",
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Sir|Lady|Rev)\\.?\\s+\\p{Lu}\\p{L}+"
                    + "|(?<![.!?]\\s)(?<!^)\\b\\p{Lu}\\p{Ll}+(?:['’-]\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}\\p{Ll}+"
                    + "|\\b(?i:called|named|name is|neighbour|son|daughter|brother|sister)\\s+\\p{Lu}\\p{Ll}+"),
            "a date of birth",
            Pattern.compile("\\b(?i:born|birth|dob)\\b[^.]{0,20}\\d{1,4}[/. -]\\w{1,9}[/. -]\\d{2,4}"),
            "an NHS number or a telephone number",
            Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){9,10}(?!\\d)"),
            "a postcode",
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b"),
            "an e-mail address",
            Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")));

    /** @throws Problem 400 where there are none, or too many */
    static Words read(String path, @Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.badInput(
                    path, "required-value", "'" + path + "' has 1 to " + LONGEST + " characters, in your own words.");
        }
        return new Words(text);
    }

    /** What it seems to tell of somebody, as sentences without the thing itself; empty where nothing is seen. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        TELLING.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                notes.add("The words seem to hold " + what + ". Whoever may look at the person reads them.");
            }
        });
        return notes;
    }
}
