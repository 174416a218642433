package org.totalplace.spend.payee;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the ways in which bodies write that a payee is not to be named. */
public final class Redaction {

    /** What a redacted payee is shown as, however it was written. */
    public static final String SHOWN = "redacted";

    /** Words that no company has in its name; after punctuation was taken out. */
    private static final Pattern TELLING = Pattern.compile(
            "\\b(?:redact(?:ed|ions?)|redcated|withheld|with held|undisclosed|not (?:disclosed|published)"
                    + "|suppressed|anonymi[sz]ed|(?:names?|payee|supplier|details?) (?:removed|hidden|protected)"
                    + "|sensitive personal (?:data|information)|personal (?:data|information|details) (?:protected"
                    + "|removed|hidden|exempt|sensitive|confidential)|(?:personal|private) and confidential"
                    + "|commercial(?:ly)? (?:in confidence|sensitive|confidential|confidentiality)"
                    + "|exempt(?:ed|ion)? (?:under|from|by|section|foia?)|(?:s|sec|section) ?(?:40|41|43)(?: ?\\d)?"
                    + " (?:foia?|exempt(?:ion)?)|not for (?:publication|disclosure))\\b");

    private static final Set<String> WHOLE = Set.of(
            "personal data",
            "personal information",
            "personal details",
            "personal",
            "confidential",
            "sensitive",
            "sensitive data",
            "data protection",
            "data protection act",
            "dpa",
            "gdpr",
            "exempt",
            "restricted",
            "protected",
            "removed",
            "name removed",
            "anonymous",
            "not disclosable",
            "official sensitive",
            "in confidence",
            "foi exempt",
            "foia exempt",
            "s40",
            "section 40",
            "private",
            "sensitive payment",
            "sensitive personal",
            "various individuals",
            "private individuals",
            "individual",
            "individuals",
            "private individual",
            "named individual");

    private static final Pattern BLACKED_OUT = Pattern.compile("[x*#_\\u2588\\u25a0-]{3,}");

    private Redaction() {}

    /** Whether the text stands in place of a name. */
    public static boolean isOne(String printed) {
        String lower = printed.toLowerCase(Locale.ROOT).strip();
        if (BLACKED_OUT.matcher(lower.replace(" ", "")).matches()) {
            return true;
        }
        String words = lower.replaceAll("[^a-z0-9]+", " ").strip();
        return WHOLE.contains(words)
                || TELLING.matcher(words).find()
                || words.replace(" ", "").equals(SHOWN);
    }
}
