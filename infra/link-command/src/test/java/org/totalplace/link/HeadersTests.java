package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTests {

    @ParameterizedTest
    @CsvSource({
        "given_name, GIVEN",
        "First Name, GIVEN",
        "fname_c1, GIVEN",
        "PRIMARY_NAME_LAST, FAMILY",
        "lastName, FAMILY",
        "full_name, FULL_NAME",
        "DOB, BIRTH",
        "Date Of Birth, BIRTH",
        "by, BIRTH_YEAR",
        "postcode_fake, POSTCODE",
        "zip_code, POSTCODE",
        "address_1, ADDRESS",
        "ADDR_LINE1, ADDRESS",
        "street_number, HOUSE",
        "suburb, TOWN",
        "E-Mail, EMAIL",
        "home_phone, PHONE",
        "soc_sec_id, IDENTIFIER",
        "NHS Number, NHS",
        "birth_place, DETAIL",
        "cluster, IGNORED"
    })
    void say_what_a_column_holds(String header, Meaning meaning) {
        assertThat(Headers.meaning(header)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service Involvement", "x17", ""})
    void say_nothing_when_nobody_knows_them(String header) {
        assertThat(Headers.meaning(header)).isEmpty();
    }
}
