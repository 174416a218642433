package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.util.List;

/**
 * One person's way in a log.
 *
 * @param id made for this log alone
 * @param events in the order of their start
 */
record LogCase(String id, List<Event> events) {

    LogCase {
        events = List.copyOf(events);
    }

    /** A time in one stage with one agency; the days as they are told. */
    record Event(String stage, String agency, LocalDate start, LocalDate end) {}
}
