package org.totalplace.intake.reading.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.totalplace.intake.reading.cell.Cells;

/**
 * Brings headers to one form: words in lower case with single spaces, in the singular, abbreviations written out,
 * without punctuation, currency signs and stars; and what a header says about VAT in front.
 */
final class HeaderWords {

    /** In front of an amount from which only the VAT that is claimed back was taken. */
    static final String NET_OF_RECOVERABLE = "net of recoverable vat ";

    private static final String ARTICLE = "the";
    private static final String NET = "net ";
    private static final String GROSS = "gross ";
    private static final int LONGEST = 120;
    private static final int SHORTEST_PLURAL = 4;

    /** What is left of a pound sign that went through the wrong encoding. */
    private static final List<String> BROKEN_POUNDS =
            List.of("\u00C2\u00A3", "\u00EF\u00BF\u00BD", "\u00C3\u201A\u00C2\u00A3", "\uFFFD");

    /** The mark of a ledger system for a column with the text of a code, as in {@code Account(T)}. */
    private static final String OF_TEXT = "(t)";

    private static final Set<String> CODES = Set.of("id", "number", "code");
    private static final Set<String> NAMES = Set.of("name", "description", "narrative", "label");
    private static final Set<String> CURRENCY = Set.of("gbp", "sterling", "pound", "in");
    private static final Set<String> NO_PLURALS =
            Set.of("gross", "analysis", "address", "status", "basis", "bacs", "less");

    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("amt", "amount"),
            Map.entry("acc", "account"),
            Map.entry("acct", "account"),
            Map.entry("cap", "capital"),
            Map.entry("center", "centre"),
            Map.entry("departmental", "department"),
            Map.entry("dept", "department"),
            Map.entry("desc", "description"),
            Map.entry("descr", "description"),
            Map.entry("dir", "directorate"),
            Map.entry("doc", "document"),
            Map.entry("ex", "excluding"),
            Map.entry("exc", "excluding"),
            Map.entry("excl", "excluding"),
            Map.entry("exclude", "excluding"),
            Map.entry("exclusive", "excluding"),
            Map.entry("exp", "expense"),
            Map.entry("exvat", "excluding vat"),
            Map.entry("excvat", "excluding vat"),
            Map.entry("exclvat", "excluding vat"),
            Map.entry("inc", "including"),
            Map.entry("incvat", "including vat"),
            Map.entry("inclvat", "including vat"),
            Map.entry("incl", "including"),
            Map.entry("inclusive", "including"),
            Map.entry("inv", "invoice"),
            Map.entry("irrec", "irrecoverable"),
            Map.entry("nbr", "number"),
            Map.entry("nett", "net"),
            Map.entry("no", "number"),
            Map.entry("nonrecoverable", "irrecoverable"),
            Map.entry("num", "number"),
            Map.entry("org", "organisation"),
            Map.entry("organization", "organisation"),
            Map.entry("organizational", "organisational"),
            Map.entry("paymt", "payment"),
            Map.entry("pmt", "payment"),
            Map.entry("pymt", "payment"),
            Map.entry("nonreclaimable", "irrecoverable"),
            Map.entry("reclaimable", "recoverable"),
            Map.entry("unreclaimable", "irrecoverable"),
            Map.entry("recov", "recoverable"),
            Map.entry("ref", "reference"),
            Map.entry("rev", "revenue"),
            Map.entry("subj", "subjective"),
            Map.entry("supp", "supplier"),
            Map.entry("tot", "total"),
            Map.entry("tran", "transaction"),
            Map.entry("trans", "transaction"),
            Map.entry("trx", "transaction"),
            Map.entry("txn", "transaction"),
            Map.entry("unrecoverable", "irrecoverable"),
            Map.entry("val", "value"));

    private static final List<String> RECOVERABLE_TAKEN_OFF = List.of(
            "net of all recoverable vat",
            "net of recoverable vat",
            "net of any recoverable vat",
            "less recoverable vat",
            "excluding of recoverable vat",
            "excluding recoverable vat",
            "including irrecoverable vat",
            "including non recoverable vat",
            "including of irrecoverable vat",
            "plus irrecoverable vat");
    private static final List<String> TAKEN_OFF = List.of(
            "excluding of vat",
            "excluding vat",
            "net of vat",
            "vat excluding",
            "less vat",
            "before vat",
            "without vat",
            "minus vat",
            "w o vat",
            "excluding tax",
            "net of tax",
            "before tax");
    private static final List<String> LEFT_IN = List.of(
            "including of vat",
            "including vat",
            "gross of vat",
            "vat including",
            "with vat",
            "plus vat",
            "including tax");

    private HeaderWords() {}

    /** For example {@code * NetAmount (£)} and {@code amounts_excl_VAT} become {@code net amount}. */
    static String of(String header) {
        String text = Cells.strip(header);
        if (text.equals("\u00A3")) {
            return "pound";
        }
        for (String broken : BROKEN_POUNDS) {
            text = text.replace(broken, " ");
        }
        boolean ofText = text.toLowerCase(Locale.ROOT).endsWith(OF_TEXT);
        List<String> words = words(ofText ? text.substring(0, text.length() - OF_TEXT.length()) : text);
        while (words.size() > 1 && CURRENCY.contains(words.getLast())) {
            words.removeLast();
        }
        return aboutVat(String.join(" ", ofText ? named(words) : words));
    }

    private static List<String> named(List<String> words) {
        if (!words.isEmpty() && CODES.contains(words.getLast())) {
            words.removeLast();
        }
        if (!words.isEmpty() && !NAMES.contains(words.getLast())) {
            words.add("name");
        }
        return words;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\u2019') {
                continue;
            }
            boolean inWord = Character.isLetterOrDigit(c);
            if (!inWord || (i > 0 && startsWord(text, i))) {
                end(word, words);
            }
            if (inWord) {
                word.append(Character.toLowerCase(c));
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            String plain = word.toString();
            String singular = singular(WRITTEN_OUT.getOrDefault(plain, plain));
            if (!plain.equals(ARTICLE)) {
                words.add(WRITTEN_OUT.getOrDefault(singular, singular));
            }
            word.setLength(0);
        }
    }

    private static String singular(String word) {
        if (word.length() < SHORTEST_PLURAL
                || !word.endsWith("s")
                || word.endsWith("ss")
                || NO_PLURALS.contains(word)) {
            return word;
        }
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.substring(0, word.length() - 1);
    }

    private static String aboutVat(String words) {
        if (!words.contains("vat") && !words.contains("tax")) {
            return words;
        }
        String found = moved(words, RECOVERABLE_TAKEN_OFF, NET_OF_RECOVERABLE);
        found = found.equals(words) ? moved(words, TAKEN_OFF, NET) : found;
        return found.equals(words) ? moved(words, LEFT_IN, GROSS) : found;
    }

    private static String moved(String words, List<String> phrases, String front) {
        String padded = " " + words + " ";
        for (String phrase : phrases) {
            int at = padded.indexOf(" " + phrase + " ");
            if (at >= 0) {
                String rest = (padded.substring(0, at) + padded.substring(at + phrase.length() + 1)).strip();
                return rest.isEmpty() ? front + "amount" : (rest + " ").startsWith(front) ? rest : front + rest;
            }
        }
        return words;
    }

    /**
     * Whether a capital after a small letter, the last capital of several before a small letter, or a figure after
     * a letter.
     */
    private static boolean startsWord(String text, int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        if (Character.isDigit(here)) {
            return Character.isLetter(before);
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean followedBySmall = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return Character.isLowerCase(before) || (Character.isUpperCase(before) && followedBySmall);
    }
}
