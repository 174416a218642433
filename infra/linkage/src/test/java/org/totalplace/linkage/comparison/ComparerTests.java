package org.totalplace.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.linkage.model.ComparisonLevel.EXACT;
import static org.totalplace.linkage.model.ComparisonLevel.MISSING;
import static org.totalplace.linkage.model.ComparisonLevel.SWAPPED;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

class ComparerTests {

    @ParameterizedTest
    @CsvSource({
        "Robert,ROBERT,EXACT",
        "Robert,Bob,NICKNAME",
        "Robert,Robret,CLOSE",
        "Mary Ann,Maryann,CLOSE",
        "R,Robert,PART",
        "Anna Sofia,Sofia,PART",
        "Robert,Susan,DIFFERENT",
        "Robert,unknown,MISSING",
        "unknown,unknown,MISSING"
    })
    void given_names(String a, String b, ComparisonLevel expected) {
        Columns columns = new Columns(2);
        columns.putName(0, a, "Smith");
        columns.putName(1, b, "Smith");

        assertThat(level(columns, Field.GIVEN_NAME)).isEqualTo(expected);
    }

    @Test
    void given_and_family_name_in_each_others_place_are_swapped() {
        Columns columns = new Columns(2);
        columns.putName(0, "Rhys", "Morgan");
        columns.putName(1, "Morgan", "Rhys");

        assertThat(level(columns, Field.GIVEN_NAME)).isEqualTo(SWAPPED);
        assertThat(level(columns, Field.FAMILY_NAME)).isEqualTo(SWAPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "1984-07-03,1984-07-03,EXACT",
        "1984-07-03,1984-03-07,DAY_MONTH_SWAPPED",
        "1984-07-03,1984-07-08,ONE_EDIT",
        "1984-07-03,1948-07-03,ONE_EDIT",
        "1984-07-03,1984-07-26,TWO_PARTS",
        "1984-07-03,1991-07-03,TWO_PARTS",
        "1984-07-03,1984-10-26,SAME_YEAR",
        "1984-07-03,1991-10-26,DIFFERENT",
        "1900-01-01,1900-01-01,MISSING"
    })
    void dates_of_birth(LocalDate a, LocalDate b, ComparisonLevel expected) {
        Columns columns = new Columns(2);
        columns.putBirth(0, a, "F");
        columns.putBirth(1, b, "female");

        assertThat(level(columns, Field.DATE_OF_BIRTH)).isEqualTo(expected);
        assertThat(level(columns, Field.SEX)).isEqualTo(EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "NM4 7QA,nm47qa,EXACT",
        "NM4 7QA,NM4 7QB,ONE_EDIT",
        "NM4 7QA,NM4 7XB,SECTOR",
        "NM4 7QA,NM4 1XB,OUTWARD",
        "NM4 7QA,NM17 1XB,DIFFERENT",
        "4011,4019,ONE_EDIT",
        "4011,4099,OUTWARD",
        "ZZ99 3VZ,ZZ99 3VZ,MISSING"
    })
    void postcodes(String a, String b, ComparisonLevel expected) {
        assertThat(level(places(a, b, null, null), Field.POSTCODE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14 High St, Thornby|14 High Street Thornby|EXACT",
                "14 High Street, Thornby|Thornby, 14 Hihg Street|CLOSE",
                "14 High Street, Thornby|14 High Street, Thornby, Northmoor Vale|CLOSE",
                "14 High Street, Thornby|16 High Street, Thornby|SIMILAR",
                "14 High Street, Thornby|9 Quarry Rise, Moorland|DIFFERENT",
                "no fixed abode|no fixed abode|MISSING"
            })
    void addresses(String a, String b, ComparisonLevel expected) {
        assertThat(level(places(null, null, a, b), Field.ADDRESS)).isEqualTo(expected);
    }

    @Test
    void an_nhs_number_with_a_wrong_check_digit_is_missing_even_beside_itself() {
        Columns columns = new Columns(2);
        columns.putNhsNumber(0, "9434765918");
        columns.putNhsNumber(1, "9434765918");

        assertThat(level(columns, Field.NHS_NUMBER)).isEqualTo(MISSING);
    }

    private static Columns places(
            @Nullable String postcodeA, @Nullable String postcodeB, @Nullable String a, @Nullable String b) {
        Columns columns = new Columns(2);
        columns.putPostcode(0, postcodeA, null);
        columns.putAddress(0, a);
        columns.putPostcode(1, postcodeB, null);
        columns.putAddress(1, b);
        return columns;
    }

    private static ComparisonLevel level(Columns columns, Field field) {
        columns.putSource(0, "county");
        columns.putSource(1, "district");
        columns.complete();
        Comparer comparer = new Comparer(columns);
        assertThat(comparer.compare(0, 1)).as("either way round").isEqualTo(comparer.compare(1, 0));
        return field.level(Patterns.code(comparer.compare(0, 1), field));
    }
}
