package org.totalplace.gateway.page.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.totalplace.gateway.page.Times;
import tools.jackson.databind.JsonNode;

/** Says in words when a schedule of the standard is open. */
final class ScheduleWords {

    private static final Map<String, String> DAYS = Map.of(
            "MO", "Monday",
            "TU", "Tuesday",
            "WE", "Wednesday",
            "TH", "Thursday",
            "FR", "Friday",
            "SA", "Saturday",
            "SU", "Sunday");

    private static final Map<String, String> WHICH =
            Map.of("1", "first", "2", "second", "3", "third", "4", "fourth", "-1", "last");

    private ScheduleWords() {}

    static String of(JsonNode schedule) {
        List<String> parts = Stream.of(
                        days(schedule),
                        hours(schedule),
                        every(schedule),
                        until(schedule),
                        schedule.path("description").asString(""))
                .filter(part -> !part.isEmpty())
                .toList();
        return String.join(", ", parts);
    }

    private static String days(JsonNode schedule) {
        String byday = schedule.path("byday").asString("").toUpperCase(Locale.ROOT);
        if (byday.isEmpty()) {
            return schedule.path("freq").asString("").equalsIgnoreCase("DAILY") ? "Every day" : "";
        }
        return Arrays.stream(byday.split("[,;\\s]+", -1))
                .map(ScheduleWords::day)
                .collect(Collectors.joining(", "));
    }

    /** {@code 1MO} is the first Monday of the month. */
    private static String day(String written) {
        String day = written.replaceFirst("^[+-]?\\d+", "");
        String number = written.substring(0, written.length() - day.length()).replace("+", "");
        String name = DAYS.getOrDefault(day, written);
        return number.isEmpty() ? name : WHICH.getOrDefault(number, number) + " " + name + " of the month";
    }

    private static String hours(JsonNode schedule) {
        String opens = hour(schedule.path("opens_at").asString(""));
        String closes = hour(schedule.path("closes_at").asString(""));
        if (opens.isEmpty()) {
            return closes.isEmpty() ? "" : "until " + closes;
        }
        return closes.isEmpty() ? "from " + opens : opens + " to " + closes;
    }

    private static String hour(String time) {
        return time.length() < 4 ? "" : time.substring(0, time.indexOf(':') + 3);
    }

    private static String every(JsonNode schedule) {
        int interval = schedule.path("interval").asInt(1);
        return interval > 1 && schedule.path("freq").asString("").equalsIgnoreCase("WEEKLY")
                ? "every " + interval + " weeks"
                : "";
    }

    private static String until(JsonNode schedule) {
        String last = schedule.path("valid_to").asString("");
        return last.isEmpty() ? "" : "until " + Times.shown(last.substring(0, Math.min(10, last.length())));
    }
}
