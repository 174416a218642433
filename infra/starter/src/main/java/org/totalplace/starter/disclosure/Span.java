package org.totalplace.starter.disclosure;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the values of one mark lie in each other; no value at all holds every other. */
enum Span {
    /** Values that have nothing in common. */
    APART {
        @Override
        boolean holds(String outer, String inner) {
            return outer.equals(inner);
        }

        @Override
        Optional<String> level(String value) {
            return Optional.of("");
        }
    },
    /** Values of which a person may have several: taken away one by one, and never added up. */
    SHARED {
        @Override
        boolean holds(String outer, String inner) {
            return outer.equals(inner);
        }

        @Override
        Optional<String> level(String value) {
            return Optional.empty();
        }
    },
    /** Beginnings of postcodes: letters, then a district, then a sector. */
    AREA {
        @Override
        boolean holds(String outer, String inner) {
            return outer.equals(inner)
                    || inner.startsWith(outer + " ")
                    || (LETTERS.matcher(outer).matches()
                            && inner.startsWith(outer)
                            && inner.length() > outer.length()
                            && Character.isDigit(inner.charAt(outer.length())));
        }

        @Override
        Optional<String> level(String value) {
            return Optional.of(LETTERS.matcher(value).matches() ? "letters" : value.contains(" ") ? "sector" : "");
        }
    },
    /** The first month and the last, either of which may be left out: {@code 2024-04..2025-03}. */
    MONTHS {
        @Override
        boolean holds(String outer, String inner) {
            return (from(outer).isEmpty()
                            || (!from(inner).isEmpty() && from(outer).compareTo(from(inner)) <= 0))
                    && (to(outer).isEmpty()
                            || (!to(inner).isEmpty() && to(outer).compareTo(to(inner)) >= 0));
        }

        /** Only single months never overlap; of others {@link Spells} finds those that do not. */
        @Override
        Optional<String> level(String value) {
            return !from(value).isEmpty() && from(value).equals(to(value)) ? Optional.of("") : Optional.empty();
        }
    };

    /** Marks persons by the months of their latest observation: each is in one. */
    private static final String LATEST = "months";
    /** Marks persons by a month in which they were observed, whether again later or not: each may be in several. */
    private static final String OBSERVED = "observed";

    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");
    private static final String TO = "..";

    /** Whether all with the inner value have the outer one too. */
    abstract boolean holds(String outer, String inner);

    /** Values of one level have nobody in common; empty if that cannot be said. */
    abstract Optional<String> level(String value);

    static Span of(String mark) {
        return switch (mark) {
            case "area" -> AREA;
            case LATEST -> MONTHS;
            case "agency", "journey", OBSERVED -> SHARED;
            default -> APART;
        };
    }

    /**
     * Groups with a mark of one level have nobody in common; empty if that cannot be said. A person stands at one stage
     * of a journey, and at several where the journey may be any.
     */
    static Optional<String> level(String mark, ToldGroup group) {
        String value = group.mark(mark);
        return value == null || (mark.equals("stage") && group.mark("journey") == null)
                ? Optional.empty()
                : of(mark).level(value);
    }

    /** Whether everybody in one group is in the other by their marks. */
    static boolean holds(ToldGroup outer, ToldGroup inner) {
        return outer.members().entrySet().stream().allMatch(mark -> holds(mark.getKey(), mark.getValue(), inner));
    }

    private static boolean holds(String name, String outer, ToldGroup inner) {
        String value = inner.mark(name);
        return value != null
                ? of(name).holds(outer, value)
                : switch (name) {
                    case LATEST -> holdsObserved(outer, inner.mark(OBSERVED));
                    case OBSERVED ->
                        MONTHS.holds(outer + TO + outer, Objects.requireNonNullElse(inner.mark(LATEST), TO));
                    default -> false;
                };
    }

    /** Whoever was observed in a month has their latest observation then or later. */
    private static boolean holdsObserved(String latest, @Nullable String month) {
        return month != null && to(latest).isEmpty() && from(latest).compareTo(month) <= 0;
    }

    static String from(String months) {
        return months.substring(0, months.indexOf(TO));
    }

    static String to(String months) {
        return months.substring(months.indexOf(TO) + TO.length());
    }
}
