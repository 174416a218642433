package org.totalplace.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTests {

    static List<RecordLayout> all() {
        return List.of(Layouts.PAYMENTS, Layouts.PEOPLE, Layouts.CONTACTS, Layouts.OUTCOMES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void synonyms_are_written_as_headers_are_compared(RecordLayout layout) {
        for (Field field : layout.fields()) {
            assertThat(field.synonyms()).as(field.name()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(List.of(field.synonyms(), field.avoided(), field.parts()))
                    .allSatisfy(words -> assertThat(words).allMatch(word -> word.matches("[a-z0-9]+( [a-z0-9]+)*")));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_name_that_is_preferred_belongs_to_one_field_only(RecordLayout layout) {
        assertThat(layout.fields().stream().map(field -> field.synonyms().getFirst()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_field_that_does_not_exist_has_no_index() {
        assertThat(Layouts.PAYMENTS.indexOf("date")).isZero();
        assertThatThrownBy(() -> Layouts.PAYMENTS.indexOf("nhsNumber"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payments has no field 'nhsNumber', only date, amount");
    }

    @Test
    void whatever_tells_of_a_person_is_marked_as_personal() {
        assertThat(Layouts.PEOPLE.fields())
                .filteredOn(field -> !field.personal())
                .extracting(Field::name)
                .containsExactly("updatedAt", "encodingSchema");
    }
}
