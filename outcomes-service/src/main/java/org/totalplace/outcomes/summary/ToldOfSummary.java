package org.totalplace.outcomes.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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
 * Rows of months hold those observed in each; filters of months choose by the latest observation.
 */
final class ToldOfSummary {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private ToldOfSummary() {}

    static List<ToldGroup> of(SummaryAsked asked, List<Counted> groups, SummaryAnswer answer) {
        Map<Map<String, String>, SummaryAnswer.Row> rows = answer.results().stream()
                .collect(Collectors.toMap(SummaryAnswer.Row::keys, row -> row, (one, same) -> one));
        LocalDate today = LocalDate.ofInstant(answer.asOf(), BRITAIN);
        List<ToldGroup> told = new ArrayList<>();
        for (Counted counted : groups) {
            SummaryAnswer.Row row = rows.get(SummaryAnswer.named(counted.keys()));
            long persons = counted.persons().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            boolean isWhole = row != null && row.byStatus().values().stream().allMatch(count -> count.value() != null);
            if (isWhole && PublishedCount.of(persons).value() != null) {
                told.add(group(asked, counted.keys(), persons, today));
            }
        }
        return told;
    }

    private static ToldGroup group(SummaryAsked asked, Map<String, String> keys, long persons, LocalDate today) {
        Map<String, @Nullable String> members = new HashMap<>();
        members.put("stage", keys.getOrDefault("stage", asked.stage()));
        members.put("area", keys.get("area"));
        if (keys.containsKey("month")) {
            members.put("observed", keys.get("month"));
        } else {
            members.put("months", latest(asked, today));
        }
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

    /** Months of latest observations; an end that has not come yet is none. */
    private static @Nullable String latest(SummaryAsked asked, LocalDate today) {
        YearMonth from = asked.from();
        YearMonth to = asked.to();
        boolean isOpen = to == null || (!to.equals(from) && !to.isBefore(YearMonth.from(today)));
        return from == null && isOpen ? null : Objects.toString(from, "") + ".." + (isOpen ? "" : to);
    }
}
