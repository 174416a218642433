package org.totalplace.spend.wholearea;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.PlaceShare;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * The count of a place: every agency's gross, less what it paid to agencies that are counted themselves, and of a wider
 * body only the place's share of what remains. The rule is in {@code method.md}, "Counting a place".
 *
 * @param cells by agency and function, in their order
 * @param missing registered agencies with nothing delivered for the year and phase
 */
record WholeArea(List<Cell> cells, List<AgencyCode> missing) {

    /** The name and edition of the rules that are applied here, kept with every lineage. */
    static final String METHOD = "whole-area count 2";

    /** One agency's money for one function. */
    record Cell(AgencyCode agency, String function, Counted counted) {}

    /**
     * @param agencies all that are registered
     * @param counted those that have delivered for the year and phase
     * @param spent their money; agencies that are not registered are not counted
     */
    static WholeArea count(List<Agency> agencies, Set<AgencyCode> counted, Collection<Spent> spent) {
        Map<AgencyCode, Agency> registered =
                agencies.stream().collect(Collectors.toMap(Agency::code, Function.identity()));
        Map<AgencyCode, Map<String, Counted>> byAgency = new TreeMap<>();
        for (Spent money : spent) {
            if (registered.containsKey(money.agency())) {
                byAgency.computeIfAbsent(money.agency(), code -> new TreeMap<>())
                        .merge(money.function(), one(money, registered.keySet(), counted), Counted::plus);
            }
        }
        List<Cell> cells = new ArrayList<>();
        byAgency.forEach((code, functions) -> {
            Agency agency = registered.get(code);
            cells.addAll(cells(code, functions, agency == null ? null : agency.placeShare()));
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

    private static List<Cell> cells(AgencyCode agency, Map<String, Counted> functions, @Nullable PlaceShare share) {
        if (share == null) {
            return functions.entrySet().stream()
                    .map(function -> new Cell(agency, function.getKey(), function.getValue()))
                    .toList();
        }
        List<Pence> shares =
                share.of(functions.values().stream().map(Counted::net).toList());
        List<Cell> cells = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Counted> function : functions.entrySet()) {
            cells.add(new Cell(agency, function.getKey(), function.getValue().apportioned(shares.get(i++))));
        }
        return cells;
    }

    /** Sums of the cells by a key, in the order of the keys. */
    <K extends Comparable<K>> Map<K, Counted> by(Function<Cell, K> key) {
        Map<K, Counted> sums = new TreeMap<>(Comparator.naturalOrder());
        cells.forEach(cell -> sums.merge(key.apply(cell), cell.counted(), Counted::plus));
        return sums;
    }

    /** The whole place. */
    Counted total() {
        return cells.stream().map(Cell::counted).reduce(Counted.NOTHING, Counted::plus);
    }
}
