package org.totalplace.gateway.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Days and times as pages print them, in the place's own time. */
final class Times {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String ENGLISH_TIME = "d MMMM yyyy 'at' H:mm";
    private static final String WELSH_TIME = "d MMMM yyyy 'am' H:mm";

    private Times() {}

    /** @param locale of the reader's language */
    static String shown(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("cy") ? WELSH_TIME : ENGLISH_TIME, locale)
                .format(at.atZone(LONDON));
    }

    /** @param text an instant or a day as services write it; anything else is shown as it is */
    static String shown(String text, Locale locale) {
        try {
            return text.length() == 10
                    ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(LocalDate.parse(text))
                    : shown(Instant.parse(text), locale);
        } catch (DateTimeParseException notATime) {
            return text;
        }
    }

    /** @param text a month or a day as services write it */
    static String monthOrDay(String text, Locale locale) {
        try {
            return text.length() == 7
                    ? DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(text))
                    : shown(text, locale);
        } catch (DateTimeParseException notAMonth) {
            return text;
        }
    }
}
