package org.totalplace.journey.community.listing;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the values of the standard's fields; what cannot be read is empty. */
final class Cells {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+");
    private static final Pattern HOURS =
            Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\S+)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,20})?");

    private Cells() {}

    /** A day, or the day of a moment. */
    static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10))).filter(day -> isOfOurEra(day.getYear()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Hours and minutes, 24:00 being midnight. */
    static Optional<LocalTime> time(String text) {
        var matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1)) % 24;
        return Optional.of(LocalTime.of(hour, Integer.parseInt(matcher.group(2))));
    }

    /** A moment; without an offset it is taken as UTC, a day as its beginning. */
    static Optional<Instant> moment(String text) {
        try {
            if (text.length() == 10) {
                return date(text).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String written = text.replace(' ', 'T');
            OffsetDateTime moment = written.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(written)
                    : LocalDateTime.parse(written).atOffset(ZoneOffset.UTC);
            return Optional.of(moment.toInstant())
                    .filter(instant ->
                            isOfOurEra(instant.atOffset(ZoneOffset.UTC).getYear()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The database and JSON write other years otherwise than Java does. */
    private static boolean isOfOurEra(int year) {
        return year >= 1 && year <= 9999;
    }

    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether it leads to the web and not into a program, as {@code javascript:} does. */
    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
