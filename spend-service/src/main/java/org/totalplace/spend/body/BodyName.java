package org.totalplace.spend.body;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes one text of all spellings of a body's name. */
public final class BodyName {

    /** Grows whenever a name is normalised in another way; stored names are then read again at the next start. */
    public static final String EDITION = "2026-11";

    /** Notes of the payer's own books in brackets: supplier numbers and ways of paying. */
    private static final Pattern NOTE =
            Pattern.compile("[(\\[*]\\s*(?:[a-z]{0,3}\\s*[-:/]?\\s*\\d+[a-z]?|[^)\\]*]*\\b(?:dd|bacs|chaps|direct "
                    + "debits?|cheques?|only|do not use|duplicate"
                    + "|old|new|inactive|closed)\\b[^)\\]*]*)\\s*[)\\]*]");

    private static final Pattern ADDRESSED = Pattern.compile("^\\s*(?:(?:c/o|attn|re|fao)\\b\\s*[:-]?\\s*)+(?=\\S)");
    private static final Pattern APOSTROPHES_AND_DOTS = Pattern.compile("['`\u2018\u2019.]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Numbers of accounts and ways of paying, printed behind the name without brackets. */
    private static final Pattern BEHIND =
            Pattern.compile("(?<=\\S)(?: (?:(?:a c|acc|account|ref|reference|supplier|vendor)(?: no| number)?"
                    + " [a-z]{0,3}\\d+|[a-z]?\\d{5,}|(?:dd|bacs|chaps|direct debits?)(?: only| payments?)?|do not use"
                    + "|duplicate))+$");

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(?:public limited company|community interest company|limited liability partnership|limited|ltd|plc"
                    + "|llp|cic)\\b");
    private static final Pattern LETTERS_APART = Pattern.compile("(?<=\\b\\p{L}) (?=\\p{L}\\b)");
    private static final Pattern LEADING_ARTICLE = Pattern.compile("^the (?=.)");

    /** Abbreviations that stand for nothing else in a name. */
    private static final List<Abbreviation> ABBREVIATIONS = List.of(
            new Abbreviation("nhs ?ft", "nhs foundation trust"),
            new Abbreviation("icb", "integrated care board"),
            new Abbreviation("ccg", "clinical commissioning group"),
            new Abbreviation("boro", "borough"),
            new Abbreviation("co(?= council\\b)", "county"),
            new Abbreviation("dist(?= council\\b)", "district"),
            new Abbreviation("met(?:ro)?(?= (?:borough|district)\\b)", "metropolitan"),
            new Abbreviation("dept", "department"));

    private record Abbreviation(Pattern shortened, String full) {

        Abbreviation(String shortened, String full) {
            this(Pattern.compile("\\b(?:" + shortened + ")\\b"), full);
        }
    }

    private BodyName() {}

    /**
     * The words of a name without case, punctuation, legal form, and notes of the payer's books; empty if nothing is
     * left.
     */
    public static String normalised(String printed) {
        String text = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = NOTE.matcher(text).replaceAll(" ");
        text = ADDRESSED.matcher(text).replaceFirst("");
        text = APOSTROPHES_AND_DOTS.matcher(text).replaceAll("");
        text = text.replace("&", " and ").replace("+", " and ");
        text = words(text);
        text = BEHIND.matcher(text).replaceFirst("");
        text = LEGAL_FORM.matcher(text).replaceAll(" ");
        text = LETTERS_APART.matcher(words(text)).replaceAll("");
        for (Abbreviation abbreviation : ABBREVIATIONS) {
            text = abbreviation.shortened().matcher(text).replaceAll(abbreviation.full());
        }
        return LEADING_ARTICLE.matcher(text).replaceFirst("");
    }

    private static String words(String text) {
        return NO_WORD.matcher(text).replaceAll(" ").strip();
    }
}
