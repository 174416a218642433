package org.totalplace.spend.payee;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A payee as a body printed it, and what of it says who is paid.
 *
 * @param printed as it stands in the file, without the space around it
 * @param normalised lower-case words that are the same for every spelling of one name; empty if nothing is left
 * @param redacted whether the text stands in place of a name
 */
public record PayeeName(String printed, String normalised, boolean redacted) {

    /** Longer texts are no names. */
    public static final int LONGEST = 500;

    /** Notes of the payer's own books in brackets: supplier numbers and ways of paying. */
    private static final Pattern NOTE =
            Pattern.compile("[(\\[]\\s*(?:[a-z]{0,3}\\s*[-:/]?\\s*\\d+[a-z]?|[^)\\]]*\\b(?:dd|bacs|chaps|direct "
                    + "debits?|cheques?|only|do not use|duplicate"
                    + "|old|new|inactive|closed)\\b[^)\\]]*)\\s*[)\\]]");

    private static final Pattern APOSTROPHES_AND_DOTS = Pattern.compile("['`\u2018\u2019.]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEGAL_FORM = Pattern.compile("\\b(?:public limited company|limited|ltd|plc)\\b");
    private static final Pattern FOUNDATION_TRUST = Pattern.compile("\\bnhs ?ft\\b");
    private static final Pattern LEADING_ARTICLE = Pattern.compile("^the (?=.)");

    /** @param printed not longer than {@link #LONGEST} */
    public static PayeeName of(String printed) {
        String stripped = printed.strip();
        boolean redacted = Redaction.isOne(stripped);
        return new PayeeName(stripped, redacted ? Redaction.SHOWN : normalised(stripped), redacted);
    }

    /** The words of a name without case, punctuation, legal form, and notes of the payer's books. */
    public static String normalised(String printed) {
        String text = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = NOTE.matcher(text).replaceAll(" ");
        text = APOSTROPHES_AND_DOTS.matcher(text).replaceAll("");
        text = text.replace("&", " and ").replace("+", " and ");
        text = NO_WORD.matcher(text).replaceAll(" ").strip();
        text = LEGAL_FORM.matcher(text).replaceAll(" ");
        text = FOUNDATION_TRUST.matcher(text).replaceAll("nhs foundation trust");
        text = NO_WORD.matcher(text).replaceAll(" ").strip();
        return LEADING_ARTICLE.matcher(text).replaceFirst("");
    }
}
