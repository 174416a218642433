package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.source.SourceRecord;

/** Headings between the rows, which say the month or the service of what follows where no column does. */
final class Sections {

    private static final int MOST_TOLD = 5;

    private final boolean wantsDay;
    private final boolean wantsService;
    private final Set<String> services = new LinkedHashSet<>();
    private final Set<LocalDate> months = new LinkedHashSet<>();
    private @Nullable LocalDate day;
    private @Nullable String service;

    /**
     * The headings of one table.
     *
     * @param wantsDay whether no column says the day
     * @param day of rows without a heading; null if nothing says it
     * @param wantsService whether no column says the service
     */
    Sections(boolean wantsDay, @Nullable LocalDate day, boolean wantsService) {
        this.wantsDay = wantsDay;
        this.day = day;
        this.wantsService = wantsService;
    }

    /** The month that a record names by itself, or null. */
    static @Nullable LocalDate month(SourceRecord record) {
        String only = StrayRows.only(record);
        if (only == null) {
            return null;
        }
        String text = only.endsWith(":") ? Cells.strip(only.substring(0, only.length() - 1)) : only;
        return MonthText.firstDay(text);
    }

    /**
     * Takes a record in which neither day nor amount could be read, and tells whether it is a heading.
     *
     * @param guarded columns in which a heading may be a payment that lost the rest
     */
    boolean take(SourceRecord record, Set<Integer> guarded) {
        LocalDate month = month(record);
        if (month != null) {
            if (wantsDay) {
                day = month;
                months.add(month);
            }
            return true;
        }
        String heading = StrayRows.heading(record, guarded);
        if (heading != null && wantsService) {
            service = heading;
        }
        return heading != null;
    }

    /** The day of the rows that follow, where no column says it. */
    @Nullable
    LocalDate day() {
        return day;
    }

    /** The service of the rows that follow; null if no heading says it. */
    @Nullable
    String service() {
        if (service != null) {
            services.add(service);
        }
        return service;
    }

    /** Adds what is to be told after the last row. */
    void addTo(java.util.List<Problem> problems) {
        if (!services.isEmpty()) {
            String names = services.stream()
                    .limit(MOST_TOLD)
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", "));
            String more = services.size() > MOST_TOLD ? " and " + (services.size() - MOST_TOLD) + " more" : "";
            problems.add(Problem.ofFile(
                    ProblemType.TITLE_ROW,
                    "Headings between the rows were taken for the service of the rows below them: " + names + more
                            + "."));
        }
        if (!months.isEmpty()) {
            problems.add(Problem.ofFile(
                    ProblemType.TITLE_ROW,
                    "Headings between the rows say the month (" + months.size()
                            + " of them): the rows below each were dated the first day of it."));
        }
    }
}
