package org.totalplace.journey.community.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UkPostcodeTests {

    @Test
    void the_district_is_the_first_half_however_it_is_written() {
        assertThat(UkPostcode.districtOf(" sw1a 1aa ")).contains("SW1A");
        assertThat(UkPostcode.districtOf("SW1A1AA")).contains("SW1A");
        assertThat(UkPostcode.districtOf("NM1 2AB")).contains("NM1");
        assertThat(UkPostcode.districtOf("NM11AB")).contains("NM1");
        assertThat(UkPostcode.districtOf("NM12")).contains("NM12");
        assertThat(UkPostcode.districtOf("M1 2")).contains("M1");
    }

    @Test
    void other_countries_codes_have_none() {
        assertThat(UkPostcode.districtOf("ABC 1234")).isEmpty();
        assertThat(UkPostcode.districtOf("90210")).isEmpty();
        assertThat(UkPostcode.districtOf("")).isEmpty();
    }
}
