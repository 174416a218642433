package org.totalplace.gateway.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Days and times as pages print them, in the place's own time. */
public final class Times {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' H:mm", Locale.UK);

    private Times() {}

    public static String shown(Instant at) {
        return TIME.format(at.atZone(LONDON));
    }

    /** @param text an instant or a day as services write it; anything else is shown as it is, nothing as unknown */
    public static String shown(@Nullable String text) {
        if (text == null) {
            return "not known";
        }
        try {
            return text.length() == 10 ? DAY.format(LocalDate.parse(text)) : shown(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return text;
        }
    }

    /** @param text months or days as services write periods: {@code 2024-04}, {@code 2024-04/2025-03} */
    public static String period(String text) {
        return Arrays.stream(text.split("/", 2)).map(Times::monthOrDay).collect(Collectors.joining(" to "));
    }

    private static String monthOrDay(String text) {
        try {
            return text.length() == 7 ? MONTH.format(YearMonth.parse(text)) : shown(text);
        } catch (DateTimeParseException notAMonth) {
            return text;
        }
    }
}
