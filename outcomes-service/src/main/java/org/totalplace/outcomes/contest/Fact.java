package org.totalplace.outcomes.contest;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;

/**
 * One line of what is held about a person.
 *
 * @param agency that sent it
 * @param recordId of a contact, the agency's own
 * @param measure of an outcome
 * @param date of an outcome
 * @param year of a cost
 */
record Fact(
        Kind kind,
        AgencyCode agency,
        @Nullable String recordId,
        @Nullable String measure,
        @Nullable LocalDate date,
        @Nullable String year) {

    /** What can be contested. A link says that the agency's record is this person's. */
    enum Kind {
        CONTACT,
        OUTCOME,
        COST,
        LINK;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it is written at the door. */
    record About(
            @Nullable String kind,
            @Nullable String agency,
            @Nullable String recordId,
            @Nullable String measure,
            @Nullable LocalDate date,
            @Nullable String year) {}

    private static final int LONGEST = 200;

    /**
     * Reads what is contested; what its kind does not need is left out.
     *
     * @throws Problem 400 where something is missing or cannot be read
     */
    static Fact of(@Nullable About about) {
        if (about == null) {
            throw Problem.badInput("about", "required-value", "Say what is not so: kind and agency at least.");
        }
        Kind kind = kind(about.kind());
        AgencyCode agency = agency(needed("agency", about.agency()));
        return switch (kind) {
            case CONTACT -> new Fact(kind, agency, needed("recordId", about.recordId()), null, null, null);
            case OUTCOME -> {
                if (about.date() == null) {
                    throw missing("date");
                }
                yield new Fact(kind, agency, null, needed("measure", about.measure()), about.date(), null);
            }
            case COST -> new Fact(kind, agency, null, null, null, year(needed("year", about.year())));
            case LINK -> new Fact(kind, agency, null, null, null, null);
        };
    }

    private static Kind kind(@Nullable String code) {
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw Problem.badInput(
                "about.kind",
                "invalid-value",
                "about.kind is one of contact, outcome, cost, link, not '" + code + "'.");
    }

    private static AgencyCode agency(String code) {
        try {
            return new AgencyCode(code);
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("about.agency", "invalid-value", notACode.getMessage() + ".");
        }
    }

    private static String year(String label) {
        try {
            return FinancialYear.parse(label).label();
        } catch (IllegalArgumentException notAYear) {
            throw Problem.badInput("about.year", "invalid-value", notAYear.getMessage() + ".");
        }
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw missing(name);
        }
        return value.strip();
    }

    private static Problem missing(String name) {
        return Problem.badInput(
                "about." + name,
                "required-value",
                "What is contested is named by 'about." + name + "', as the combined view or the contacts show it.");
    }
}
