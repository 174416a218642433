package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Groups;

/** The stewards' decisions about the rows at hand. */
final class Rulings {

    private final int rows;
    private final Set<Long> apart = new HashSet<>();
    private final Set<Long> joined = new HashSet<>();
    private final Set<Long> decided = new TreeSet<>();
    private final List<Decisions.Pair> joins = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    private Rulings(int rows) {
        this.rows = rows;
    }

    static Rulings of(Decisions decisions, List<IdentityRecord> records) {
        Rulings rulings = new Rulings(records.size());
        Set<String> named = new HashSet<>();
        decisions.joined().forEach(pair -> named.addAll(List.of(pair.first(), pair.second())));
        decisions.keptApart().forEach(pair -> named.addAll(List.of(pair.first(), pair.second())));
        for (int row = 0; row < records.size(); row++) {
            String id = records.get(row).id();
            if (named.contains(id)) {
                rulings.rowOf.put(id, row);
            }
        }
        decisions.keptApart().stream().filter(rulings::known).forEach(pair -> rulings.apart.add(rulings.key(pair)));
        decisions.joined().stream().filter(rulings::known).forEach(rulings.joins::add);
        rulings.joins.forEach(pair -> rulings.joined.add(rulings.key(pair)));
        rulings.decided.addAll(rulings.apart);
        rulings.decided.addAll(rulings.joined);
        return rulings;
    }

    boolean keptApart(int a, int b) {
        return !apart.isEmpty() && apart.contains(key(a, b));
    }

    boolean joinedBySteward(int a, int b) {
        return joined.contains(key(a, b));
    }

    boolean decided(int a, int b) {
        return !decided.isEmpty() && decided.contains(key(a, b));
    }

    /** Told of the rows of every pair that stewards decided, smaller row first. */
    void visit(Candidates.Visitor visitor) {
        for (long key : decided) {
            visitor.pair((int) (key >>> 32), (int) key);
        }
    }

    /** Every row in a group of its own, but for the joins that contradict no keep-apart. */
    Groups joined() {
        Groups groups = new Groups(rows);
        for (Decisions.Pair pair : joins) {
            int first = row(pair.first());
            int second = row(pair.second());
            if (!contradicts(groups.members(first), groups.members(second))) {
                groups.join(first, second);
            }
        }
        return groups;
    }

    private boolean contradicts(int[] some, int[] others) {
        for (int a : some) {
            for (int b : others) {
                if (keptApart(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean known(Decisions.Pair pair) {
        return rowOf.containsKey(pair.first()) && rowOf.containsKey(pair.second());
    }

    private long key(Decisions.Pair pair) {
        return key(row(pair.first()), row(pair.second()));
    }

    private int row(String id) {
        return rowOf.getOrDefault(id, -1);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
