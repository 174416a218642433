package org.totalplace.spend.wholearea;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.PlaceShare;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * The count of a place: every agency's gross, less what it paid to agencies that are counted themselves, and of a wider
 * body only the place's share of what remains. The rule is in {@code method.md}, "Counting a place".
 *
 * @param cells by agency, function and kind, in their order
 * @param missing registered agencies with nothing delivered for the year and phase
 */
record WholeArea(List<Cell> cells, List<AgencyCode> missing) {

    /** The name and edition of the rules that are applied here, kept with every lineage. */
    static final String METHOD = "whole-area count 3";

    /** One agency's money of one kind for one function. */
    record Cell(AgencyCode agency, String function, Kind kind, Counted counted) {}

    /**
     * @param agencies all that are registered
     * @param counted those that have delivered for the year and phase
     * @param spent their money; agencies that are not registered are not counted
     */
    static WholeArea count(List<Agency> agencies, Set<AgencyCode> counted, Collection<Spent> spent) {
        Map<AgencyCode, Agency> registered =
                agencies.stream().collect(Collectors.toMap(Agency::code, Function.identity()));
        Map<AgencyCode, Map<String, Map<Kind, Counted>>> byAgency = new TreeMap<>();
        for (Spent money : spent) {
            if (registered.containsKey(money.agency())) {
                byAgency.computeIfAbsent(money.agency(), code -> new TreeMap<>())
                        .computeIfAbsent(money.function(), function -> new EnumMap<>(Kind.class))
                        .merge(money.kind(), one(money, registered.keySet(), counted), Counted::plus);
            }
        }
        List<Cell> cells = new ArrayList<>();
        byAgency.forEach((code, functions) -> {
            Agency agency = registered.get(code);
            PlaceShare share = agency == null ? null : agency.placeShare();
            cells.addAll(share == null ? cells(code, functions) : apportioned(code, functions, share));
        });
        List<AgencyCode> missing = agencies.stream()
                .map(Agency::code)
                .filter(code -> !counted.contains(code))
                .sorted()
                .toList();
        return new WholeArea(List.copyOf(cells), missing);
    }

    private static Counted one(Spent money, Set<AgencyCode> registered, Set<AgencyCode> counted) {
        Transfer.Kind kind = Transfer.kind(money.agency(), money.payee(), registered, counted);
        Pence amount = money.amount();
        Pence eliminated = kind == Transfer.Kind.ELIMINATED ? amount : Pence.ZERO;
        return new Counted(
                amount,
                eliminated,
                kind == Transfer.Kind.ONE_SIDED ? amount : Pence.ZERO,
                Pence.ZERO,
                amount.minus(eliminated),
                money.lines());
    }

    private static List<Cell> cells(AgencyCode agency, Map<String, Map<Kind, Counted>> functions) {
        List<Cell> cells = new ArrayList<>();
        functions.forEach((function, kinds) ->
                kinds.forEach((kind, counted) -> cells.add(new Cell(agency, function, kind, counted))));
        return cells;
    }

    /** First over the functions, then each function's over its kinds, so that no function depends on the kinds. */
    private static List<Cell> apportioned(
            AgencyCode agency, Map<String, Map<Kind, Counted>> functions, PlaceShare share) {
        List<Cell> cells = new ArrayList<>();
        Iterator<Pence> ofFunctions = share.of(
                        functions.values().stream().map(WholeArea::net).toList())
                .iterator();
        functions.forEach((function, kinds) -> {
            List<Pence> nets = kinds.values().stream().map(Counted::net).toList();
            Iterator<Pence> ofKinds = share.of(nets, ofFunctions.next()).iterator();
            kinds.forEach((kind, counted) ->
                    cells.add(new Cell(agency, function, kind, counted.apportioned(ofKinds.next()))));
        });
        return cells;
    }

    private static Pence net(Map<Kind, Counted> kinds) {
        return kinds.values().stream().map(Counted::net).reduce(Pence.ZERO, Pence::plus);
    }

    /** Sums of the cells by a key, in the order of the keys. */
    <K extends Comparable<K>> Map<K, Counted> by(Function<Cell, K> key) {
        return by(key, Comparator.naturalOrder());
    }

    <K> Map<K, Counted> by(Function<Cell, K> key, Comparator<K> order) {
        Map<K, Counted> sums = new TreeMap<>(order);
        cells.forEach(cell -> sums.merge(key.apply(cell), cell.counted(), Counted::plus));
        return sums;
    }

    /** The whole place. */
    Counted total() {
        return cells.stream().map(Cell::counted).reduce(Counted.NOTHING, Counted::plus);
    }
}
