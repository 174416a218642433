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
 * Of whom a summary tells: the persons of every row that is shown whole, and those behind its mean, which may be shown
 * where a few of unknown status are hidden. Rows of months hold those observed in each; filters of months choose by the
 * latest observation.
 */
final class ToldOfSummary {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private final SummaryAsked asked;
    private final Map<String, String> keys;
    private final LocalDate today;

    private ToldOfSummary(SummaryAsked asked, Map<String, String> keys, LocalDate today) {
        this.asked = asked;
        this.keys = keys;
        this.today = today;
    }

    static List<ToldGroup> of(SummaryAsked asked, List<Counted> groups, SummaryAnswer answer) {
        Map<Map<String, String>, SummaryAnswer.Row> rows = answer.results().stream()
                .collect(Collectors.toMap(SummaryAnswer.Row::keys, row -> row, (one, same) -> one));
        LocalDate today = LocalDate.ofInstant(answer.asOf(), BRITAIN);
        List<ToldGroup> told = new ArrayList<>();
        for (Counted counted : groups) {
            SummaryAnswer.Row row = rows.get(SummaryAnswer.named(counted.keys()));
            if (row != null) {
                told.addAll(new ToldOfSummary(asked, counted.keys(), today).row(row, counted));
            }
        }
        return told;
    }

    private List<ToldGroup> row(SummaryAnswer.Row row, Counted counted) {
        List<ToldGroup> told = new ArrayList<>();
        boolean isWhole = row.byStatus().values().stream().allMatch(count -> count.value() != null);
        if (isWhole && PublishedCount.of(counted.all()).value() != null) {
            told.add(group("summary", counted.all()));
        }
        if (row.meanChange().value() != null) {
            told.add(group("mean", counted.known()));
        }
        return told;
    }

    /** A measure is of one domain, so that rows of measures are the same whether the domain is said or not. */
    private ToldGroup group(String figures, long persons) {
        Map<String, @Nullable String> members = new HashMap<>();
        members.put("journey", keys.getOrDefault("map", asked.journey()));
        members.put("agency", keys.getOrDefault("agency", asked.agency()));
        members.put("stage", keys.getOrDefault("stage", asked.stage()));
        members.put("area", keys.get("area"));
        if (keys.containsKey("month")) {
            members.put("observed", keys.get("month"));
        } else {
            members.put("months", latest());
        }
        List<String> of = asked.ofDomains()
                ? List.of(figures, "domain", keys.getOrDefault("domain", ""))
                : List.of(figures, "measure", keys.getOrDefault("measure", ""), keys.getOrDefault("series", ""));
        return ToldGroup.of(of, members, persons);
    }

    /** Months of latest observations; an end that has not come yet is none. */
    private @Nullable String latest() {
        YearMonth from = asked.from();
        YearMonth to = asked.to();
        boolean isOpen = to == null || (!to.equals(from) && !to.isBefore(YearMonth.from(today)));
        return from == null && isOpen ? null : Objects.toString(from, "") + ".." + (isOpen ? "" : to);
    }
}
