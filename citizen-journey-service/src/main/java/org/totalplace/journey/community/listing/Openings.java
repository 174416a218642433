package org.totalplace.journey.community.listing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the days and hours of a schedule, which is a rule of RFC 5545. Every other week and the first Monday of a month
 * count as open on that day: the page shows the schedule's own words beside it.
 */
final class Openings {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int MIDNIGHT = 24 * 60;

    private Openings() {}

    /** @param schedule checked: its dates and times can be read, or are not there */
    static List<Opening> of(JsonNode schedule) {
        LocalDate from = later(date(schedule, "valid_from"), date(schedule, "dtstart"));
        LocalDate until = earlier(date(schedule, "valid_to"), date(schedule, "until"));
        boolean once =
                text(schedule, "freq").isEmpty() && text(schedule, "byday").isEmpty();
        LocalDate last = once && date(schedule, "dtstart") != null ? date(schedule, "dtstart") : until;
        return days(schedule)
                .flatMap(day -> hours(day, minutes(schedule, "opens_at"), minutes(schedule, "closes_at")))
                .map(open -> new Opening(open.weekday(), open.opens(), open.closes(), from, last))
                .toList();
    }

    private static Stream<Integer> days(JsonNode schedule) {
        String byday = text(schedule, "byday").toUpperCase(Locale.ROOT);
        String freq = text(schedule, "freq").toUpperCase(Locale.ROOT);
        LocalDate start = date(schedule, "dtstart");
        if (!byday.isEmpty()) {
            return Arrays.stream(byday.split("[,;\\s]+", -1))
                    .map(day -> DAYS.indexOf(day.replaceFirst("^[+-]?\\d+", "")) + 1)
                    .filter(day -> day > 0)
                    .distinct();
        }
        if (freq.equals("DAILY")) {
            return IntStream.rangeClosed(1, DAYS.size()).boxed();
        }
        boolean weekOrOnce = freq.equals("WEEKLY") || freq.isEmpty();
        return weekOrOnce && start != null ? Stream.of(start.getDayOfWeek().getValue()) : Stream.empty();
    }

    /** What goes on past midnight is open on the next day too. */
    private static Stream<Opening> hours(int day, @Nullable Integer opens, @Nullable Integer closes) {
        if (opens == null || closes == null || opens < closes) {
            return Stream.of(open(day, opens, closes));
        }
        if (opens.equals(closes)) {
            return Stream.of(open(day, 0, MIDNIGHT));
        }
        Opening evening = open(day, opens, MIDNIGHT);
        int next = DayOfWeek.of(day).plus(1).getValue();
        return closes == 0 ? Stream.of(evening) : Stream.of(evening, open(next, 0, closes));
    }

    private static Opening open(int day, @Nullable Integer opens, @Nullable Integer closes) {
        return new Opening(day, opens, closes, null, null);
    }

    private static @Nullable Integer minutes(JsonNode schedule, String member) {
        return Cells.time(text(schedule, member)).map(Openings::minutes).orElse(null);
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static @Nullable LocalDate date(JsonNode schedule, String member) {
        return Cells.date(text(schedule, member)).orElse(null);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static String text(JsonNode schedule, String member) {
        return schedule.path(member).asString("");
    }
}
