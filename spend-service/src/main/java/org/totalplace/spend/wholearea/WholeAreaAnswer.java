package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.PlaceShare;
import org.totalplace.spend.place.Places;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * The whole-area count as the API shows it. Amounts are pounds.
 *
 * @param unresolvedShare share of the gross that is paid to names that might be a public body's and are not resolved:
 * what could still be a transfer; absent when nothing was spent
 * @param payees the gross by what is known of whom was paid; the amounts add up to it
 * @param missing agencies with no delivery for the year and phase
 * @param incomplete agencies that are counted though months of the year are not covered
 * @param groups the count by what was asked with groupBy; absent otherwise
 */
@Schema(name = "WholeArea")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WholeAreaAnswer(
        ShownPlace place,
        String year,
        String phase,
        Instant asOf,
        BigDecimal gross,
        BigDecimal eliminated,
        BigDecimal oneSided,
        BigDecimal apportioned,
        BigDecimal net,
        long lines,
        @Nullable BigDecimal unresolvedShare,
        List<PaidTo> payees,
        List<String> missing,
        List<Incomplete> incomplete,
        List<Row> agencies,
        @Nullable List<Row> groups) {

    private static final int SHARE_DIGITS = 4;

    /** The place that is counted. */
    @Schema(name = "Place")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownPlace(
            String gss,
            String name,
            long population,
            @Nullable String populationSource,
            @Nullable String populationYear) {

        static ShownPlace of(Places.Defined place) {
            return new ShownPlace(
                    place.gss(),
                    place.name(),
                    place.population().people(),
                    place.population().source(),
                    place.population().year());
        }
    }

    /** @param months of the year that no delivery covers */
    @Schema(name = "IncompleteAgency")
    record Incomplete(String agency, List<String> months) {}

    /**
     * What was paid to payees of one standing.
     *
     * @param standing {@code agency}, {@code body}, {@code redacted}, {@code possible-body}, {@code other} or
     * {@code not-named}
     */
    @Schema(name = "PaidTo")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaidTo(
            String standing, BigDecimal amount, @Nullable BigDecimal share) {}

    /**
     * A part of the count.
     *
     * @param kind capital, revenue or not-stated; absent unless asked for
     */
    @Schema(name = "WholeAreaRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Nullable String agency,
            @Nullable String name,
            @Nullable String function,
            @Nullable String functionName,
            @Nullable String kind,
            BigDecimal gross,
            BigDecimal eliminated,
            BigDecimal oneSided,
            BigDecimal apportioned,
            BigDecimal net,
            long lines,
            @Nullable PlaceShare share) {

        static final List<String> CSV_HEADER = List.of(
                "agency",
                "name",
                "function",
                "functionName",
                "kind",
                "gross",
                "eliminated",
                "oneSided",
                "apportioned",
                "net",
                "lines");

        List<@Nullable Object> cells() {
            return Arrays.asList(
                    agency, name, function, functionName, kind, gross, eliminated, oneSided, apportioned, net, lines);
        }
    }

    static WholeAreaAnswer of(
            Slice slice, Places.Defined place, WholeAreaReading.Counting counting, Set<Grouping> groupings) {
        WholeArea area = counting.wholeArea();
        Counted total = area.total();
        Map<AgencyCode, Agency> registered = registered(counting.agencies());
        Map<PayeeStanding, Pence> standings = standings(counting.standings(), registered);
        return new WholeAreaAnswer(
                ShownPlace.of(place),
                slice.year().label(),
                slice.phase().code(),
                slice.asOf(),
                total.gross().pounds(),
                total.eliminated().pounds(),
                total.oneSided().pounds(),
                total.apportioned().pounds(),
                total.net().pounds(),
                total.lines(),
                share(standings.getOrDefault(PayeeStanding.POSSIBLE_BODY, Pence.ZERO), total.gross()),
                standings.entrySet().stream()
                        .map(paid -> new PaidTo(
                                paid.getKey().code(), paid.getValue().pounds(), share(paid.getValue(), total.gross())))
                        .toList(),
                area.missing().stream().map(AgencyCode::value).toList(),
                incomplete(slice.year(), counting),
                WholeAreaGroups.rows(area, Set.of(Grouping.AGENCY), registered),
                groupings.isEmpty() ? null : WholeAreaGroups.rows(area, groupings, registered));
    }

    /** Of bodies of the place; a wider body's lines are not in the gross. */
    private static Map<PayeeStanding, Pence> standings(
            List<WholeAreaReading.Standing> standings, Map<AgencyCode, Agency> registered) {
        Map<PayeeStanding, Pence> sums = new EnumMap<>(PayeeStanding.class);
        for (WholeAreaReading.Standing paid : standings) {
            Agency agency = registered.get(paid.agency());
            if (agency != null && agency.placeShare() == null) {
                sums.merge(paid.standing(), paid.amount(), Pence::plus);
            }
        }
        return sums;
    }

    /** What a table of the answer shows. */
    List<Row> shownRows() {
        return groups == null ? agencies : groups;
    }

    private static Map<AgencyCode, Agency> registered(List<Agency> agencies) {
        return agencies.stream().collect(Collectors.toMap(Agency::code, Function.identity()));
    }

    static Row row(@Nullable Agency agency, @Nullable String function, @Nullable Kind kind, Counted counted) {
        return new Row(
                agency == null ? null : agency.code().value(),
                agency == null ? null : agency.name(),
                function,
                function == null ? null : Cofog.nameOf(function),
                kind == null ? null : kind.code(),
                counted.gross().pounds(),
                counted.eliminated().pounds(),
                counted.oneSided().pounds(),
                counted.apportioned().pounds(),
                counted.net().pounds(),
                counted.lines(),
                agency == null ? null : agency.placeShare());
    }

    private static List<Incomplete> incomplete(FinancialYear year, WholeAreaReading.Counting counting) {
        return counting.covered().entrySet().stream()
                .filter(covered -> counting.registered().contains(covered.getKey()))
                .map(covered -> new Incomplete(covered.getKey().value(), uncovered(year, covered.getValue())))
                .filter(incomplete -> !incomplete.months().isEmpty())
                .sorted((one, other) -> one.agency().compareTo(other.agency()))
                .toList();
    }

    private static List<String> uncovered(FinancialYear year, Collection<String> covered) {
        return IntStream.range(0, 12)
                .mapToObj(month -> year.firstDay().plusMonths(month).toString().substring(0, "2024-04".length()))
                .filter(month -> !covered.contains(month))
                .toList();
    }

    /** To four decimals; null if there is nothing to take a share of. */
    static @Nullable BigDecimal share(Pence part, Pence whole) {
        return whole.value() <= 0 ? null : part.pounds().divide(whole.pounds(), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
