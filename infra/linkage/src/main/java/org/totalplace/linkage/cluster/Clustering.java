package org.totalplace.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.work.InParallel;

/**
 * Groups rows into persons. The links part the rows into islands, and within an island every pair is weighed, also
 * those that no blocking rule proposed, before {@link Agglomeration} joins them.
 */
public final class Clustering {

    /** In larger islands those held together by heavier links are settled first. */
    private static final int LARGEST_ISLAND = 200;

    private static final int ISLANDS_AT_ONCE = 64;
    private static final double RAISE = 4;
    private static final double HIGHEST = 60;

    /** So many records of each of two groups are compared, where all would be too many. */
    private static final int ASKED = 5;

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

    /**
     * Islands share no row, so several threads may each settle one. What the links of a higher weight hold together is
     * settled first, and joins what else is in the island then.
     */
    private void settle(int[] island, double least) {
        int[] nodes = nodes(island);
        if (nodes.length <= LARGEST_ISLAND) {
            agglomerate(nodes);
            return;
        }
        double higher = least >= HIGHEST ? Double.POSITIVE_INFINITY : Math.max(threshold - RAISE, least) + RAISE;
        int[] held = Arrays.stream(island)
                .filter(link -> links.weight(link) >= higher)
                .toArray();
        for (int[] smaller : islands(held, nodes)) {
            settle(smaller, higher);
        }
        joinAlongLinks(island, higher);
    }

    /** The strongest link first; two groups are one when a few pairs of theirs say so and none is forbidden. */
    private void joinAlongLinks(int[] island, double before) {
        Arrays.stream(island)
                .filter(link -> links.weight(link) >= threshold && links.weight(link) < before)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(link -> -links.weight(link))
                        .thenComparing(links::a)
                        .thenComparing(links::b))
                .forEach(link -> {
                    if (groups.of(links.a(link)) != groups.of(links.b(link))) {
                        int[] some = groups.members(links.a(link));
                        int[] others = groups.members(links.b(link));
                        if (agree(some, others) && !anyForbidden(some, others)) {
                            groups.join(some[0], others[0]);
                        }
                    }
                });
    }

    private boolean agree(int[] some, int[] others) {
        Agreement agreement = nothingYet.get();
        for (int a = 0; a < Math.min(ASKED, some.length); a++) {
            for (int b = 0; b < Math.min(ASKED, others.length); b++) {
                int first = some[(int) ((long) a * some.length / Math.min(ASKED, some.length))];
                int second = others[(int) ((long) b * others.length / Math.min(ASKED, others.length))];
                agreement.add(Math.min(first, second), Math.max(first, second));
            }
        }
        return agreement.weight(some.length, others.length) >= threshold;
    }

    private boolean anyForbidden(int[] some, int[] others) {
        for (int a : some) {
            for (int b : others) {
                if (forbidden.together(Math.min(a, b), Math.max(a, b))) {
                    return true;
                }
            }
        }
        return false;
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
