package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.LinkageModel;

class StandingRecordsTests {

    private static final LinkageModel MODEL = LinkageModel.initial();

    /** Persons as a service keeps them: a placing replaces those of its records. */
    private static final class Kept {

        private final Set<List<String>> persons = new HashSet<>();

        void replace(Linked placed) {
            Set<String> concerned = new TreeSet<>();
            placed.clusters().forEach(cluster -> concerned.addAll(cluster.ids()));
            persons.removeIf(ids -> ids.stream().anyMatch(concerned::contains));
            placed.clusters().forEach(cluster -> persons.add(cluster.ids()));
        }
    }

    @Nested
    class WhenRecordsComeInSmallDeliveries {

        @Test
        void the_persons_are_those_of_linking_all_at_once() {
            List<IdentityRecord> all = new ArrayList<>(People.of(600, 0.8, 0.1, 17).records);
            Collections.shuffle(all, new Random(4));
            int begun = all.size() * 3 / 4;
            StandingRecords standing = StandingRecords.of(all.subList(0, begun), MODEL, Duplicates.none());
            Kept kept = new Kept();
            kept.replace(Linkage.link(all.subList(0, begun), MODEL, Decisions.none()));

            for (int from = begun; from < all.size(); from += 40) {
                kept.replace(standing.place(
                        all.subList(from, Math.min(all.size(), from + 40)), List.of(), Decisions.none()));
            }

            assertThat(standing.size()).isEqualTo(all.size());
            assertThat(kept.persons).isEqualTo(persons(Linkage.link(all, MODEL, Decisions.none())));
        }

        @Test
        void links_carry_the_weights_of_linking_all_at_once() {
            List<IdentityRecord> all = People.of(300, 0.8, 0.1, 18).records;
            List<IdentityRecord> last = all.subList(all.size() - 30, all.size());
            StandingRecords standing = StandingRecords.of(all.subList(0, all.size() - 30), MODEL, Duplicates.none());

            Linked placed = standing.place(last, List.of(), Decisions.none());

            List<String> ofAll = told(Linkage.link(all, MODEL, Decisions.none()));
            assertThat(told(placed)).isNotEmpty().isSubsetOf(ofAll);
        }
    }

    @Nested
    class WhenARecordIsCorrected {

        private final List<IdentityRecord> others = People.of(100, 0.9, 0, 19).records;
        private final IdentityRecord county = maud("county");
        private final IdentityRecord housing = maud("housing");

        private final StandingRecords standing = StandingRecords.of(with(county, housing), MODEL, Duplicates.none());

        @Test
        void whoever_was_linked_to_it_is_placed_anew() {
            IdentityRecord corrected = new IdentityRecord(
                    county.id(), "county", "Chidi", "Umeh", LocalDate.of(1999, 9, 9), "M", null, null, null, null);

            Linked placed = standing.place(List.of(corrected), List.of(), Decisions.none());

            assertThat(persons(placed)).containsExactlyInAnyOrder(List.of("county-maud"), List.of("housing-maud"));
        }

        @Test
        void correcting_it_back_joins_again() {
            IdentityRecord corrected = new IdentityRecord(
                    county.id(), "county", "Chidi", "Umeh", LocalDate.of(1999, 9, 9), "M", null, null, null, null);
            standing.place(List.of(corrected), List.of(), Decisions.none());

            Linked placed = standing.place(List.of(county), List.of(), Decisions.none());

            assertThat(persons(placed)).containsExactly(List.of("county-maud", "housing-maud"));
        }

        @Test
        void a_forgotten_record_is_linked_to_nobody() {
            assertThat(standing.holds(county.id())).isTrue();
            standing.forget(List.of(county.id()));
            assertThat(standing.holds(county.id())).isFalse();

            Linked placed = standing.place(List.of(housing), List.of(), Decisions.none());

            assertThat(persons(placed)).containsExactly(List.of("housing-maud"));
            assertThat(standing.size()).isEqualTo(others.size() + 1);
        }

        @Test
        void a_stewards_decision_brings_the_other_one_along() {
            Decisions.Pair pair = new Decisions.Pair(county.id(), housing.id());

            Linked placed = standing.place(List.of(county), List.of(), Decisions.of(List.of(), List.of(pair)));

            assertThat(persons(placed)).containsExactlyInAnyOrder(List.of("county-maud"), List.of("housing-maud"));
            assertThat(placed.links()).extracting(ScoredLink::verdict).containsExactly(Verdict.APART);
        }

        private List<IdentityRecord> with(IdentityRecord... more) {
            List<IdentityRecord> all = new ArrayList<>(others);
            all.addAll(List.of(more));
            return all;
        }
    }

    private static IdentityRecord maud(String agency) {
        return new IdentityRecord(
                agency + "-maud",
                agency,
                "Maud",
                "Ellery",
                LocalDate.of(1940, 1, 2),
                "F",
                "NM1 1AA",
                "1 Tan St",
                null,
                null);
    }

    private static Set<List<String>> persons(Linked linked) {
        Set<List<String>> persons = new HashSet<>();
        linked.clusters().forEach(cluster -> persons.add(cluster.ids()));
        return persons;
    }

    private static List<String> told(Linked linked) {
        return linked.links().stream()
                .map(link ->
                        link.idA() + " " + link.idB() + " " + Math.round(link.weight() * 1e4) + " " + link.verdict())
                .toList();
    }
}
