package org.totalplace.gateway.page.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/** Says in words when a schedule of the standard is open. */
final class ScheduleWords {

    private static final Set<String> DAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Words words;

    ScheduleWords(Words words) {
        this.words = words;
    }

    String of(JsonNode schedule) {
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

    private String days(JsonNode schedule) {
        String byday = schedule.path("byday").asString("").toUpperCase(Locale.ROOT);
        if (byday.isEmpty()) {
            return schedule.path("freq").asString("").equalsIgnoreCase("DAILY") ? words.say("service.every-day") : "";
        }
        return Arrays.stream(byday.split("[,;\\s]+", -1)).map(this::day).collect(Collectors.joining(", "));
    }

    /** {@code 1MO} is the first Monday of the month. */
    private String day(String written) {
        String day = written.replaceFirst("^[+-]?\\d+", "");
        String number = written.substring(0, written.length() - day.length()).replace("+", "");
        String name = DAYS.contains(day) ? words.say("service.day." + day) : written;
        return number.isEmpty() ? name : words.say("service.day-of-month", number.equals("-1") ? "last" : number, name);
    }

    private String hours(JsonNode schedule) {
        String opens = hour(schedule.path("opens_at").asString(""));
        String closes = hour(schedule.path("closes_at").asString(""));
        if (opens.isEmpty()) {
            return closes.isEmpty() ? "" : words.say("service.until", closes);
        }
        return closes.isEmpty() ? words.say("service.from", opens) : words.say("service.hours", opens, closes);
    }

    private static String hour(String time) {
        return time.length() < 4 ? "" : time.substring(0, time.indexOf(':') + 3);
    }

    private String every(JsonNode schedule) {
        int interval = schedule.path("interval").asInt(1);
        return interval > 1 && schedule.path("freq").asString("").equalsIgnoreCase("WEEKLY")
                ? words.say("service.every-weeks", interval)
                : "";
    }

    private String until(JsonNode schedule) {
        String last = schedule.path("valid_to").asString("");
        return last.isEmpty()
                ? ""
                : words.say("service.until", words.day(last.substring(0, Math.min(10, last.length()))));
    }
}
