package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceTests {

    private static final List<String> GIVEN = List.of("Gwen", "Ahmed", "Mary", "Robert", "Aisha", "Tomasz", "David");
    private static final List<String> FAMILY =
            List.of("Morgan", "Siddiqui", "Thornby", "Kowalski", "Adeyemi", "Hughes", "Patel", "Zielinski");

    @Nested
    class ByHeaders {

        @Test
        void a_number_that_checks_is_taken_before_a_code_beside_it() {
            FieldMapping mapping = infer("NHS Trust Code,NHS Number\nRXA,943 476 5919\nRXB,9434765870\n");

            assertThat(mapping.of(Meaning.NHS)).containsExactly(1);
        }

        @Test
        void health_numbers_that_were_made_up_still_name_a_person() {
            FieldMapping mapping = infer("surname,nhs_number\nMorgan,1234567890\nSiddiqui,1234567891\n");

            assertThat(mapping.has(Meaning.NHS)).isFalse();
            assertThat(mapping.of(Meaning.IDENTIFIER)).containsExactly(1);
        }

        @ParameterizedTest
        @CsvSource({
            "'GP Postcode,Postcode', POSTCODE",
            "'Referral Postcode,Post Code', POSTCODE",
            "'Next of Kin Surname,Surname', FAMILY",
            "'Mother Forename,Forename(s)', GIVEN",
            "'School Email,E-mail Address', EMAIL"
        })
        void what_is_another_ones_is_not_the_persons(String headers, Meaning meaning) {
            FieldMapping mapping = infer(headers + "\na@b1 2cd,a@b3 4ef\na@b5 6gh,\n");

            assertThat(mapping.of(meaning)).containsExactly(1);
        }

        @Test
        void the_telephone_of_a_named_contact_is_not_the_persons() {
            FieldMapping mapping = infer(
                    "First Name,Contact Name,Contact Phone,Contact Email\nGwen,A Worker,01632960001,a@b.example\n");

            assertThat(mapping.columns()).containsOnlyKeys(Meaning.GIVEN);
        }

        @Test
        void a_second_name_is_the_familys_where_no_other_is() {
            assertThat(infer("Forename,Second Name\nGwen,Morgan\n").of(Meaning.FAMILY))
                    .containsExactly(1);
            assertThat(infer("Forename,Second Name,Surname\nGwen,Ann,Morgan\n").of(Meaning.FAMILY))
                    .containsExactly(2);
        }

        @Test
        void a_date_of_birth_of_years_alone_is_a_year() {
            FieldMapping mapping = infer("name,Date of Birth\nGwen Morgan,1984\nAhmed Siddiqui,1990\n");

            assertThat(mapping.of(Meaning.BIRTH_YEAR)).containsExactly(1);
            assertThat(mapping.has(Meaning.BIRTH)).isFalse();
        }
    }

    @Nested
    class ByWhatIsGiven {

        @Test
        void the_other_columns_are_still_found() {
            Table table = TableFiles.csv(
                    "a",
                    "no,a,b,surname,dob,postcode\n1,Gwen,Morgan,x,1984-07-03,NM1 0AA\n2,Mary,Hughes,y,1990-01-01,\n");
            FieldMapping given = FieldMapping.given(Map.of("given", "a", "family", "b"), table);

            FieldMapping mapping = Inference.of(table, List.of(), -1, given);

            assertThat(mapping.columns())
                    .containsEntry(Meaning.GIVEN, List.of(1))
                    .containsEntry(Meaning.FAMILY, List.of(2))
                    .containsEntry(Meaning.BIRTH, List.of(4))
                    .containsEntry(Meaning.POSTCODE, List.of(5))
                    .containsEntry(Meaning.ID, List.of(0));
        }

        @Test
        void a_meaning_may_be_called_as_headers_call_it() {
            Table table = TableFiles.csv("a", "a,b\nGwen,Morgan\n");

            assertThat(FieldMapping.given(Map.of("first_name", "a", "surname", "b"), table)
                            .columns())
                    .containsOnlyKeys(Meaning.GIVEN, Meaning.FAMILY);
        }

        @Test
        void a_column_can_be_left_out() {
            Table table = TableFiles.csv("a", "no,surname,email\n1,Morgan,a@b.example\n2,Hughes,c@d.example\n");

            FieldMapping mapping =
                    Inference.of(table, List.of(), -1, FieldMapping.given(Map.of("ignored", "email"), table));

            assertThat(mapping.has(Meaning.EMAIL)).isFalse();
        }
    }

    @Nested
    class ByContent {

        @ParameterizedTest
        @CsvSource({"FGT, 1, 0", "GSF, 0, 2", "TGF, 1, 2", "GF, 0, 1", "SFTG, 3, 1"})
        void names_are_found_in_any_order_among_sexes_and_towns(String order, int given, int family) {
            FieldMapping mapping = infer(unnamed(order));

            assertThat(mapping.of(Meaning.GIVEN)).containsExactly(given);
            assertThat(mapping.of(Meaning.FAMILY)).containsExactly(family);
        }

        /** Columns of given names, family names, towns and sexes under headers that say nothing. */
        private String unnamed(String order) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < order.length(); column++) {
                text.append(column == 0 ? "" : ",").append('x').append((char) ('p' + column));
            }
            for (int row = 0; row < 60; row++) {
                text.append('\n');
                for (int column = 0; column < order.length(); column++) {
                    text.append(column == 0 ? "" : ",")
                            .append(
                                    switch (order.charAt(column)) {
                                        case 'G' -> GIVEN.get(row % GIVEN.size());
                                        case 'F' -> FAMILY.get(row * 5 % FAMILY.size());
                                        case 'T' -> "Thornby" + (char) ('a' + row % 9);
                                        default -> row % 2 == 0 ? "M" : "F";
                                    });
                }
            }
            return text + "\n";
        }
    }

    @Nested
    class Ids {

        @ParameterizedTest
        @CsvSource({
            "Record Number",
            "Case Number",
            "Pupil ID",
            "Hospital Number",
            "URN",
            "reference number",
            "Anything No",
            "xyz"
        })
        void are_columns_that_differ_in_every_row(String header) {
            assertThat(infer("surname," + header + "\nMorgan,a1\nMorgan,a2\n").of(Meaning.ID))
                    .containsExactly(1);
        }

        @Test
        void that_differ_within_each_source_alone_are_ids_too() {
            Table table =
                    TableFiles.csv("a", "agency,id,surname\ncouncil,1,Morgan\nhealth,1,Morgan\nhealth,2,Hughes\n");

            assertThat(Inference.of(table, List.of("agency"), 0, FieldMapping.NONE)
                            .of(Meaning.ID))
                    .containsExactly(1);
        }

        @Test
        void that_repeat_are_none() {
            assertThat(infer("id,surname\n1,Morgan\n1,Hughes\n").has(Meaning.ID))
                    .isFalse();
        }
    }

    @Test
    void what_programs_write_for_nothing_is_nothing() {
        Table table = TableFiles.csv("a", "given,dob,house\nnan,19840703.0,5.0\nNan,<NA>,None\n");

        assertThat(table.rows()).containsExactly(List.of("", "19840703", "5"), List.of("Nan", "", ""));
    }

    @Test
    void the_name_of_an_organisation_is_not_parted() {
        assertThat(FullName.of("Acme Holdings Ltd.")).isEqualTo(new FullName("", "acme holdings"));
        assertThat(FullName.of("The Northmoor Trading Co. L.L.C.")).isEqualTo(new FullName("", "northmoor trading"));
        assertThat(FullName.of("Gwen Morgan")).isEqualTo(new FullName("Gwen", "Morgan"));
    }

    private static FieldMapping infer(String text) {
        return Inference.of(TableFiles.csv("a", text), List.of(), -1, FieldMapping.NONE);
    }
}
