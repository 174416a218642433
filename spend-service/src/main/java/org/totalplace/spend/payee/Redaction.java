package org.totalplace.spend.payee;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the ways in which bodies write that a payee is not to be named. */
public final class Redaction {

    /** What a redacted payee is shown as, however it was written. */
    public static final String SHOWN = "redacted";

    private static final Pattern TELLING =
            Pattern.compile("\\b(redact(?:ed|ions?)|redcated|withheld|with held|undisclosed|not disclosed|not "
                    + "published|suppressed)\\b");

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
