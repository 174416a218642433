package org.totalplace.linkage.cluster;

import java.util.Arrays;

/** Disjoint sets of rows (Tarjan, 1975); the smallest row of a set names it. */
public final class Groups {

    private final int[] parent;
    /** The next row of the same set; the last one points to the first. */
    private final int[] next;

    public Groups(int size) {
        parent = new int[size];
        next = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
            next[i] = i;
        }
    }

    public int of(int row) {
        int root = row;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = row;
        while (parent[at] != root) {
            int above = parent[at];
            parent[at] = root;
            at = above;
        }
        return root;
    }

    /** The name of every row's set. */
    public int[] all() {
        int[] names = new int[parent.length];
        for (int row = 0; row < names.length; row++) {
            names[row] = of(row);
        }
        return names;
    }

    public void join(int a, int b) {
        int first = of(a);
        int second = of(b);
        if (first != second) {
            parent[Math.max(first, second)] = Math.min(first, second);
            int after = next[first];
            next[first] = next[second];
            next[second] = after;
        }
    }

    /** All rows of the set that holds a row, ascending. */
    public int[] members(int row) {
        int count = 1;
        for (int at = next[row]; at != row; at = next[at]) {
            count++;
        }
        int[] members = new int[count];
        int at = row;
        for (int i = 0; i < count; i++) {
            members[i] = at;
            at = next[at];
        }
        Arrays.sort(members);
        return members;
    }
}
