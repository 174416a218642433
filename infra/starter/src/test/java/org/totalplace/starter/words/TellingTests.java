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
                "See the dr about my knee",
                "There\u2019s no bus. They\u2019d come if it ran; who\u2019d walk?",
                "Buses are late! Children wait in the rain: nobody stops.",
                "Don\u2019t close it. Re-open the library",
                "It was 03/04/2024, 3.4.2024 or 03/04/24",
                "From 2019 - 2024, or 2024/2025",
                "Only 3 in 100 babies are born at home",
                "The baby was born in the car park",
                "In 2024 (250 of 300 came), 5 1/2 to 6 1/2",
                "Open from 9.30 - 12.30, 7 days"
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
        "Élodie and Zoë came, Élodie",
        "Go to Northmoor library, Northmoor",
        "Margaret at number 12 drinks., Margaret",
        "No help. Margaret\u2019s son hits her, Margaret\u2019s",
        "'Will is alone: ask him', Will",
        "Grace drinks, Grace",
        "Anne-Marie came, Anne-Marie",
        "'the boy, Mohammed', Mohammed",
        "see \u0141ukasz again, \u0141ukasz",
        "আমার ভাই একা, আমার",
        "جارتي فاطمة لا تأكل, جارتي",
        "邻居王芳很冷, 邻居王芳很冷",
        "ask ნინო, ნინო"
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
                "Write to ann.bell@example.org | EMAIL",
                "I live at nn1  2ab | POSTCODE",
                "I live at nn1-2ab | POSTCODE",
                "I live at nn1 \u2013 2ab | POSTCODE",
                "I live at nn1\u00a02ab | POSTCODE",
                "I live at nn12ab | POSTCODE",
                "I live at nn1 (2ab) | POSTCODE",
                "Ring 01604\u00a0123\u00a0456 | LONG_NUMBER",
                "Ring 01604\u202f123\u2009456 | LONG_NUMBER",
                "Ring (01604) 23456 | LONG_NUMBER",
                "Ring +44 (0)1604 123456 | LONG_NUMBER",
                "Ring 01604/123456 | LONG_NUMBER",
                "Ring 01604\u2013123\u2013456 | LONG_NUMBER",
                "Ring 01604  123 - 456 | LONG_NUMBER",
                "Forget 943 - 476 - 5919 | LONG_NUMBER",
                "Forget 943/476/5919 | LONG_NUMBER",
                "Forget 943\u200b476\u200b5919 | LONG_NUMBER",
                "born on 3rd of May 1961 | DATE_OF_BIRTH",
                "born 3 May, 1961 | DATE_OF_BIRTH",
                "born in May 1961 | DATE_OF_BIRTH",
                "born May 3rd, 1961 | DATE_OF_BIRTH",
                "born on the 3rd of May | DATE_OF_BIRTH",
                "born on the third of May nineteen sixty-one | DATE_OF_BIRTH",
                "born on May the twenty-first | DATE_OF_BIRTH",
                "my birthday is the 9th of May | DATE_OF_BIRTH",
                "the d.o.b. 03/05/1961 | DATE_OF_BIRTH",
                "the dob: 3.5.61 | DATE_OF_BIRTH",
                "03/05/1961 is my date of birth | DATE_OF_BIRTH",
                "ganwyd ar 3 mai 1961 | DATE_OF_BIRTH",
                "ask @jane_smith | ACCOUNT"
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
    void what_is_taken_out_leaves_nothing_of_itself_however_it_was_divided() {
        assertThat(Telling.redacted(
                        "Margaret of NN1\u00a0\u00a02AB (d.o.b. 3rd of May, 1961) rings (01604)\u00a0123\u00a0456."))
                .isEqualTo("[a name] of [a postcode] ([a date of birth]) rings [an NHS number or a telephone number].");
        assertThat(Telling.redacted("Jane from No 4 hits her son. Margaret saw."))
                .doesNotContain("Jane", "Margaret");
    }

    /** So that nobody builds on more than it does: these are for the person who reads the words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "my neighbour margaret drinks",
                "the girl in the house by the bridge",
                "oh one six oh four, then one two three",
                "the only teacher who rides a red motorbike to work"
            })
    void what_is_not_written_as_names_and_numbers_are_is_not_found(String words) {
        assertThat(Telling.in(words)).isEmpty();
    }

    @Test
    void long_words_are_read_in_one_go() {
        assertThat(Telling.in("a@".repeat(50_000))).isEmpty();
        assertThat(Telling.in("born ".repeat(20_000))).isEmpty();
        assertThat(Telling.in("0 (".repeat(2))).isEmpty();
    }
}
