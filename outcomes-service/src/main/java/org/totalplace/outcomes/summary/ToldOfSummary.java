package org.totalplace.outcomes.summary;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.summary.SummaryCounts.Counted;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.ToldGroup;

/**
 * Of whom a summary tells: the persons of every row that is shown whole. Journeys and agencies are no marks of members:
 * a person may be on several and be seen by several, so that whoever is left over when one is taken away is on no list.
 */
final class ToldOfSummary {

    private ToldOfSummary() {}

    static List<ToldGroup> of(SummaryAsked asked, List<Counted> groups, SummaryAnswer answer) {
        Map<Map<String, String>, SummaryAnswer.Row> rows = answer.results().stream()
                .collect(Collectors.toMap(SummaryAnswer.Row::keys, row -> row, (one, same) -> one));
        List<ToldGroup> told = new ArrayList<>();
        for (Counted counted : groups) {
            SummaryAnswer.Row row = rows.get(SummaryAnswer.named(counted.keys()));
            long persons = counted.persons().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            boolean isWhole = row != null && row.byStatus().values().stream().allMatch(count -> count.value() != null);
            if (isWhole && PublishedCount.of(persons).value() != null) {
                told.add(group(asked, counted.keys(), persons));
            }
        }
        return told;
    }

    private static ToldGroup group(SummaryAsked asked, Map<String, String> keys, long persons) {
        Map<String, @Nullable String> members = new HashMap<>();
        members.put("stage", keys.getOrDefault("stage", asked.stage()));
        members.put("area", keys.get("area"));
        members.put("months", months(asked, keys.get("month")));
        return ToldGroup.of(
                List.of(
                        "summary",
                        asked.ofDomains() ? "domain" : "measure",
                        Objects.requireNonNullElse(keys.get("domain"), ""),
                        Objects.requireNonNullElse(keys.get("measure"), ""),
                        Objects.requireNonNullElse(keys.get("series"), ""),
                        either(keys.get("map"), asked.journey()),
                        either(keys.get("agency"), asked.agency())),
                members,
                persons);
    }

    private static String either(@Nullable String ofRow, @Nullable String asked) {
        return ofRow == null ? Objects.requireNonNullElse(asked, "") : ofRow;
    }

    private static @Nullable String months(SummaryAsked asked, @Nullable String ofRow) {
        if (ofRow != null) {
            return ofRow + ".." + ofRow;
        }
        YearMonth from = asked.from();
        YearMonth to = asked.to();
        return from == null && to == null ? null : Objects.toString(from, "") + ".." + Objects.toString(to, "");
    }
}
