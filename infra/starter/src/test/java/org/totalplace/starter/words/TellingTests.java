package org.totalplace.starter.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See my brother more often",
                "Walk to the shop. Then I'd like to swim!",
                "When I\u2019m well, see the GP on Monday",
                "Stay out of A&E this winter",
                "Speak better English by May",
                "\u201cBe at home\u201d",
                "Lose 12 kg in 2026",
                "This visit never took place. Nobody came.",
                "I was in hospital from 3 to 9 May and could not have been there",
                "The score was 7. Not 3",
                "Meet on the way, at 5pm",
                "It cost £1,250.00 too much in 2024-25",
                "It was on 2025-03-14, not on 2025-03-15",
                "Seen 2025-03-14 10:30, from 2025-03-14 2 days later",
                "They were paid £125000",
                "It costs 1250.50 in all, or 3.5 each",
                "Open it at 9-12.30 or 10.30-11.30",
                "I miss my friends since my ms got worse",
                "See the dr about my knee"
            })
    void words_that_name_nobody_pass(String words) {
        assertThat(Telling.in(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "See John more often, John",
        "'Live with my sister Siân again', Siân",
        "Play with Tom O'Neill, Tom",
        "'Rest. Then visit aunt Nkechi', Nkechi",
        "Élodie and Zoë came, Zoë",
        "Go to Northmoor library, Northmoor"
    })
    void a_capital_within_a_sentence_may_be_a_name(String words, String found) {
        assertThat(Telling.in(words)).containsExactly(new Telling(Telling.Kind.POSSIBLE_NAME, found));
        assertThat(Telling.Kind.POSSIBLE_NAME.isCertain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "That was Mrs Patel, not me | TITLED_NAME",
                "Thank Dr. Ann Bell | TITLED_NAME",
                "that was mrs patel | TITLED_NAME",
                "That was MR PATEL | TITLED_NAME",
                "Thank dr. Bell | TITLED_NAME",
                "Ring 01632.960.123 myself | LONG_NUMBER",
                "Forget 943.476.5919 | LONG_NUMBER",
                "I was born on 03/04/1951 | DATE_OF_BIRTH",
                "born 3rd May 1951 | DATE_OF_BIRTH",
                "Forget 943 476 5919 | LONG_NUMBER",
                "Forget 2025-13-1451 | LONG_NUMBER",
                "born on 1951-04-03 | DATE_OF_BIRTH",
                "Ring 01632 960 123 myself | LONG_NUMBER",
                "I live at NM4 7QX now | POSTCODE",
                "i live at nm4 7qx now | POSTCODE",
                "Write to ann.bell@example.org | EMAIL"
            })
    void what_tells_of_somebody_whatever_is_meant_by_it_is_certain(String words, Telling.Kind kind) {
        assertThat(Telling.in(words)).extracting(Telling::kind).containsExactly(kind);
        assertThat(kind.isCertain()).isTrue();
    }

    @Test
    void of_each_kind_the_first_is_told_and_what_is_certain_before_what_is_possible() {
        List<Telling> found = Telling.in("Then John or Ann rang Dr Bell or Dr Patel on 01632 960 123.");

        assertThat(found)
                .containsExactly(
                        new Telling(Telling.Kind.TITLED_NAME, "Dr Bell"),
                        new Telling(Telling.Kind.LONG_NUMBER, "01632 960 123"),
                        new Telling(Telling.Kind.POSSIBLE_NAME, "John"));
    }

    @Test
    void all_of_it_can_be_taken_out() {
        String told = "Ask Mrs Patel or Tom at NM4 7QX. She rings 01632 960 123 or 01632 960 124, tom@example.org too.";

        assertThat(Telling.redacted(told))
                .isEqualTo(
                        "Ask [a name] or [a name] at [a postcode]. She rings [an NHS number or a telephone number] or "
                                + "[an NHS number or a telephone number], [an e-mail address] too.");
        assertThat(Telling.in(Telling.redacted(told))).isEmpty();
        assertThat(Telling.redacted("More buses on Sunday")).isEqualTo("More buses on Sunday");
    }

    @Test
    void long_words_are_read_in_one_go() {
        assertThat(Telling.in("a@".repeat(50_000))).isEmpty();
    }
}
