package org.totalplace.linkage.blocking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Rows that came or changed after the blocks were made, by rule and key. One that changes again has stale entries. */
final class FreshRows {

    private final List<Map<Long, TreeSet<Integer>>> rowsByKey = new ArrayList<>();
    private final BitSet rows = new BitSet();

    FreshRows(int rules) {
        for (int rule = 0; rule < rules; rule++) {
            rowsByKey.add(new HashMap<>());
        }
    }

    void put(int row, Keys keys) {
        rows.set(row);
        for (int rule = 0; rule < rowsByKey.size(); rule++) {
            long key = keys.key(rule, row);
            if (key != 0) {
                rowsByKey
                        .get(rule)
                        .computeIfAbsent(key, first -> new TreeSet<>())
                        .add(row);
            }
        }
    }

    int size() {
        return rows.cardinality();
    }

    boolean contains(int row) {
        return rows.get(row);
    }

    /** Rows that have, or once had, the key. */
    void visit(int rule, long key, IntConsumer visitor) {
        TreeSet<Integer> found = rowsByKey.get(rule).get(key);
        if (found != null) {
            found.forEach(visitor::accept);
        }
    }
}
