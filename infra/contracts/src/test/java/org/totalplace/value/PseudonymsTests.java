package org.totalplace.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PseudonymsTests {

    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final AgencyCode county = new AgencyCode("county");

    @Test
    void are_the_same_for_the_same_reference_whatever_white_space_surrounds_it() {
        assertThat(pseudonyms.subject(county, " A1 ")).isEqualTo(pseudonyms.subject(county, "A1"));
    }

    @Test
    void differ_between_agencies_that_use_the_same_reference() {
        assertThat(pseudonyms.subject(county, "A1"))
                .isNotEqualTo(pseudonyms.subject(new AgencyCode("nhs-trust"), "A1"));
    }

    @Test
    void differ_between_places() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(new Pseudonyms(other).subject(county, "A1")).isNotEqualTo(pseudonyms.subject(county, "A1"));
    }

    @Test
    void are_never_made_of_a_blank_reference() {
        assertThatThrownBy(() -> pseudonyms.subject(county, "  ")).hasMessageContaining("names nobody");
    }

    @Test
    void survive_being_written_as_bytes() {
        SubjectKey key = pseudonyms.subject(county, "A1");

        assertThat(SubjectKey.of(key.bytes())).isEqualTo(key);
    }
}
