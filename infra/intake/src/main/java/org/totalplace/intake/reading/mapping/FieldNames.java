package org.totalplace.intake.reading.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Content;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.RecordLayout;

/** How well a header names a field. Headers are in the form that {@link HeaderWords} gives them. */
final class FieldNames {

    /** Too common to mean anything within a longer header. */
    private static final Set<String> ONLY_ALONE = Set.of("""
            account, activity, card, category, city, code, commodity, company, contractor, cost, county, day, department,
            detail, division, end, expenditure, function, fund, gpc, gross, hour, house, id, invoiced, kind, method, month,
            name, net, nominal, objective, outcome, paid, payment, period, pound, provider, purpose, quarter, reading, reason, reference,
            result, road, score, section, service, source, spend, spending, spent, start, status, sterling, subjective,
            sum, summary, team, text, thomson, total, town, transaction, type, unit, updated, value
            """.strip().split(",\\s+", -1));

    /** Right as they are, and a letter away from a name: an invoice is a number, what was invoiced an amount. */
    private static final Set<String> NO_MISSPELLING = Set.of("invoice");

    private static final String NAME = " name";
    private static final double A_RANK = 0.002;
    private static final double EXACT = 1;
    private static final double CONTAINED = 0.75;
    private static final double OF_MONEY = 0.62;
    private static final double OF_KIND = 0.7;
    private static final double OF_KIND_AND_NAME = 0.97;
    private static final double MISSPELT = 0.7;
    private static final double AN_EXTRA_WORD = 0.03;
    private static final double LEAST = 0.4;
    /** Letters of a header for one wrong letter. */
    private static final int A_WRONG_LETTER = 6;

    private static final int MOST_WRONG_LETTERS = 2;

    /** Layouts are few and their names are formed once. */
    private static final Map<RecordLayout, List<FieldNames>> KNOWN = new ConcurrentHashMap<>();

    private final Field field;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final List<Name> telling;
    private final List<String> avoided;
    private final Set<String> parts;

    /**
     * A name that means something within a longer header.
     *
     * @param padded with a space before and behind
     */
    private record Name(String padded, int rank, int words) {}

    private FieldNames(Field field) {
        this.field = field;
        field.synonyms().forEach(synonym -> ranks.putIfAbsent(HeaderWords.of(synonym), ranks.size()));
        ranks.putIfAbsent(HeaderWords.of(field.name()), 0);
        this.telling = ranks.entrySet().stream()
                .filter(name -> !ONLY_ALONE.contains(name.getKey()))
                .map(name -> new Name(" " + name.getKey() + " ", name.getValue(), countWords(name.getKey())))
                .toList();
        this.avoided = field.avoided().stream()
                .map(word -> " " + HeaderWords.of(word) + " ")
                .toList();
        this.parts = field.parts().stream().map(HeaderWords::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Of each field of a layout, in their order. */
    static List<FieldNames> of(RecordLayout layout) {
        return KNOWN.computeIfAbsent(
                layout, fresh -> fresh.fields().stream().map(FieldNames::new).toList());
    }

    Field field() {
        return field;
    }

    /** A score from 0 for no name of the field to 1 for the preferred one. */
    double score(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        Integer rank = rank(words);
        return rank == null ? Math.max(contained(words), ofKind(words)) : EXACT - rank * A_RANK;
    }

    /** A score for an amount that is said to be net or gross, or money, and no more: {@code net spend, sum paid}. */
    private double ofKind(String words) {
        if (!field.required() || field.type() != FieldType.AMOUNT) {
            return 0;
        }
        if (!AmountKind.isNamedIn(words)) {
            return AmountKind.isMoney(words) ? OF_MONEY : 0;
        }
        Integer rank = ranks.get(AmountKind.without(words));
        return rank == null ? OF_KIND : Math.max(OF_KIND, OF_KIND_AND_NAME - rank * A_RANK);
    }

    /** Whether a header is a name of the field and nothing else. */
    boolean isExact(String words) {
        return rank(words) != null;
    }

    /** The name of a thing goes for the thing, as in {@code service plan name}. */
    private @Nullable Integer rank(String words) {
        Integer rank = ranks.get(words);
        boolean named = rank == null && field.content() == Content.WORDS_RATHER && words.endsWith(NAME);
        return named ? ranks.get(words.substring(0, words.length() - NAME.length())) : rank;
    }

    /** Whether a header names one of the columns that make up the field together. */
    boolean isPart(String words) {
        return parts.contains(words);
    }

    /** Whether a header says that its column is something else. */
    boolean isAvoided(String words) {
        String padded = " " + withoutVatPhrase(words) + " ";
        for (String word : avoided) {
            if (padded.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A score for a header with a wrong letter or two, 0 if it is no name even so. */
    double misspelt(String words) {
        int allowed = Math.min(words.length() / A_WRONG_LETTER, MOST_WRONG_LETTERS);
        if (allowed == 0 || isAvoided(words) || NO_MISSPELLING.contains(words)) {
            return 0;
        }
        return ranks.entrySet().stream()
                .filter(name -> isWithin(name.getKey(), words, allowed))
                .mapToDouble(name -> MISSPELT - name.getValue() * A_RANK)
                .max()
                .orElse(0);
    }

    private double contained(String words) {
        if (isAvoided(words)) {
            return 0;
        }
        String bare = withoutVatPhrase(words);
        String padded = " " + bare + " ";
        int count = countWords(bare);
        double best = 0;
        for (Name name : telling) {
            if (padded.contains(name.padded())) {
                double score = CONTAINED - name.rank() * A_RANK - (count - name.words()) * AN_EXTRA_WORD;
                best = Math.max(best, Math.max(LEAST, score));
            }
        }
        return best;
    }

    private static String withoutVatPhrase(String words) {
        return words.startsWith(HeaderWords.NET_OF_RECOVERABLE)
                ? "net " + words.substring(HeaderWords.NET_OF_RECOVERABLE.length())
                : words;
    }

    private static int countWords(String words) {
        return (int) words.chars().filter(c -> c == ' ').count() + 1;
    }

    /** Whether one text becomes the other by changing, dropping or adding no more letters than allowed. */
    private static boolean isWithin(String one, String other, int allowed) {
        if (Math.abs(one.length() - other.length()) > allowed) {
            return false;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()] <= allowed;
    }
}
