package org.totalplace.spend.transfer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the kind of a transfer by the first rule that fits, in a table with a version. */
public final class TransferRules {

    /** Grows whenever {@code rules.csv} changes. */
    public static final String VERSION = "2026-11";

    private static final List<Rule> RULES = read();

    private TransferRules() {}

    /**
     * A kind with the reason for it.
     *
     * @param rule the edition of the rules and the words by which it was told
     */
    public record Told(TransferKind kind, String rule) {}

    /** An empty set of kinds means any. */
    private record Rule(TransferKind kind, Pattern words, Set<String> payers, Set<String> payees) {

        boolean fits(String payer, String payee, String text) {
            return (payers.isEmpty() || payers.contains(payer))
                    && (payees.isEmpty() || payees.contains(payee))
                    && words.matcher(text).find();
        }
    }

    /**
     * @param payer the kind of agency that pays
     * @param payee the kind of agency that is paid
     * @param text what the line says of its purpose, category and service
     */
    public static Told kindOf(String payer, String payee, String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[-_/:,.]+", " ");
        for (Rule rule : RULES) {
            if (rule.fits(payer, payee, words)) {
                return new Told(rule.kind(), "transfer rules " + VERSION + ": " + rule.words());
            }
        }
        return new Told(TransferKind.PAYEE, "transfer rules " + VERSION + ": named partner");
    }

    private static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(TransferRules.class.getResourceAsStream("rules.csv")),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> rules.add(rule(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("The rules of transfers cannot be read", e);
        }
        return List.copyOf(rules);
    }

    private static Rule rule(NamedCsvRecord row) {
        String kind = row.getField("kind");
        return new Rule(
                TransferKind.ofCode(kind)
                        .orElseThrow(() -> new IllegalStateException("A rule names the kind '" + kind + "'")),
                Pattern.compile("\\b(?:" + row.getField("words") + ")"),
                kinds(row.getField("payers")),
                kinds(row.getField("payees")));
    }

    private static Set<String> kinds(String field) {
        return field.isEmpty() ? Set.of() : Set.of(field.split("\\|"));
    }
}
