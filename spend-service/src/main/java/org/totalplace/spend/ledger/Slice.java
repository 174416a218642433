package org.totalplace.spend.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;

/**
 * The part of the ledger that is asked about: one year and phase, as of one moment, narrowed by what is not null.
 *
 * @param function a COFOG division or group, or {@code unmapped}
 * @param service code of a service line
 * @param payee a name in any spelling
 * @param payeeAgency the agency that the payee means
 * @param delivery one delivery
 * @param kind capital, revenue or not stated
 * @param place code of a place; null for the configured one
 */
public record Slice(
        FinancialYear year,
        Phase phase,
        Instant asOf,
        @Nullable AgencyCode agency,
        @Nullable String function,
        @Nullable String service,
        @Nullable YearMonth month,
        @Nullable String payee,
        @Nullable AgencyCode payeeAgency,
        @Nullable UUID delivery,
        @Nullable Kind kind,
        @Nullable String place) {

    private static final Role[] SEE_EVERYTHING = {
        Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR
    };

    /** @throws Problem 403 unless the caller may see the figures of the whole place */
    public static void requireWholePlace(Caller caller) {
        caller.requireAny(SEE_EVERYTHING);
    }

    /** Whether the caller may see the figures of the whole place. */
    public static boolean isOfWholePlace(Caller caller) {
        return caller.isAny(SEE_EVERYTHING);
    }

    /**
     * The slice that the caller may see: an agency sees its own lines only.
     *
     * @throws Problem 403 if there is none
     */
    public Slice seenBy(Caller caller) {
        if (caller.isAny(SEE_EVERYTHING)) {
            return this;
        }
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR, Role.AGENCY);
        AgencyCode own = caller.agency();
        if (own == null || (agency != null && !agency.equals(own))) {
            throw Problem.forbidden(
                    "not-your-agency", "An agency sees its own lines; ask for agency=" + own + " or leave it out.");
        }
        return new Slice(year, phase, asOf, own, function, service, month, payee, payeeAgency, delivery, kind, place);
    }

    /** Whether the whole-area count goes into this detail: it knows agencies and functions. */
    public boolean isOfWholeArea() {
        return service == null && month == null && payee == null && payeeAgency == null && delivery == null;
    }

    /** Whether the slice takes in a function. */
    public boolean hasFunction(String of) {
        return function == null || of.equals(function) || of.startsWith(function + ".");
    }

    /**
     * The same slice, if it can be told apart by these groupings.
     *
     * @throws Problem 400 for months of what is said of whole years
     */
    Slice groupable(Set<Grouping> groupings) {
        if (phase != Phase.PAYMENT && (groupings.contains(Grouping.MONTH) || month != null)) {
            throw Problem.badInput(
                    "groupBy",
                    "no-months",
                    "A " + phase.code() + " is of a whole year and has no months. Leave the month out, or ask for"
                            + " phase=payment.");
        }
        return this;
    }

    /** The same slice in a place; null is the configured one. */
    public Slice in(@Nullable String where) {
        return new Slice(
                year, phase, asOf, agency, function, service, month, payee, payeeAgency, delivery, kind, where);
    }

    /** The same slice as of another moment. */
    public Slice at(Instant moment) {
        return new Slice(
                year, phase, moment, agency, function, service, month, payee, payeeAgency, delivery, kind, place);
    }
}
