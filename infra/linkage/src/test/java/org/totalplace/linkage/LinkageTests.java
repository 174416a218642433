package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

class LinkageTests {

    private static final LinkageModel MODEL = LinkageModel.initial();
    private static final LocalDate BORN = LocalDate.of(1984, 7, 3);
    private static final String NHS = "9434765919";

    private static final IdentityRecord GWEN = gwen("c1", "county", BORN, NHS);
    private static final IdentityRecord GWEN_OF_DISTRICT = gwen("d1", "district", BORN, null);
    private static final IdentityRecord GWEN_AGAIN_OF_DISTRICT = gwen("d2", "district", BORN.plusYears(1), null);
    private static final IdentityRecord STRANGER = new IdentityRecord(
            "d9",
            "district",
            "Ahmed",
            "Siddiqui",
            LocalDate.of(1950, 2, 20),
            "M",
            "NM1 1AA",
            "1 Mill Lane",
            null,
            null);

    @Nested
    class WithoutDecisions {

        @Test
        void records_of_one_person_share_a_cluster_and_a_stranger_does_not() {
            Linked linked = link(Decisions.none(), GWEN, GWEN_OF_DISTRICT, STRANGER);

            assertThat(linked.clusters()).containsExactly(new Cluster(List.of("c1", "d1")), new Cluster(List.of("d9")));
            assertThat(linked.links()).hasSize(1).first().satisfies(link -> {
                assertThat(link.verdict()).isEqualTo(Verdict.JOIN);
                assertThat(link.levels()).containsEntry(Field.DATE_OF_BIRTH, ComparisonLevel.EXACT);
                assertThat(link.levels()).containsEntry(Field.NHS_NUMBER, ComparisonLevel.MISSING);
                assertThat(link.probability()).isGreaterThan(0.99);
            });
        }

        @Test
        void an_agency_has_one_record_a_person_and_the_better_one_is_taken() {
            Linked linked = link(Decisions.none(), GWEN, GWEN_OF_DISTRICT, GWEN_AGAIN_OF_DISTRICT);

            assertThat(linked.clusters()).containsExactly(new Cluster(List.of("c1", "d1")), new Cluster(List.of("d2")));
            assertThat(linked.links())
                    .filteredOn(link -> link.idB().equals("d2"))
                    .extracting(ScoredLink::verdict)
                    .containsOnly(Verdict.ATTENTION);
        }

        @Test
        void an_agency_that_holds_duplicates_may_have_several() {
            Linked linked = Linkage.link(
                    List.of(GWEN, GWEN_OF_DISTRICT, GWEN_AGAIN_OF_DISTRICT),
                    MODEL,
                    Decisions.none(),
                    Duplicates.heldBy("district"));

            assertThat(linked.clusters()).containsExactly(new Cluster(List.of("c1", "d1", "d2")));
        }

        @Test
        void one_wrong_nhs_number_does_not_glue_two_people() {
            IdentityRecord other = new IdentityRecord(
                    "t1", "nhs-trust", "Ahmed", "Siddiqui", LocalDate.of(1950, 2, 20), "M", null, null, NHS, null);
            Linked linked = link(Decisions.none(), GWEN, other);

            assertThat(linked.clusters()).hasSize(2);
            assertThat(linked.links()).hasSize(1).first().satisfies(link -> {
                assertThat(link.verdict()).isEqualTo(Verdict.ATTENTION);
                assertThat(link.reason()).contains("NHS number");
            });
        }

        @Test
        void a_shared_nhs_number_joins_across_a_new_name_and_address() {
            IdentityRecord married = new IdentityRecord(
                    "t1", "nhs-trust", "Gwen", "Siddiqui", BORN, "F", "NM9 1AA", "7 New Road", NHS, null);

            assertThat(link(Decisions.none(), GWEN, married).clusters()).hasSize(1);
        }

        @Test
        void records_that_say_nothing_stay_alone() {
            IdentityRecord one =
                    new IdentityRecord("a", "county", "Unknown", "Unknown", null, null, null, null, "9999999999", null);
            IdentityRecord other = new IdentityRecord(
                    "b", "district", "Unknown", "Unknown", null, null, null, null, "9999999999", null);

            assertThat(link(Decisions.none(), one, other).clusters()).hasSize(2);
            assertThat(link(Decisions.none()).clusters()).isEmpty();
        }

        @Test
        void two_records_with_one_id_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> link(Decisions.none(), GWEN, GWEN))
                    .withMessageContaining("'c1'");
        }
    }

    @Nested
    class WithAStewardsDecision {

        @Test
        void joined_records_share_a_cluster_whatever_they_say() {
            Decisions decisions = Decisions.of(List.of(new Decisions.Pair("d9", "c1")), List.of());

            Linked linked = link(decisions, GWEN, STRANGER);

            assertThat(linked.clusters()).containsExactly(new Cluster(List.of("c1", "d9")));
            assertThat(linked.links()).hasSize(1).first().satisfies(link -> {
                assertThat(link.verdict()).isEqualTo(Verdict.JOIN);
                assertThat(link.reason()).isEqualTo("A steward joined the two.");
            });
        }

        @Test
        void records_kept_apart_never_share_a_cluster_even_through_a_third() {
            Decisions decisions = Decisions.of(List.of(), List.of(new Decisions.Pair("c1", "d1")));
            IdentityRecord third = gwen("t1", "nhs-trust", BORN, NHS);
            Linked linked = link(decisions, GWEN, GWEN_OF_DISTRICT, third);

            assertThat(linked.clusters())
                    .noneMatch(cluster -> cluster.ids().containsAll(List.of("c1", "d1")))
                    .hasSize(2);
            assertThat(linked.links())
                    .anyMatch(link ->
                            link.verdict() == Verdict.APART && link.reason().contains("steward"));
        }

        @Test
        void a_keep_apart_outweighs_a_chain_of_joins() {
            Decisions decisions = Decisions.of(
                    List.of(new Decisions.Pair("c1", "d9"), new Decisions.Pair("d9", "t1")),
                    List.of(new Decisions.Pair("c1", "t1")));
            IdentityRecord third = gwen("t1", "nhs-trust", BORN, NHS);

            Linked linked = link(decisions, GWEN, STRANGER, third);

            assertThat(linked.clusters()).containsExactly(new Cluster(List.of("c1", "d9")), new Cluster(List.of("t1")));
            assertThat(linked.links())
                    .anyMatch(link -> link.idA().equals("d9") && link.reason().contains("another decision"));
        }

        @Test
        void a_decision_about_an_absent_record_has_no_effect() {
            Decisions decisions = Decisions.of(List.of(new Decisions.Pair("c1", "gone")), List.of());

            assertThat(link(decisions, GWEN, STRANGER).clusters()).hasSize(2);
        }
    }

    @Nested
    class AThousandPeople {

        private final People people = People.of(1000, 0.6, 0.1, 11);

        @Test
        void come_out_the_same_in_any_order() {
            LinkageModel model = Training.train(people.records, MODEL, 5);
            List<IdentityRecord> shuffled = new ArrayList<>(people.records);
            Collections.shuffle(shuffled, new Random(99));

            Linked once = Linkage.link(people.records, model, Decisions.none());
            Linked again = Linkage.link(shuffled, model, Decisions.none());

            assertThat(again.clusters()).isEqualTo(once.clusters());
            assertThat(again.links())
                    .extracting(ScoredLink::idA, ScoredLink::idB, ScoredLink::weight, ScoredLink::verdict)
                    .isEqualTo(once.links().stream()
                            .map(l -> tuple(l.idA(), l.idB(), l.weight(), l.verdict()))
                            .toList());
        }

        @Test
        void have_at_most_one_record_an_agency_each() {
            Linked linked = Linkage.link(people.records, Training.train(people.records, MODEL, 5), Decisions.none());

            assertThat(linked.clusters())
                    .allMatch(cluster -> cluster.ids().stream()
                                    .map(id -> id.substring(0, id.lastIndexOf('-')))
                                    .distinct()
                                    .count()
                            == cluster.ids().size());
        }

        @Test
        void are_found_again_in_households_of_three() {
            Linked linked = Linkage.link(people.records, Training.train(people.records, MODEL, 5), Decisions.none());
            Measures measures = Measures.of(linked.clusters(), people.truth);

            assertThat(measures.pairwise().precision()).isGreaterThan(0.995);
            assertThat(measures.pairwise().recall()).isGreaterThan(0.95);
        }
    }

    private static IdentityRecord gwen(String id, String source, LocalDate born, @Nullable String nhsNumber) {
        return new IdentityRecord(
                id, source, "Gwen", "Morgan", born, "F", "NM4 7QA", "14 High Street, Thornby", nhsNumber, null);
    }

    private static Linked link(Decisions decisions, IdentityRecord... records) {
        return Linkage.link(List.of(records), MODEL, decisions);
    }

    /** Somebody whom one agency wrote down anew at each of thousands of visits. */
    @Test
    void a_person_of_thousands_of_records_neither_vanishes_nor_hinders() {
        People others = People.of(2_000, 0.5, 0.02, 11);
        List<IdentityRecord> records = new ArrayList<>(others.records);
        for (int visit = 0; visit < 2_500; visit++) {
            records.add(new IdentityRecord(
                    "visit-" + visit,
                    "clinic",
                    visit % 50 == 0 ? "Gwenn" : "Gwen",
                    visit % 7 == 0 ? "Morganst" + (char) ('a' + visit % 26) + "ne" : "Morganstone",
                    LocalDate.of(1984, 7, 3),
                    "F",
                    "NM1 1AA",
                    (1 + visit % 400) + " High Street",
                    null,
                    null));
        }
        Duplicates duplicates = Duplicates.heldBy("clinic");
        PreparedRecords prepared = PreparedRecords.of(records, duplicates);

        Linked linked = prepared.link(prepared.train(LinkageModel.initial(), 1), Decisions.none());

        assertThat(linked.clusters().stream()
                        .mapToInt(cluster -> (int) cluster.ids().stream()
                                .filter(id -> id.startsWith("visit-"))
                                .count())
                        .max())
                .hasValue(2_500);
    }

    @Test
    void every_pair_of_a_person_is_told_when_asked_for_in_full() {
        People people = People.of(300, 0.9, 0.2, 12);
        PreparedRecords prepared = PreparedRecords.of(people.records, Duplicates.none());
        LinkageModel model = prepared.train(LinkageModel.initial(), 1);

        Linked linked = prepared.linkInFull(model, Decisions.none(), 100);

        long pairs = linked.clusters().stream()
                .mapToLong(
                        cluster -> (long) cluster.ids().size() * (cluster.ids().size() - 1) / 2)
                .sum();
        assertThat(linked.links().stream().filter(link -> link.verdict() == Verdict.JOIN))
                .hasSize((int) pairs);
        assertThat(linked.clusters())
                .isEqualTo(prepared.link(model, Decisions.none()).clusters());
    }
}
