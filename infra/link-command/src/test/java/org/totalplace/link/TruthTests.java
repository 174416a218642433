package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTests {

    /** Two files that both count from 0; the first two people of each are the same. */
    private final List<Source> twoWithEqualIds = List.of(
            source("council", "id,surname\n0,Morgan\n1,Siddiqui\n2,Kowalski\n"),
            source("health", "id,surname\n0,Siddiqui\n1,Morgan\n2,Adeyemi\n"));

    private final List<Source> one =
            List.of(source("people", "ref,surname\n10,Morgan\n11,Morgan\n12,Siddiqui\n13,Siddiqui\n"));

    @Nested
    class AFileOfPersons {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "id,cluster",
                    "id,true_id",
                    "id,true_cluster",
                    "ref,individual_id",
                    "reference,entity",
                    "key,x",
                    "cluster,id",
                    "person,record"
                })
        void is_known_by_its_headers_or_by_what_names_records(String headers) {
            boolean personFirst = headers.startsWith("cluster") || headers.startsWith("person");
            String rows = personFirst ? "a,10\na,11\nb,12\nb,13\n" : "10,a\n11,a\n12,b\n13,b\n";

            assertThat(groups(truth(headers + "\n" + rows, one)))
                    .containsExactlyInAnyOrder(Set.of("10", "11"), Set.of("12", "13"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"id,individual", "p,q", "a,b"})
        void may_number_persons_as_records_are_numbered(String headers) {
            assertThat(groups(truth(headers + "\n10,10\n11,10\n12,12\n13,12\n", one)))
                    .containsExactlyInAnyOrder(Set.of("10", "11"), Set.of("12", "13"));
        }

        @Test
        void tells_sources_with_equal_ids_apart() {
            Truth truth = truth(
                    "source,id,cluster\ncouncil,0,a\ncouncil,1,b\ncouncil,2,c\nhealth,0,b\nhealth,1,a\nhealth,2,d\n",
                    twoWithEqualIds);

            assertThat(groups(truth)).contains(Set.of("council 0", "health 1"), Set.of("council 1", "health 0"));
            assertThat(truth.warnings()).isEmpty();
        }

        @Test
        void is_refused_when_it_does_not_say_which_source_it_means() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> truth("id,cluster\n0,a\n1,b\n2,c\n", twoWithEqualIds))
                    .withMessageContaining("0 of 3 ids")
                    .withMessageContaining("name the source");
        }

        @Test
        void may_name_rows_from_0_of_a_file_without_ids() {
            List<Source> nameless = List.of(source("people", "surname\nMorgan\nMorgan\nSiddiqui\n"));

            assertThat(truth("row,cluster\n0,a\n1,a\n2,b\n", nameless).persons())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            nameless.getFirst().key(0), "a",
                            nameless.getFirst().key(1), "a",
                            nameless.getFirst().key(2), "b"));
        }

        @Test
        void that_names_few_records_is_refused_and_one_that_misses_some_warned_of() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> truth("id,cluster\nx1,a\nx2,a\nx3,b\n", one))
                    .withMessageContaining("such as '10'");

            assertThat(truth("id,cluster\n10,a\n11,a\n12,b\n99,b\n", one).warnings())
                    .anyMatch(line -> line.contains("3 of 4 ids") && line.contains("'99'"))
                    .anyMatch(line -> line.contains("knows 3 of 4 records"));
        }

        @Test
        void without_two_records_of_one_person_is_warned_of() {
            assertThat(truth("id,cluster\n10,a\n11,b\n12,c\n13,d\n", one).warnings())
                    .anyMatch(line -> line.contains("recall says nothing"));
        }
    }

    @Nested
    class AFileOfPairs {

        @ParameterizedTest
        @ValueSource(strings = {"id_l,id_r", "id_1,id_2", "left,right", "idA,idB", "p,q", "original,duplicate"})
        void is_known_by_its_headers_or_because_both_columns_name_records(String headers) {
            assertThat(groups(truth(headers + "\n10,11\n12,13\n", one)))
                    .containsExactlyInAnyOrder(Set.of("10", "11"), Set.of("12", "13"));
        }

        @Test
        void may_hold_pairs_that_do_not_match_and_columns_that_look_like_ids() {
            assertThat(groups(truth("name_l,id_l,name_r,id_r,label\nM,10,M,11,1\nS,12,S,13,true\nM,11,S,12,0\n", one)))
                    .containsExactlyInAnyOrder(Set.of("10", "11"), Set.of("12", "13"));
        }

        @Test
        void looks_left_into_the_one_and_right_into_the_other_of_two_sources_with_equal_ids() {
            Truth truth = truth("pair,rtable_id,ltable_id\n1,1,0\n2,0,1\n", twoWithEqualIds);

            assertThat(groups(truth)).contains(Set.of("council 0", "health 1"), Set.of("council 1", "health 0"));
            assertThat(truth.told()).anyMatch(line -> line.contains("`ltable_id` is taken to be of council"));
        }

        @Test
        void may_name_the_source_beside_each_id() {
            assertThat(groups(truth(
                            "unique_id_l,source_dataset_l,unique_id_r,source_dataset_r\n1,health,0,council\n",
                            twoWithEqualIds)))
                    .contains(Set.of("council 0", "health 1"));
        }
    }

    private static Truth truth(String text, List<Source> sources) {
        return TruthFile.read(TableFiles.csv("truth", text), sources);
    }

    private static Source source(String name, String text) {
        Table table = TableFiles.csv(name, text);
        return new Source(table, Inference.of(table, List.of(), -1, FieldMapping.NONE), -1);
    }

    /** The records of each person by their ids, with the source where there are several. */
    private Set<Set<String>> groups(Truth truth) {
        boolean several = truth.persons().keySet().stream().anyMatch(key -> key.startsWith("health"));
        Map<String, String> ids = new HashMap<>();
        for (Source source : several ? twoWithEqualIds : one) {
            for (int row = 0; row < source.table().rows().size(); row++) {
                ids.put(source.key(row), (several ? source.code(row) + " " : "") + source.id(row));
            }
        }
        return truth.persons().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(
                                entry -> ids.getOrDefault(entry.getKey(), ""), Collectors.toCollection(TreeSet::new))))
                .values()
                .stream()
                .collect(Collectors.toSet());
    }
}
