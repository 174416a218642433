package org.totalplace.gateway.page.person;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * One link that waits for a steward, field by field, ready to print.
 *
 * @param first subject of the first record
 * @param second subject of the second
 * @param probability that they are one person, as the model holds
 */
record DoubtfulView(
        String first, String second, List<RecordOf> records, String probability, String reason, List<FieldRow> fields) {

    record RecordOf(String agency, String person) {}

    /** @param weight above nothing speaks for one person, below for two */
    record FieldRow(String field, String meaning, String weight, boolean against, Bar bar) {}

    static DoubtfulView of(DoubtfulAnswer.Link link, Map<String, String> agencies, Words words) {
        return new DoubtfulView(
                link.subjects().getFirst().subject(),
                link.subjects().getLast().subject(),
                link.subjects().stream()
                        .map(end -> new RecordOf(agencies.getOrDefault(end.agency(), end.agency()), end.personId()))
                        .toList(),
                link.probability()
                                .movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString() + "%",
                link.reason() == null ? "" : link.reason(),
                fields(link.evidence(), words));
    }

    private static List<FieldRow> fields(DoubtfulAnswer.@Nullable Evidence evidence, Words words) {
        if (evidence == null) {
            return List.of();
        }
        List<Pence> lengths = new ArrayList<>();
        evidence.comparisons().forEach(comparison -> lengths.add(length(comparison.weight())));
        if (evidence.prior() != null) {
            lengths.add(length(evidence.prior()));
        }
        List<FieldRow> rows = new ArrayList<>();
        add(rows, words.say("doubtful.prior"), words.say("doubtful.at-random"), evidence.prior(), lengths);
        evidence.comparisons()
                .forEach(each -> add(
                        rows,
                        Words.field(each.field()),
                        each.meaning() == null ? Words.plain(each.level()) : each.meaning(),
                        each.weight(),
                        lengths));
        if (evidence.adjustment() != null && evidence.adjustment().signum() != 0) {
            add(rows, words.say("doubtful.taken-off"), words.say("doubtful.household"), evidence.adjustment(), lengths);
        }
        return rows;
    }

    private static void add(
            List<FieldRow> rows, String field, String meaning, @Nullable BigDecimal weight, List<Pence> lengths) {
        if (weight != null) {
            String shown = (weight.signum() > 0 ? "+" : "")
                    + weight.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('-', '−');
            rows.add(new FieldRow(field, meaning, shown, weight.signum() < 0, Bar.of(length(weight), lengths)));
        }
    }

    /** Only the proportions of the lengths are seen. */
    private static Pence length(BigDecimal weight) {
        return Pence.ofPounds(weight.setScale(2, RoundingMode.HALF_UP));
    }
}
