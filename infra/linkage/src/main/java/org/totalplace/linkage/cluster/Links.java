package org.totalplace.linkage.cluster;

import java.util.Arrays;

/** Weighted pairs of rows in growing primitive arrays. */
public final class Links {

    private int[] a = new int[64];
    private int[] b = new int[64];
    private long[] pattern = new long[64];
    private float[] weight = new float[64];
    private int size;

    public void add(int rowA, int rowB, long pairPattern, double pairWeight) {
        if (size == a.length) {
            int larger = size + size / 2;
            a = Arrays.copyOf(a, larger);
            b = Arrays.copyOf(b, larger);
            pattern = Arrays.copyOf(pattern, larger);
            weight = Arrays.copyOf(weight, larger);
        }
        a[size] = rowA;
        b[size] = rowB;
        pattern[size] = pairPattern;
        weight[size] = (float) pairWeight;
        size++;
    }

    /** Adds the links of another part behind these. */
    public void add(Links other) {
        for (int link = 0; link < other.size; link++) {
            add(other.a[link], other.b[link], other.pattern[link], other.weight[link]);
        }
    }

    public int size() {
        return size;
    }

    public int a(int link) {
        return a[link];
    }

    public int b(int link) {
        return b[link];
    }

    public long pattern(int link) {
        return pattern[link];
    }

    /** Log2 odds. */
    public double weight(int link) {
        return weight[link];
    }
}
