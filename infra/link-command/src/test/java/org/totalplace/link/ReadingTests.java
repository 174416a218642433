package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {

    @Nested
    class ADate {

        @ParameterizedTest
        @CsvSource({
            "19840703",
            "1984-07-03",
            "1984-07-03T00:00:00",
            "03/07/1984",
            "3.7.1984",
            "3 Jul 1984",
            "July 3 1984",
            "03071984",
            "1984/13/07"
        })
        void is_read_as_it_is_printed(String printed) {
            LocalDate read = PrintedDates.of(Stream.of(printed)).read(printed);

            assertThat(read).isEqualTo(printed.contains("13") ? LocalDate.of(1984, 7, 13) : LocalDate.of(1984, 7, 3));
        }

        @Test
        void begins_with_the_month_where_other_cells_of_the_column_say_so() {
            assertThat(PrintedDates.of(Stream.of("07/03/1984", "12/31/1990")).read("07/03/1984"))
                    .isEqualTo(LocalDate.of(1984, 7, 3));
        }

        @ParameterizedTest
        @CsvSource({
            "07031984, 12311990",
            "1984-03-07, 1990-31-12",
            "July 3rd 1984, 1 Jan 1990",
            "30866, 33000",
            "3rd July 1984, 1 Jan 1990"
        })
        void is_read_as_the_rest_of_its_column_says(String printed, String other) {
            LocalDate read = PrintedDates.of(Stream.of(printed, other)).read(printed);

            assertThat(read).isEqualTo(LocalDate.of(1984, 7, 3));
        }

        @Test
        void of_eight_digits_in_a_column_of_days_first_is_no_date_of_the_middle_ages() {
            assertThat(PrintedDates.of(Stream.of("10122005", "31121990")).read("10122005"))
                    .isEqualTo(LocalDate.of(2005, 12, 10));
        }

        @ParameterizedTest
        @CsvSource({"19841399", "unknown", "1984", "31/02/1984", "''"})
        void that_is_none_is_missing(String printed) {
            assertThat(PrintedDates.of(Stream.of(printed)).read(printed)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Gwen Morgan, Gwen, Morgan",
        "'Morgan, Gwen Ann', Gwen, Morgan",
        "Dr. Gwen Ann Morgan, Gwen, Morgan",
        "Vincent van der Berg, Vincent, van der Berg",
        "'Thomas Clay, 2nd Baron Clay', Thomas, Clay",
        "John Morgan Jr., John, Morgan",
        "Morgan, '', Morgan"
    })
    void a_whole_name_is_parted(String printed, String given, String family) {
        assertThat(FullName.of(printed)).isEqualTo(new FullName(given, family));
    }

    @Nested
    class AFile {

        @Test
        void of_any_separator_is_read_with_line_breaks_in_cells() {
            Table table = TableFiles.csv("a", "name;address\nGwen;\"1 High Street\nThornby\"\n\nAhmed\n");

            assertThat(table.headers()).containsExactly("name", "address");
            assertThat(table.rows()).containsExactly(List.of("Gwen", "1 High Street\nThornby"), List.of("Ahmed", ""));
        }

        @Test
        void that_is_empty_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TableFiles.csv("a", ""))
                    .withMessageContaining("a is empty");
        }

        @Test
        void is_mapped_by_its_headers_and_then_by_what_stands_in_it() {
            StringBuilder text = new StringBuilder("ref,x1,x2,x3,x4,city\n");
            for (int row = 0; row < 40; row++) {
                text.append(row)
                        .append(row % 2 == 0 ? ",Elizabeth,Morgan," : ",Robert,Siddiqui,")
                        .append(1950 + row)
                        .append("-03-04,somebody")
                        .append(row)
                        .append("@post.example,Thornby\n");
            }

            FieldMapping mapping = Inference.of(TableFiles.csv("a", text.toString()), List.of(), -1, FieldMapping.NONE);

            assertThat(mapping.columns())
                    .containsEntry(Meaning.GIVEN, List.of(1))
                    .containsEntry(Meaning.FAMILY, List.of(2))
                    .containsEntry(Meaning.BIRTH, List.of(3))
                    .containsEntry(Meaning.EMAIL, List.of(4))
                    .containsEntry(Meaning.TOWN, List.of(5));
        }

        @Test
        void with_a_mapping_that_names_no_column_is_refused() {
            Table table = TableFiles.csv("a", "name\nGwen\n");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FieldMapping.refuseUnknown(Map.of("given", "forename"), List.of(table)))
                    .withMessageContaining("'forename'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FieldMapping.given(Map.of("giveen", "name"), table))
                    .withMessageContaining("'giveen'");
        }
    }
}
