package org.totalplace.outcomes.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where persons live, by parts of their postcode: the area {@code NM} holds the district {@code NM4}, which holds the
 * sector {@code NM4 1}. Nothing finer than a sector, which is some thousands of homes, leaves the identity records.
 *
 * @param code as it is written in answers; {@code x} where it is not known
 */
public record Area(String code) {

    /** Where nobody knows where a person lives. */
    public static final Area NOT_KNOWN = new Area("x");

    private static final Pattern PARTS = Pattern.compile("(([A-Z]{1,2})[0-9][0-9A-Z]?)( [0-9])?");
    private static final Pattern WHOLE = Pattern.compile("[A-WYZ]|[A-Z]{2}");

    /** How much of a postcode an area is of. */
    public enum Level {
        POSTCODE_AREA,
        POSTCODE_DISTRICT,
        POSTCODE_SECTOR;

        public static Optional<Level> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(level -> level.code().equals(code))
                    .findFirst();
        }

        public static String codes() {
            return Arrays.stream(values()).map(Level::code).collect(Collectors.joining(", "));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The area of the text, as somebody asks for it; empty for what is none. */
    public static Optional<Area> ofCode(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return PARTS.matcher(code).matches() || WHOLE.matcher(code).matches()
                ? Optional.of(new Area(code))
                : Optional.empty();
    }

    /** The codes of the areas around a sector, the largest first, and its own; none for what is no sector. */
    public static List<String> around(@Nullable String sector) {
        if (sector == null) {
            return List.of();
        }
        Matcher parts = PARTS.matcher(sector);
        return parts.matches() && parts.group(3) != null ? List.of(parts.group(2), parts.group(1), sector) : List.of();
    }

    /** The level; empty where the area is not known. */
    public Optional<Level> level() {
        if (equals(NOT_KNOWN)) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(code);
        if (!parts.matches()) {
            return Optional.of(Level.POSTCODE_AREA);
        }
        return Optional.of(parts.group(3) == null ? Level.POSTCODE_DISTRICT : Level.POSTCODE_SECTOR);
    }

    /** The area that this one is a part of; empty at the top. */
    public Optional<Area> whole() {
        return chain().stream().skip(1).findFirst();
    }

    /** Whether this area is the other or lies in it. */
    public boolean isIn(Area other) {
        return chain().contains(other);
    }

    /** This area and those around it, the smallest first. */
    private List<Area> chain() {
        List<Area> chain = new ArrayList<>(List.of(this));
        Matcher parts = PARTS.matcher(code);
        if (parts.matches()) {
            if (parts.group(3) != null) {
                chain.add(new Area(parts.group(1)));
            }
            chain.add(new Area(parts.group(2)));
        }
        return chain;
    }
}
