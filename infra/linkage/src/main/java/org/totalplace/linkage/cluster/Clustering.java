package org.totalplace.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.work.InParallel;

/**
 * Groups rows into persons. The links part the rows into islands, and within an island every pair is weighed, also
 * those that no blocking rule proposed, before {@link Agglomeration} joins them.
 */
public final class Clustering {

    /** Larger islands are parted by raising the least weight that holds them together. */
    private static final int LARGEST_ISLAND = 200;

    private static final int ISLANDS_AT_ONCE = 64;
    private static final double RAISE = 4;
    private static final double HIGHEST = 60;

    private final Links links;
    private final Groups groups;
    private final Supplier<Agreement> nothingYet;
    private final Forbidden forbidden;
    private final double threshold;
    /** Of each node among those of its island. */
    private int[] places = {};

    /** Whether two rows may never share a person; the smaller row first. */
    @FunctionalInterface
    public interface Forbidden {
        boolean together(int a, int b);
    }

    /**
     * Prepares to group rows.
     *
     * @param groups rows that a steward joined share a group already; holds the persons at the end
     * @param nothingYet makes an agreement without pairs
     * @param threshold the log2 odds from which two groups are one
     */
    public Clustering(
            Links links, Groups groups, Supplier<Agreement> nothingYet, Forbidden forbidden, double threshold) {
        this.links = links;
        this.groups = groups;
        this.nothingYet = nothingYet;
        this.forbidden = forbidden;
        this.threshold = threshold;
    }

    /** Joins what belongs together among {@code size} rows. */
    public void run(int size) {
        places = new int[size];
        int[] all = new int[links.size()];
        Arrays.setAll(all, link -> link);
        int[][] islands = islands(all, nodes(all));
        InParallel.stretches(islands.length, ISLANDS_AT_ONCE, (from, to) -> {
            for (int island = from; island < to; island++) {
                settle(islands[island], Double.NEGATIVE_INFINITY);
            }
            return to;
        });
    }

    /** Islands share no row, so several threads may each settle one. */
    private void settle(int[] island, double least) {
        int[] nodes = nodes(island);
        if (nodes.length <= LARGEST_ISLAND || least >= HIGHEST) {
            agglomerate(nodes);
            return;
        }
        double higher = Math.max(threshold - RAISE, least) + RAISE;
        int[] held = Arrays.stream(island)
                .filter(link -> links.weight(link) >= higher)
                .toArray();
        for (int[] smaller : islands(held, nodes)) {
            settle(smaller, higher);
        }
    }

    /** The links of each island of these nodes. */
    private int[][] islands(int[] held, int[] nodes) {
        for (int n = 0; n < nodes.length; n++) {
            places[nodes[n]] = n;
        }
        Groups islands = new Groups(nodes.length);
        for (int link : held) {
            islands.join(places[groups.of(links.a(link))], places[groups.of(links.b(link))]);
        }
        int[] counts = new int[nodes.length];
        for (int link : held) {
            counts[islands.of(places[groups.of(links.a(link))])]++;
        }
        int[][] found = new int[nodes.length][];
        for (int link : held) {
            int island = islands.of(places[groups.of(links.a(link))]);
            if (found[island] == null) {
                found[island] = new int[counts[island]];
            }
            found[island][--counts[island]] = link;
        }
        return Arrays.stream(found).filter(island -> island != null).toArray(int[][]::new);
    }

    /** The names of the groups that an island's links touch, ascending. */
    private int[] nodes(int[] island) {
        int[] touched = new int[island.length * 2];
        for (int k = 0; k < island.length; k++) {
            touched[2 * k] = groups.of(links.a(island[k]));
            touched[2 * k + 1] = groups.of(links.b(island[k]));
        }
        Arrays.parallelSort(touched);
        return Arrays.stream(touched).distinct().toArray();
    }

    private void agglomerate(int[] nodes) {
        List<int[]> members = new ArrayList<>();
        int[] sizes = new int[nodes.length];
        for (int n = 0; n < nodes.length; n++) {
            members.add(groups.members(nodes[n]));
            sizes[n] = members.get(n).length;
        }
        @Nullable Agreement[][] agreements = new Agreement[nodes.length][];
        for (int n = 0; n < nodes.length; n++) {
            @Nullable Agreement[] row = new Agreement[n];
            for (int o = 0; o < n; o++) {
                row[o] = agreement(members.get(n), members.get(o));
            }
            agreements[n] = row;
        }
        new Agglomeration(agreements, sizes).run(threshold, (kept, joined) -> groups.join(nodes[kept], nodes[joined]));
    }

    private @Nullable Agreement agreement(int[] some, int[] others) {
        Agreement agreement = nothingYet.get();
        for (int a : some) {
            for (int b : others) {
                int first = Math.min(a, b);
                int second = Math.max(a, b);
                if (forbidden.together(first, second)) {
                    return null;
                }
                agreement.add(first, second);
            }
        }
        return agreement;
    }
}
