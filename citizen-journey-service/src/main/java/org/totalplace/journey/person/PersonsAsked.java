package org.totalplace.journey.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/**
 * Which persons are asked for, by what agencies know of them. Persons of whom no agency knows where they live, or when
 * they were born, are in no area or band.
 *
 * @param area first half of a postcode; null for anywhere
 * @param ageBand null for any
 */
public record PersonsAsked(@Nullable String area, @Nullable AgeBand ageBand) {

    public static final PersonsAsked ANYBODY = new PersonsAsked(null, null);

    /** What is known of persons: {@code person, area, born}; the placeholder is a query of persons. */
    public static final String DESCRIBED = """
            select p.person, split_part(%s, ' ', 1) as area, %s as born
              from person_subject p join identity_record i on i.subject = p.subject
             where p.person in (%%s)
             group by p.person
            """.formatted(NewestRecord.SECTOR, NewestRecord.BORN);

    private static final String REMOVE_OTHERS = """
            with described as (%s)
            delete from %s t
             where not exists (select from described d
                                where d.person = t.person
                                  and (cast(? as text) is null or d.area = ?)
                                  and (cast(? as date) is null or d.born between ? and ?))
            """;

    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

    /** 400 where area or band cannot be read. */
    public static PersonsAsked read(@Nullable String area, @Nullable String ageBand) {
        String outward = area == null ? null : area.strip().toUpperCase(Locale.ROOT);
        if (outward != null && !OUTWARD.matcher(outward).matches()) {
            throw Problem.badInput(
                    "area",
                    "invalid-area",
                    "An area is the first half of a postcode, such as NM4; not '" + area + "'.");
        }
        return new PersonsAsked(outward, ageBand == null ? null : AgeBand.asked(ageBand));
    }

    public boolean areAnybody() {
        return area == null && ageBand == null;
    }

    /** The band's code; null for any. */
    public @Nullable String band() {
        return ageBand == null ? null : ageBand.code();
    }

    /** What marks them, for comparing answers; null for anything. */
    public Map<String, @Nullable String> marks() {
        Map<String, @Nullable String> marks = new HashMap<>();
        marks.put("area", area);
        marks.put("ageBand", band());
        return marks;
    }

    public boolean hold(@Nullable String livingIn, @Nullable LocalDate born, FinancialYear year) {
        return (area == null || area.equals(livingIn))
                && (ageBand == null || (born != null && ageBand.holds(born, year)));
    }

    /** Leaves only rows of these persons in a temporary table that has a column {@code person}. */
    public void sift(Connection connection, String table, FinancialYear year) throws SQLException {
        if (!areAnybody()) {
            LocalDate earliest = ageBand == null ? null : ageBand.earliestBorn(year);
            LocalDate latest = ageBand == null ? null : ageBand.latestBorn(year);
            Statements.run(
                    connection,
                    REMOVE_OTHERS.formatted(DESCRIBED.formatted("select person from " + table), table),
                    area,
                    area,
                    earliest,
                    earliest,
                    latest);
        }
    }
}
