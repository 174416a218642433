package org.totalplace.outcomes.summary;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.starter.problem.Problem;

/**
 * What a summary is asked for.
 *
 * @param from first month of the latest observation
 * @param to last month of the latest observation
 */
record SummaryAsked(
        Set<Grouping> groupBy,
        @Nullable String measure,
        @Nullable String domain,
        @Nullable String journey,
        @Nullable String stage,
        @Nullable String agency,
        @Nullable YearMonth from,
        @Nullable YearMonth to) {

    /** Reads the parameters, or tells which is wrong. */
    static SummaryAsked of(
            @Nullable String groupBy,
            @Nullable String measure,
            @Nullable String domain,
            @Nullable String journey,
            @Nullable String stage,
            @Nullable String agency,
            @Nullable String from,
            @Nullable String to) {
        Set<Grouping> groupings = EnumSet.noneOf(Grouping.class);
        for (String code : groupBy == null || groupBy.isBlank() ? new String[0] : groupBy.split(",", -1)) {
            groupings.add(Grouping.ofCode(code.strip()).orElseThrow(() -> unknown(code.strip())));
        }
        // Persons of different measures are not added up, those of a domain are counted by its status.
        if (!groupings.contains(Grouping.DOMAIN) || measure != null) {
            groupings.add(Grouping.MEASURE);
        }
        if (domain != null && Domain.ofCode(domain).isEmpty()) {
            throw Problem.badInput(
                    "domain", "invalid-value", "A domain is social, environmental or economic, not '" + domain + "'.");
        }
        return new SummaryAsked(
                groupings, measure, domain, journey, stage, agency, month("from", from), month("to", to));
    }

    /** Whether rows tell domains' statuses and not measures'. */
    boolean ofDomains() {
        return !groupBy.contains(Grouping.MEASURE);
    }

    boolean needsJourneys() {
        return groupBy.contains(Grouping.JOURNEY)
                || groupBy.contains(Grouping.STAGE)
                || journey != null
                || stage != null;
    }

    boolean needsAgencies() {
        return groupBy.contains(Grouping.AGENCY) || agency != null;
    }

    boolean needsAreas() {
        return groupBy.contains(Grouping.AREA);
    }

    /** What leaving out journey, stage or agency would ask for: each of its groups holds some of these. */
    Set<SummaryAsked> around() {
        Set<SummaryAsked> around = new LinkedHashSet<>();
        for (SummaryAsked wider : List.of(
                this, without(EnumSet.of(Grouping.STAGE)), without(EnumSet.of(Grouping.JOURNEY, Grouping.STAGE)))) {
            around.add(wider);
            around.add(wider.without(EnumSet.of(Grouping.AGENCY)));
        }
        around.remove(this);
        return around;
    }

    private SummaryAsked without(Set<Grouping> left) {
        Set<Grouping> groupings = EnumSet.copyOf(groupBy);
        groupings.removeAll(left);
        return new SummaryAsked(
                groupings,
                measure,
                domain,
                left.contains(Grouping.JOURNEY) ? null : journey,
                left.contains(Grouping.STAGE) ? null : stage,
                left.contains(Grouping.AGENCY) ? null : agency,
                from,
                to);
    }

    /** The columns of the query by which rows are grouped. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Grouping grouping : groupBy) {
            keys.add(grouping.column());
            if (grouping == Grouping.MEASURE) {
                keys.add("series");
            }
        }
        return keys;
    }

    private static Problem unknown(String code) {
        return Problem.badInput(
                "groupBy",
                "invalid-value",
                "groupBy takes " + Grouping.codes() + ", parted by commas, not '" + code + "'.");
    }

    private static @Nullable YearMonth month(String path, @Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException notAMonth) {
            throw Problem.badInput(path, "invalid-month", path + " is a month like 2025-03, not '" + text + "'.");
        }
    }
}
