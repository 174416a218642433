package org.totalplace.spend.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches payments with receipts, one to one: so that the most money is matched, then with the least difference of
 * amounts, then of days. Entries are taken in their order, so that the same entries always give the same matches.
 *
 * <p>It grows the matching by the path that gains most until none gains (the assignment problem by successive
 * augmenting paths), in groups of payments that could have each other's receipts. A group beyond {@value #MOST_EXACT}
 * payments is matched greedily by the same order of preference.
 */
public final class MatchingReceipts {

    static final int MOST_EXACT = 150;

    private static final int NONE = -1;

    private final List<TransferEntry> payments;
    private final List<TransferEntry> receipts;
    private final List<List<Integer>> candidates = new ArrayList<>();
    private final int[] receiptOf;
    private final int[] paymentOf;

    private MatchingReceipts(List<TransferEntry> payments, List<TransferEntry> receipts) {
        this.payments = payments.stream().sorted(TransferEntry.IN_ORDER).toList();
        this.receipts = receipts.stream().sorted(TransferEntry.IN_ORDER).toList();
        this.receiptOf = new int[payments.size()];
        this.paymentOf = new int[receipts.size()];
        Arrays.fill(receiptOf, NONE);
        Arrays.fill(paymentOf, NONE);
        for (TransferEntry payment : this.payments) {
            candidates.add(candidatesOf(payment));
        }
    }

    /** What a matching is worth, first by money, then by differences, then by days. */
    private record Worth(long money, long difference, long days) implements Comparable<Worth> {

        private static final Comparator<Worth> ORDER = Comparator.comparingLong(Worth::money)
                .thenComparingLong(Worth::difference)
                .thenComparingLong(Worth::days);
        static final Worth NOTHING = new Worth(0, 0, 0);

        static Worth of(ReceiptMatch match) {
            return new Worth(
                    match.payment().amount().value(), -match.difference().value(), -match.days());
        }

        Worth plus(Worth other) {
            return new Worth(money + other.money, difference + other.difference, days + other.days);
        }

        Worth minus(Worth other) {
            return new Worth(money - other.money, difference - other.difference, days - other.days);
        }

        @Override
        public int compareTo(Worth other) {
            return ORDER.compare(this, other);
        }
    }

    /** All entries are of one payer and one payee. */
    public static List<ReceiptMatch> of(List<TransferEntry> payments, List<TransferEntry> receipts) {
        return new MatchingReceipts(payments, receipts).matched();
    }

    private void matchExactly(List<Integer> group) {
        boolean grown = true;
        while (grown) {
            grown = grow(group);
        }
    }

    private List<ReceiptMatch> matched() {
        boolean[] seen = new boolean[payments.size()];
        List<List<Integer>> payers = payersOfReceipts();
        for (int payment = 0; payment < payments.size(); payment++) {
            if (!seen[payment] && !candidates.get(payment).isEmpty()) {
                List<Integer> group = group(payment, payers, seen);
                if (group.size() > MOST_EXACT) {
                    matchGreedily(group);
                } else {
                    matchExactly(group);
                }
            }
        }
        List<ReceiptMatch> matches = new ArrayList<>();
        for (int payment = 0; payment < payments.size(); payment++) {
            if (receiptOf[payment] != NONE) {
                matches.add(match(payment, receiptOf[payment]));
            }
        }
        return matches;
    }

    private List<Integer> candidatesOf(TransferEntry payment) {
        List<Integer> found = new ArrayList<>();
        int first = firstNotBefore(payment.date().minusDays(ReceiptMatch.DAYS).toEpochDay());
        for (int i = first;
                i < receipts.size()
                        && !receipts.get(i).date().isAfter(payment.date().plusDays(ReceiptMatch.DAYS));
                i++) {
            if (ReceiptMatch.canBe(payment, receipts.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private int firstNotBefore(long day) {
        int from = 0;
        int to = receipts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (receipts.get(middle).date().toEpochDay() < day) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private List<List<Integer>> payersOfReceipts() {
        List<List<Integer>> payers = new ArrayList<>();
        receipts.forEach(receipt -> payers.add(new ArrayList<>()));
        for (int payment = 0; payment < payments.size(); payment++) {
            for (int receipt : candidates.get(payment)) {
                payers.get(receipt).add(payment);
            }
        }
        return payers;
    }

    /** The payments that a chain of common receipts joins to the first. */
    private List<Integer> group(int first, List<List<Integer>> payers, boolean[] seen) {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(first));
        seen[first] = true;
        while (!waiting.isEmpty()) {
            int payment = waiting.remove();
            group.add(payment);
            for (int receipt : candidates.get(payment)) {
                for (int other : payers.get(receipt)) {
                    if (!seen[other]) {
                        seen[other] = true;
                        waiting.add(other);
                    }
                }
            }
        }
        group.sort(null);
        return group;
    }

    private ReceiptMatch match(int payment, int receipt) {
        return new ReceiptMatch(payments.get(payment), receipts.get(receipt));
    }

    private Worth worth(int payment, int receipt) {
        return Worth.of(match(payment, receipt));
    }

    private void matchGreedily(List<Integer> group) {
        List<int[]> pairs = new ArrayList<>();
        group.forEach(payment -> candidates.get(payment).forEach(receipt -> pairs.add(new int[] {payment, receipt})));
        pairs.sort(Comparator.comparing((int[] pair) -> worth(pair[0], pair[1])).reversed());
        for (int[] pair : pairs) {
            if (receiptOf[pair[0]] == NONE && paymentOf[pair[1]] == NONE) {
                join(pair[0], pair[1]);
            }
        }
    }

    private void join(int payment, int receipt) {
        receiptOf[payment] = receipt;
        paymentOf[receipt] = payment;
    }

    /** Changes the matching along the path from a free payment to a free receipt that gains most, if one gains. */
    private boolean grow(List<Integer> group) {
        @Nullable Worth[] gain = new Worth[payments.size()];
        @Nullable Worth[] reached = new Worth[receipts.size()];
        int[] from = new int[receipts.size()];
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int payment : group) {
            if (receiptOf[payment] == NONE) {
                gain[payment] = Worth.NOTHING;
                waiting.add(payment);
            }
        }
        int best = NONE;
        while (!waiting.isEmpty()) {
            int payment = waiting.remove();
            Worth soFar = gain[payment];
            for (int receipt : candidates.get(payment)) {
                if (soFar == null || receiptOf[payment] == receipt) {
                    continue;
                }
                Worth there = soFar.plus(worth(payment, receipt));
                Worth before = reached[receipt];
                if (before != null && there.compareTo(before) <= 0) {
                    continue;
                }
                reached[receipt] = there;
                from[receipt] = payment;
                int holder = paymentOf[receipt];
                if (holder == NONE) {
                    best = better(best, receipt, reached);
                } else {
                    gain[holder] = there.minus(worth(holder, receipt));
                    waiting.add(holder);
                }
            }
        }
        return best != NONE && augment(best, from);
    }

    private static int better(int best, int receipt, @Nullable Worth[] reached) {
        Worth there = reached[receipt];
        Worth soFar = best == NONE ? Worth.NOTHING : reached[best];
        return there != null && (soFar == null || there.compareTo(soFar) > 0) ? receipt : best;
    }

    private boolean augment(int last, int[] from) {
        int receipt = last;
        while (receipt != NONE) {
            int payment = from[receipt];
            int next = receiptOf[payment];
            join(payment, receipt);
            receipt = next;
        }
        return true;
    }
}
