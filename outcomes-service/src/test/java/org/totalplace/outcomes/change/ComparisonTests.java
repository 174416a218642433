package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.starter.disclosure.PublishedCount;

class ComparisonTests {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private long next;

    @Nested
    class Matching {

        @Test
        void pairs_persons_of_the_same_band_sex_and_contacts_and_nobody_else() {
            List<Candidate> all = new ArrayList<>(some(12, true, "65-74", "female", 0, Status.BETTER));
            all.addAll(some(9, false, "65-74", "female", 0, Status.SAME));
            all.addAll(some(5, false, "65-74", "male", 0, Status.SAME));
            all.addAll(some(5, false, "75-84", "female", 0, Status.SAME));
            all.addAll(some(5, false, "65-74", "female", 3, Status.SAME));

            Matched matched = Matched.of(all);

            assertThat(matched.reached()).hasSize(9);
            assertThat(matched.others()).hasSize(9).allSatisfy(one -> {
                assertThat(one.sex()).isEqualTo("female");
                assertThat(one.ageBand()).isEqualTo("65-74");
                assertThat(one.contactsBefore()).isZero();
            });
        }

        @Test
        void leaves_out_of_whom_age_or_sex_is_not_known() {
            List<Candidate> all = new ArrayList<>(some(9, true, null, "female", 0, Status.BETTER));
            all.addAll(some(9, false, null, "female", 0, Status.SAME));
            all.addAll(some(9, true, "65-74", null, 0, Status.BETTER));
            all.addAll(some(9, false, "65-74", null, 0, Status.SAME));

            assertThat(Matched.of(all).reached()).isEmpty();
        }

        @Test
        void gives_the_same_pairs_in_whatever_order_persons_come() {
            List<Candidate> all = new ArrayList<>(some(40, true, "65-74", "female", 0, Status.BETTER));
            all.addAll(some(20, false, "65-74", "female", 0, Status.SAME));
            Matched first = Matched.of(all);
            Collections.shuffle(all, new Random(5));

            assertThat(Matched.of(all)).isEqualTo(first);
            assertThat(first.reached()).hasSize(20);
        }
    }

    @Nested
    class AnAnswer {

        private final Comparison answer = answer();

        /** 25 reached the stage and are matched; of 35 who did not, ten men find nobody alike. */
        private Comparison answer() {
            List<Candidate> all = new ArrayList<>(some(15, true, "65-74", "female", 0, Status.BETTER));
            all.addAll(some(15, false, "65-74", "female", 0, Status.BETTER));
            all.addAll(some(10, false, "65-74", "male", 0, Status.BETTER));
            all.addAll(some(10, true, "75-84", "male", 4, Status.WORSE));
            all.addAll(some(10, false, "75-84", "male", 4, Status.WORSE));
            return Comparison.of(ChangeAsked.ofOne("leaving", "score"), "support", NOW, all);
        }

        @Test
        void has_as_many_in_one_group_as_in_the_other() {
            assertThat(answer.results())
                    .extracting(group -> group.persons().value())
                    .containsExactly(25L, 25L);
            assertThat(answer.results())
                    .extracting(group -> group.byStatus()
                            .getOrDefault("better", PublishedCount.of(0))
                            .shown())
                    .containsExactly("15", "15");
            assertThat(answer.difference().value()).isEqualByComparingTo("0");
        }

        @Test
        void tells_how_far_groups_differ_before_and_after_matching() {
            Map<String, String> matched = balance(true);

            assertThat(matched)
                    .containsEntry("age-band", "0.0")
                    .containsEntry("sex", "0.0")
                    .containsEntry("contacts-before", "0.0");
            // 0.6 of 25 are female beside 0.429 of 35: 0.171 over the root of the mean of 0.250 and 0.252.
            assertThat(balance(false)).containsEntry("sex", "0.3");
        }

        private Map<String, String> balance(boolean matched) {
            return answer.balance().stream()
                    .collect(Collectors.toMap(
                            Balance::variable,
                            one -> String.valueOf((matched ? one.matched() : one.everybody()).shown())
                                    .replace("-", "")));
        }

        @Test
        void says_what_was_seen_and_never_why() {
            Wording.claimsNoCause(answer.csv());
            Wording.claimsNoCause(Comparison.NOTE);
        }

        @Test
        void has_a_csv_with_the_groups_their_difference_and_the_balance() {
            assertThat(answer.csv().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                    .containsExactly(
                            "group",
                            "group",
                            "difference",
                            "balance",
                            "balance",
                            "balance",
                            "balance",
                            "balance",
                            "balance");
        }
    }

    /** Five who find nobody alike would be all with two readings less those matched. */
    @Test
    void few_who_find_nobody_alike_are_hidden_and_others_with_them() {
        List<Candidate> all = new ArrayList<>(some(40, true, "65-74", "female", 0, Status.BETTER));
        all.addAll(some(40, false, "65-74", "female", 0, Status.SAME));
        all.addAll(some(5, false, "65-74", "male", 0, Status.SAME));

        Comparison answer = Comparison.of(ChangeAsked.ofOne("leaving", "score"), "support", NOW, all);

        assertThat(answer.results().get(1).unmatched().symbol()).isEqualTo("c");
        assertThat(answer.results().get(1).byStatus().values()).anyMatch(count -> count.value() == null);
    }

    @Test
    void a_small_group_tells_no_balance() {
        List<Candidate> all = new ArrayList<>(some(7, true, "65-74", "female", 0, Status.BETTER));
        all.addAll(some(40, false, "65-74", "female", 1, Status.SAME));

        Comparison answer = Comparison.of(ChangeAsked.ofOne("leaving", "score"), "support", NOW, all);

        assertThat(answer.balance())
                .allSatisfy(one -> assertThat(one.everybody().symbol()).isEqualTo("c"));
        assertThat(answer.difference().value()).isNull();
    }

    /** Newcombe 1998, table II, example (a), method 10: 56 of 70 beside 48 of 80. */
    @Test
    void the_difference_has_the_interval_of_the_published_example() {
        var difference = Comparison.Difference.of(56, 70, 48, 80);

        assertThat(difference.value()).isEqualByComparingTo("0.200");
        assertThat(difference.low()).isEqualByComparingTo("0.052");
        assertThat(difference.high()).isEqualByComparingTo("0.334");
    }

    private List<Candidate> some(
            int many, boolean reached, @Nullable String ageBand, @Nullable String sex, long contacts, Status status) {
        List<Candidate> some = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            some.add(new Candidate(new UUID(1, next++), reached, ageBand, sex, contacts, 5_000, 100, status));
        }
        return some;
    }
}
