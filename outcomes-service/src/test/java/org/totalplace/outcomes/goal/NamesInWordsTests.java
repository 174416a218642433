package org.totalplace.outcomes.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See my brother more often",
                "Walk to the shop. Then I'd like to swim!",
                "When I\u2019m well, see the GP on Monday",
                "Speak better English by May",
                "\u201cBe at home\u201d",
                "Lose 12 kg in 2026"
            })
    void that_name_nobody_pass(String words) {
        assertThat(NamesInWords.in(words)).isInstanceOf(NamesInWords.Seen.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "See John more often, John",
        "'Live with my sister Siân again', Siân",
        "Play with Tom O'Neill, Tom",
        "'Rest. Then visit aunt Nkechi', Nkechi",
        "Go to Northmoor library, Northmoor"
    })
    void with_a_capital_within_a_sentence_may_name_somebody(String words, String found) {
        assertThat(NamesInWords.in(words)).isEqualTo(new NamesInWords.Seen.Possible(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ring 01632 960 123 myself",
                "Write to ann.bell@example.org",
                "Thank Dr Patel",
                "Forget 943 476 5919"
            })
    void with_numbers_addresses_or_titles_name_somebody_whatever_is_said(String words) {
        assertThat(NamesInWords.in(words)).isInstanceOf(NamesInWords.Seen.Certain.class);
    }
}
