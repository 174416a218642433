package org.totalplace.journey.community.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.totalplace.journey.community.listing.UkPostcode;
import org.totalplace.starter.problem.Problem;

/**
 * What somebody looks for: the standard's parameters, and those of need, place, time and person. A parameter that is
 * there but blank, as forms send it, asks for nothing.
 */
record ServiceSearch(
        @Nullable String search,
        @Nullable String term,
        @Nullable String taxonomy,
        @Nullable String organization,
        @Nullable LocalDate modifiedAfter,
        @Nullable String district,
        @Nullable Near near,
        @Nullable Integer weekday,
        @Nullable Integer minute,
        @Nullable String accessibility,
        @Nullable Integer age,
        @Nullable String language,
        int page,
        int perPage,
        boolean minimal,
        boolean full) {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST = 200;
    private static final int NEAR_BY = 5_000;
    private static final int FARTHEST = 200_000;
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,12})?");

    /** @param metres how far at most */
    record Near(BigDecimal latitude, BigDecimal longitude, int metres) {}

    /** @throws Problem 400 for a value that cannot be read */
    static ServiceSearch of(MultiValueMap<String, String> query) {
        Given given = new Given(query.toSingleValueMap());
        return new ServiceSearch(
                given.text("search").orElse(null),
                given.text("taxonomy_term_id").orElse(null),
                given.text("taxonomy_id").orElse(null),
                given.text("organization_id").orElse(null),
                given.text("modified_after").map(ServiceSearch::day).orElse(null),
                given.text("postcode").map(ServiceSearch::districtOf).orElse(null),
                near(given),
                given.text("day").map(ServiceSearch::weekday).orElse(null),
                given.text("time").map(ServiceSearch::minute).orElse(null),
                given.text("accessibility").orElse(null),
                given.whole("age", 0, 150).orElse(null),
                given.text("language")
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .orElse(null),
                given.whole("page", 1, LAST_PAGE).orElse(1),
                given.whole("per_page", 1, MOST).orElse(USUAL),
                given.is("minimal"),
                given.is("full"));
    }

    private record Given(Map<String, String> values) {

        Optional<String> text(String name) {
            String value = values.getOrDefault(name, "");
            if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
                throw refused(name, "At most " + LONGEST + " characters, none of them a zero byte.");
            }
            return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
        }

        Optional<Integer> whole(String name, int least, int most) {
            return text(name).map(value -> {
                if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                    throw refused(name, "A whole number from " + least + " to " + most + ", not '" + value + "'.");
                }
                return Integer.parseInt(value);
            });
        }

        Optional<BigDecimal> degrees(String name, int most) {
            return text(name).map(value -> {
                if (!NUMBER.matcher(value).matches()
                        || new BigDecimal(value).abs().compareTo(BigDecimal.valueOf(most)) > 0) {
                    throw refused(name, "Degrees from -" + most + " to " + most + ", not '" + value + "'.");
                }
                return new BigDecimal(value);
            });
        }

        boolean is(String name) {
            return text(name).map(value -> value.equalsIgnoreCase("true")).orElse(false);
        }
    }

    private static @Nullable Near near(Given given) {
        Optional<BigDecimal> latitude = given.degrees("latitude", 90);
        Optional<BigDecimal> longitude = given.degrees("longitude", 180);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        return new Near(
                latitude.orElseThrow(() -> refused("latitude", "A point needs both latitude and longitude.")),
                longitude.orElseThrow(() -> refused("longitude", "A point needs both latitude and longitude.")),
                given.whole("proximity", 1, FARTHEST).orElse(NEAR_BY));
    }

    private static String districtOf(String postcode) {
        return UkPostcode.districtOf(postcode)
                .orElseThrow(() -> refused(
                        "postcode", "A postcode or its first half, like NM1 or NM1 2AB, not '" + postcode + "'."));
    }

    private static int weekday(String day) {
        String asked = day.toLowerCase(Locale.ROOT);
        for (int i = 0; i < DAYS.size(); i++) {
            if (asked.length() >= 2 && DAYS.get(i).startsWith(asked)) {
                return i + 1;
            }
        }
        throw Problem.badInput("day", "invalid-search", "A day of the week, not '" + day + "'.", DAYS);
    }

    private static int minute(String time) {
        try {
            LocalTime read = LocalTime.parse(time.length() == 4 ? "0" + time : time);
            return read.getHour() * 60 + read.getMinute();
        } catch (DateTimeParseException unreadable) {
            throw refused("time", "A time like 14:30, not '" + time + "'.");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException unreadable) {
            throw refused("modified_after", "A day like 2025-03-15, not '" + text + "'.");
        }
    }

    private static Problem refused(String name, String message) {
        return Problem.badInput(name, "invalid-search", message);
    }
}
