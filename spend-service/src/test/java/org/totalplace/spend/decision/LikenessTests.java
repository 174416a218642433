package org.totalplace.spend.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

class LikenessTests {

    private static final Suggesting SUGGESTING = new Suggesting(List.of(
            agency("county", "Northmoor County Council"),
            agency("trust", "Northmoor Hospitals NHS Foundation Trust"),
            agency("district", "Thornby District Council")));

    @ParameterizedTest
    @CsvSource({
        "Northmor County Council, county",
        "Northmoor County Council Highways, county",
        "Thornby Distrct Council, district",
        "Northmoor Hospitals NHS Fdn Trust, trust",
        "Lancashire County Council Highways, E10000017",
        "Blackpol Borough Council, E06000009"
    })
    void a_misspelt_body_is_suggested_first(String printed, String code) {
        List<Suggesting.Candidate> candidates = SUGGESTING.of(BodyName.normalised(printed));

        assertThat(candidates).isNotEmpty();
        assertThat(candidates.getFirst().code()).isEqualTo(code);
        assertThat(candidates)
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(one -> one.likeness().score() >= Suggesting.LEAST);
    }

    @ParameterizedTest
    @CsvSource({"Bridge Care Homes", "County Council", "NHS Trust", "Wilkinson Builders", "Moor Taxis"})
    void a_name_without_a_telling_word_in_common_is_not(String printed) {
        assertThat(SUGGESTING.of(BodyName.normalised(printed))).isEmpty();
    }

    @Test
    void it_is_the_same_from_both_sides_and_whole_for_equal_names() {
        assertThat(Likeness.of("thornby district council", "thornby town council")
                        .score())
                .isEqualTo(Likeness.of("thornby town council", "thornby district council")
                        .score())
                .isLessThan(1);
        assertThat(Likeness.of("thornby district council", "thornby district council")
                        .score())
                .isEqualTo(1);
    }

    @Test
    void it_says_in_which_words_the_names_differ() {
        Likeness likeness = Likeness.of("thornby town council", "thornby district council");

        assertThat(likeness.common()).containsExactly("thornby", "council");
        assertThat(likeness.apart()).containsExactly("district", "town");
    }

    private static Agency agency(String code, String name) {
        return new Agency(new AgencyCode(code), name, "council", List.of(), null);
    }
}
