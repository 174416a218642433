package org.totalplace.spend.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.transfer.TransferKind;
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
 * @param standing what is known of whom is paid
 * @param transfers what agencies paid to each other, alone
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
        @Nullable PayeeStanding standing,
        @Nullable Transfers transfers,
        @Nullable String place) {

    /**
     * What agencies paid to each other, whether the payee's name shows it or a steward has declared it.
     *
     * @param kind of the transfers; null for all
     */
    public record Transfers(@Nullable TransferKind kind) {}

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
        return with(asOf, own, place);
    }

    /** Whether the whole-area count goes into this detail: it knows agencies, functions and kinds. */
    public boolean isOfWholeArea() {
        return service == null
                && month == null
                && payee == null
                && payeeAgency == null
                && delivery == null
                && standing == null
                && transfers == null;
    }

    /** Whether it takes in all that agencies paid to each other in the year. */
    public boolean isOfWholePairs() {
        return function == null
                && service == null
                && month == null
                && payee == null
                && delivery == null
                && kind == null
                && standing == null
                && (transfers == null || transfers.kind() == null);
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
        return with(asOf, agency, where);
    }

    /** The same slice as of another moment. */
    public Slice at(Instant moment) {
        return with(moment, agency, place);
    }

    /** Of the same slice, what agencies paid to each other. */
    public Slice ofTransfers() {
        return transfers == null ? with(new Transfers(null)) : this;
    }

    private Slice with(Instant moment, @Nullable AgencyCode of, @Nullable String where) {
        return new Slice(
                year,
                phase,
                moment,
                of,
                function,
                service,
                month,
                payee,
                payeeAgency,
                delivery,
                kind,
                standing,
                transfers,
                where);
    }

    private Slice with(Transfers between) {
        return new Slice(
                year,
                phase,
                asOf,
                agency,
                function,
                service,
                month,
                payee,
                payeeAgency,
                delivery,
                kind,
                standing,
                between,
                place);
    }
}
