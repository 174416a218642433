package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.Policy;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

class VerdictTests {

    private static final Mapping SURE = mapping(0.95, Mapping.Source.INFERRED);

    private final Accounts accounts = new Accounts();

    @Test
    void publishes_what_is_whole_and_usual() {
        accept("100.00");

        assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), SURE, null))
                .isInstanceOf(Verdict.Publish.class);
    }

    @Nested
    class WhenARowIsRefused {

        @Test
        void an_all_or_nothing_feed_takes_nothing() {
            accept("100.00");
            accounts.refuse(null);

            assertThat(refusal(verdict(delivery(Policy.ALL_OR_NOTHING, null, null), SURE, null)))
                    .contains("1 of 2 rows", "all or nothing");
        }

        @Test
        void a_feed_that_accepts_good_rows_takes_the_others() {
            accept("100.00");
            accounts.refuse(null);

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), SURE, null))
                    .isInstanceOf(Verdict.Publish.class);
        }

        @Test
        void a_file_without_a_single_good_row_is_refused() {
            accounts.refuse(null);

            assertThat(refusal(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), SURE, null)))
                    .contains("None of the 1 rows");
        }
    }

    @Nested
    class WhenControlTotalsWereDeclared {

        @Test
        void another_number_of_rows_refuses_the_file() {
            accept("100.00");

            assertThat(refusal(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, 2L, null), SURE, null)))
                    .contains("declared 2 rows", "has 1");
        }

        @Test
        void another_total_refuses_the_file_and_says_the_difference() {
            accept("100.00");

            assertThat(refusal(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, 1L, "100.01"), SURE, null)))
                    .contains("£100.01", "£100.00", "difference of £-0.01");
        }

        @Test
        void refused_rows_count_towards_what_was_declared() {
            accept("100.00");
            accounts.refuse(Pence.ofPounds("1.00"));

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, 2L, "101.00"), SURE, null))
                    .isInstanceOf(Verdict.Publish.class);
        }
    }

    @Nested
    class WhenSomethingIsUnusual {

        @Test
        void a_total_over_three_times_the_usual_waits_for_a_word_of_the_agency() {
            accept("301.00");

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), SURE, Pence.ofPounds("100.00")))
                    .isInstanceOf(Verdict.AskFirst.class);
        }

        @Test
        void a_required_column_that_was_as_good_as_guessed_waits_too() {
            accept("100.00");
            Mapping guessed = mapping(0.4, Mapping.Source.INFERRED);

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), guessed, null))
                    .isInstanceOf(Verdict.AskFirst.class);
        }

        @Test
        void a_file_of_which_most_rows_are_refused_waits_and_says_what_would_be_left() {
            accept("100.00");
            for (int i = 0; i < 20; i++) {
                accounts.refuse(Pence.ofPounds("5.00"));
            }

            Verdict verdict = verdict(delivery(Policy.ACCEPT_GOOD_ROWS, 21L, "200.00"), SURE, null);

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.AskFirst.class,
                            asked -> assertThat(asked.why())
                                    .singleElement()
                                    .satisfies(why ->
                                            assertThat(why.message()).contains("20 of 21 rows", "only the other 1")));
        }

        @Test
        void a_file_of_which_most_rows_are_taken_does_not_wait() {
            for (int i = 0; i < 20; i++) {
                accept("1.00");
                accounts.refuse(null);
            }

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), SURE, null))
                    .isInstanceOf(Verdict.Publish.class);
        }

        @Test
        void a_column_that_was_set_by_hand_is_not_doubted() {
            accept("100.00");
            Mapping byHand = mapping(0.4, Mapping.Source.SET_BY_HAND);

            assertThat(verdict(delivery(Policy.ACCEPT_GOOD_ROWS, null, null), byHand, null))
                    .isInstanceOf(Verdict.Publish.class);
        }

        @Test
        void once_confirmed_it_is_published() {
            accept("301.00");
            Delivery confirmed = delivery(DeliveryStatus.CONFIRMED, Policy.ACCEPT_GOOD_ROWS, null, null);

            assertThat(verdict(confirmed, SURE, Pence.ofPounds("100.00"))).isInstanceOf(Verdict.Publish.class);
        }
    }

    private void accept(String pounds) {
        accounts.accept(Pence.ofPounds(pounds), null);
    }

    private Verdict verdict(Delivery delivery, Mapping mapping, @Nullable Pence usual) {
        return Verdict.of(delivery, Layouts.PAYMENTS, mapping, accounts, usual, List.of());
    }

    private static String refusal(Verdict verdict) {
        return verdict instanceof Verdict.Refuse refuse ? refuse.why().message() : "not refused: " + verdict;
    }

    private static Mapping mapping(double confidence, Mapping.Source source) {
        return new Mapping(List.of(new MappedColumn("amount", 0, "Amt", confidence, "content")), List.of(), source);
    }

    private static Delivery delivery(Policy policy, @Nullable Long rows, @Nullable String total) {
        return delivery(DeliveryStatus.READING, policy, rows, total);
    }

    private static Delivery delivery(
            DeliveryStatus status, Policy policy, @Nullable Long rows, @Nullable String total) {
        Feed feed = new Feed(
                "county-payments", new AgencyCode("county"), "payments", policy, null, Map.of(), false, null, null);
        return new Delivery(
                new UUID(0, 1),
                1,
                feed,
                status,
                "may.csv",
                10,
                "00",
                null,
                rows,
                total == null ? null : Pence.ofPounds(total),
                Path.of("spooled"),
                null);
    }
}
