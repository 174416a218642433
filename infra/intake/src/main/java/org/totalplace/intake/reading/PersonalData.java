package org.totalplace.intake.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what names a person in free text where it should not: addresses of e-mail, telephone and national insurance
 * numbers, days of birth, titles with names, and foster carers by name. It would rather miss one than cry wolf, since
 * an officer who is told too often no longer looks.
 */
final class PersonalData {

    /** What is shown in place of what was found. */
    static final String WITHHELD = "[withheld]";

    /** A forename or initials, then a surname. */
    private static final String PERSON =
            "(?:(?:[A-Z]\\.?\\s?){1,3}|[A-Z][A-Za-z'\\u2019-]+\\s)(?:\\s?[A-Z][A-Za-z'\\u2019-]+)";

    private static final Pattern FOUND = Pattern.compile(String.join(
            "|",
            "(?<mail>(?<![\\w.+-])[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+)",
            "(?<insurance>\\b(?![DFIQUV])[A-Z](?![DFIOQUV])[A-Z] ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]\\b)",
            "(?<telephone>(?<![\\d/.-])(?:\\+44 ?|0)7\\d{3} ?\\d{3} ?\\d{3}(?!\\d)"
                    + "|(?<![\\d/.-])0\\d{2,4} \\d{3,4} \\d{3,4}(?!\\d))",
            "(?<birth>\\b(?i:d\\.?o\\.?b\\.?|date of birth)\\b[:\\s]*\\d{1,2}[/. -]\\d{1,2}[/. -]\\d{2,4})",
            "(?<title>\\b(?:Mr|MR|Mrs|MRS|Miss|MISS|Ms)\\.?\\s+(?:(?:[A-Z]\\.?\\s?){1,3}\\s?)?[A-Z][A-Za-z'\\u2019-]+"
                    + "|\\bMS\\.?\\s+(?:[A-Z]\\.?\\s){1,3}[A-Z][A-Z'\\u2019-]+)",
            "(?<carer>(?i:\\bfoster(?:ing)?\\s+(?:carers?|parents?|payments?|placements?|allowances?|fees?)"
                    + "(?:\\s+(?:payments?|allowances?|fees?|expenses?))?\\s*(?:-|:|\\bfor\\b|\\bto\\b)?\\s*)(?<name>"
                    + PERSON + "))"));

    /** Capitalised words that stand beside foster carers without being anybody's name. */
    private static final Set<String> COMMON = Set.of(
            "allowance",
            "allowances",
            "payment",
            "payments",
            "fee",
            "fees",
            "mileage",
            "training",
            "expense",
            "expenses",
            "recruitment",
            "support",
            "insurance",
            "agency",
            "independent",
            "external",
            "internal",
            "association",
            "equipment",
            "holiday",
            "birthday",
            "christmas",
            "network",
            "travel",
            "skills",
            "level",
            "standard",
            "enhanced",
            "house",
            "weekly",
            "monthly",
            "local",
            "authority",
            "council",
            "other",
            "costs",
            "cost",
            "liability",
            "tax",
            "services",
            "service",
            "children",
            "childrens",
            "family",
            "kinship",
            "respite",
            "placement",
            "placements",
            "carer",
            "carers",
            "grant",
            "scheme",
            "team",
            "staying",
            "put",
            "panel");

    private static final Set<String> NO_SURNAMES =
            Set.of("word", "office", "excel", "teams", "windows", "sheen", "the");

    private PersonalData() {}

    /** The text with what was found withheld; the same object where nothing was. */
    static String masked(String text) {
        if (!mayHold(text)) {
            return text;
        }
        Matcher matcher = FOUND.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        boolean any = false;
        int from = 0;
        while (matcher.find()) {
            if (isPerson(matcher)) {
                masked.append(text, from, matcher.start()).append(WITHHELD);
                from = matcher.end();
                any = true;
            }
        }
        return any ? masked.append(text, from, text.length()).toString() : text;
    }

    /** Whether a payee is named with the title of a private person. */
    static boolean isTitled(String payee) {
        char first = Character.toUpperCase(payee.charAt(0));
        if (first != 'M') {
            return false;
        }
        String lower = payee.toLowerCase(Locale.ROOT);
        boolean titled = lower.startsWith("mr ")
                || lower.startsWith("mrs ")
                || lower.startsWith("miss ")
                || lower.startsWith("mr. ")
                || lower.startsWith("mrs. ");
        return titled && lower.split("\\s+", -1).length <= 4 && !lower.contains(" ltd") && !lower.contains(" limited");
    }

    private static boolean isPerson(MatchResult match) {
        String name = match.group("name");
        if (name != null) {
            return isNoneOf(name, COMMON);
        }
        String titled = match.group("title");
        return titled == null || isNoneOf(titled.substring(titled.lastIndexOf(' ') + 1), NO_SURNAMES);
    }

    private static boolean isNoneOf(String name, Set<String> common) {
        for (String word : name.split("[\\s.]+", -1)) {
            if (common.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** Looked at for every row, so without a pattern: an at sign, a long run of figures, or a telling word. */
    private static boolean mayHold(String text) {
        int figures = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            if (c >= '0' && c <= '9') {
                figures++;
                if (figures == 6) {
                    return true;
                }
            } else if ((c == 'M' || c == 'F' || c == 'f' || c == 'D' || c == 'd')
                    && (i == 0 || !Character.isLetter(text.charAt(i - 1)))
                    && isTelling(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTelling(String text, int at) {
        return text.regionMatches(true, at, "mr", 0, 2)
                || text.regionMatches(true, at, "ms", 0, 2)
                || text.regionMatches(true, at, "miss", 0, 4)
                || text.regionMatches(true, at, "foster", 0, 6)
                || text.regionMatches(true, at, "date of b", 0, 9)
                || text.regionMatches(true, at, "dob", 0, 3)
                || text.regionMatches(true, at, "d.o.b", 0, 5);
    }
}
