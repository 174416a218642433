package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.spend.body.BodyName;

class PublicWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Somewhere District Council Housing Dept",
                "Somewhere Community Council",
                "NHS Supply Chain",
                "Somewhere Fire Brigade",
                "Somewhere MBC",
                "Welsh Government",
                "Somewhere Constabulary Stores"
            })
    void are_in_names_that_might_be_a_public_bodys(String printed) {
        assertThat(PublicWords.areIn(BodyName.normalised(printed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Northmoor County Cricket Club",
                "Friends of Northmoor NHS Hospital",
                "Northmoor Police Male Voice Choir",
                "Northmoor Fire Protection Ltd",
                "Police Federation",
                "Moorland Homes Ltd",
                "Bridge Care Homes"
            })
    void are_not_in_names_of_companies_and_clubs(String printed) {
        assertThat(PublicWords.areIn(BodyName.normalised(printed))).isFalse();
    }
}
