package org.totalplace.spend.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.value.Pence;

class MatchingReceiptsTests {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

    @Nested
    class APaymentAndAReceipt {

        @ParameterizedTest
        @CsvSource({
            "100000, 0, 100000, true",
            "100000, 45, 100000, true",
            "100000, -45, 100000, true",
            "100000, 46, 100000, false",
            "100000, 0, 101000, true",
            "100000, 0, 101001, false",
            "100000, 0, 99000, true",
            "100000, 0, 98999, false",
            "500, 0, 600, true",
            "500, 0, 601, false"
        })
        void match_within_45_days_and_a_pound_or_a_hundredth(long paid, int days, long received, boolean match) {
            assertThat(MatchingReceipts.of(
                            List.of(entry(1, DAY, paid)), List.of(entry(2, DAY.plusDays(days), received))))
                    .hasSize(match ? 1 : 0);
        }
    }

    @Nested
    class ManyPayments {

        @Test
        void have_one_receipt_each() {
            List<ReceiptMatch> matches = MatchingReceipts.of(
                    List.of(entry(1, DAY, 5000), entry(2, DAY, 5000), entry(3, DAY.plusDays(1), 5000)),
                    List.of(entry(11, DAY.plusDays(3), 5000), entry(12, DAY.plusDays(3), 5000)));

            assertThat(matches)
                    .extracting(match -> match.payment().row())
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertThat(matches).extracting(match -> match.receipt().row()).containsExactlyInAnyOrder(11L, 12L);
        }

        @Test
        void give_way_so_that_more_money_is_matched() {
            List<ReceiptMatch> matches = MatchingReceipts.of(
                    List.of(entry(1, DAY, 10_000), entry(2, DAY.plusDays(60), 10_000)),
                    List.of(entry(11, DAY.plusDays(30), 10_000), entry(12, DAY.minusDays(40), 10_000)));

            assertThat(matches)
                    .extracting(match ->
                            match.payment().row() + " " + match.receipt().row())
                    .containsExactly("1 12", "2 11");
        }

        @Test
        void take_the_closest_amounts_then_the_closest_days() {
            List<ReceiptMatch> matches = MatchingReceipts.of(
                    List.of(entry(1, DAY, 10_000), entry(2, DAY.plusDays(10), 10_050)),
                    List.of(entry(11, DAY.plusDays(10), 10_000), entry(12, DAY, 10_050)));

            assertThat(matches)
                    .extracting(match ->
                            match.payment().row() + " " + match.receipt().row() + " " + match.days() + " "
                                    + match.difference().value())
                    .containsExactly("1 11 10 0", "2 12 10 0");
        }
    }

    @Test
    void small_cases_are_matched_as_well_as_trying_everything_could() {
        Random random = new Random(20_241_122);
        for (int round = 0; round < 400; round++) {
            List<TransferEntry> payments = draw(random, 1 + random.nextInt(5), 0);
            List<TransferEntry> receipts = draw(random, 1 + random.nextInt(5), 100);

            List<ReceiptMatch> matches = MatchingReceipts.of(payments, receipts);

            assertThat(worth(matches)).as("round " + round).isEqualTo(best(payments, receipts, 0, new ArrayList<>()));
            assertThat(matches).allMatch(match -> ReceiptMatch.canBe(match.payment(), match.receipt()));
        }
    }

    @Test
    void the_order_in_which_entries_come_changes_nothing() {
        Random random = new Random(7);
        List<TransferEntry> payments = draw(random, 60, 0);
        List<TransferEntry> receipts = draw(random, 60, 100);
        List<ReceiptMatch> matches = MatchingReceipts.of(payments, receipts);

        Collections.shuffle(payments, random);
        Collections.shuffle(receipts, random);

        assertThat(MatchingReceipts.of(payments, receipts)).isEqualTo(matches);
    }

    @Test
    void a_group_too_large_to_match_exactly_is_still_matched_one_to_one() {
        Random random = new Random(11);
        int many = MatchingReceipts.MOST_EXACT + 100;
        List<TransferEntry> payments = new ArrayList<>();
        List<TransferEntry> receipts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            payments.add(entry(i, DAY.plusDays(random.nextInt(40)), 7_000));
            receipts.add(entry(10_000 + i, DAY.plusDays(random.nextInt(40)), 7_000));
        }

        List<ReceiptMatch> matches = MatchingReceipts.of(payments, receipts);

        Set<TransferEntry> used = new HashSet<>();
        assertThat(matches).hasSize(many).allMatch(match -> used.add(match.payment()) && used.add(match.receipt()));
    }

    private static List<TransferEntry> draw(Random random, int size, int firstRow) {
        List<TransferEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry(firstRow + i, DAY.plusDays(random.nextInt(100)), 10_000 + 60L * random.nextInt(4)));
        }
        return entries;
    }

    private static List<Long> worth(List<ReceiptMatch> matches) {
        return List.of(
                matches.stream()
                        .mapToLong(match -> match.payment().amount().value())
                        .sum(),
                -matches.stream().mapToLong(match -> match.difference().value()).sum(),
                -matches.stream().mapToLong(ReceiptMatch::days).sum());
    }

    /** The worth of the best matching of the payments from the one at an index, all tried. */
    private static List<Long> best(
            List<TransferEntry> payments, List<TransferEntry> receipts, int from, List<ReceiptMatch> chosen) {
        if (from == payments.size()) {
            return worth(chosen);
        }
        List<Long> best = best(payments, receipts, from + 1, chosen);
        for (TransferEntry receipt : receipts) {
            boolean free = chosen.stream().noneMatch(match -> match.receipt().equals(receipt));
            if (free && ReceiptMatch.canBe(payments.get(from), receipt)) {
                chosen.add(new ReceiptMatch(payments.get(from), receipt));
                List<Long> with = best(payments, receipts, from + 1, chosen);
                chosen.removeLast();
                best = isBetter(with, best) ? with : best;
            }
        }
        return best;
    }

    private static boolean isBetter(List<Long> one, List<Long> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static TransferEntry entry(long row, LocalDate day, long pence) {
        return new TransferEntry(new UUID(0, 1), row, 0, 2024, day, new Pence(pence));
    }
}
