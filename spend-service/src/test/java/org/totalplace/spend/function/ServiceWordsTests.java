package org.totalplace.spend.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ServiceWordsTests {

    private static final int HIGHWAYS = 7;
    private static final int CARE = 8;

    private final ServiceWords words = new ServiceWords();

    @Test
    void money_of_each_category_is_added_without_its_sign() {
        words.listenTo(HIGHWAYS);
        words.add(HIGHWAYS, "Road repairs", "ignored", 1_00);
        words.add(HIGHWAYS, "Road repairs", null, -30);
        words.add(HIGHWAYS, "Lamps", null, 5);

        assertThat(words.of(HIGHWAYS))
                .hasSize(2)
                .containsEntry("Road repairs", 1_30L)
                .containsEntry("Lamps", 5L);
    }

    @Test
    void purpose_speaks_where_the_category_is_a_number() {
        words.listenTo(HIGHWAYS);
        words.add(HIGHWAYS, "R1-204 ab", "Salt", 2);
        words.add(HIGHWAYS, null, "Salt", 3);

        assertThat(words.of(HIGHWAYS)).containsOnly(entry("Salt", 5L));
    }

    @Test
    void lines_without_either_count_against_the_others() {
        words.listenTo(HIGHWAYS);
        words.add(HIGHWAYS, "4711", null, 2);

        assertThat(words.of(HIGHWAYS)).containsEntry("", 2L);
    }

    @Test
    void letters_of_any_alphabet_make_a_word() {
        words.listenTo(CARE);
        words.add(CARE, "Tŷ", "purpose", 1);
        words.add(CARE, "Gwŷr", "purpose", 1);

        assertThat(words.of(CARE)).containsOnlyKeys("purpose", "Gwŷr");
    }

    @Test
    void only_those_are_heard_that_are_listened_to() {
        words.add(CARE, "Home care", null, 1);
        words.listenTo(CARE);
        words.add(HIGHWAYS, "Lamps", null, 1);

        assertThat(words.of(CARE)).isEmpty();
        assertThat(words.of(HIGHWAYS)).isEmpty();
    }

    @Test
    void listening_twice_forgets_nothing() {
        words.listenTo(CARE);
        words.add(CARE, "Home care", null, 1);
        words.listenTo(CARE);

        assertThat(words.of(CARE)).containsEntry("Home care", 1L);
    }

    @Test
    void the_smallest_count_together() {
        words.listenTo(CARE);
        for (int i = 1; i <= ServiceWords.LARGEST + 2; i++) {
            words.add(CARE, "word %03d".formatted(i), null, 1_000 - i);
        }

        assertThat(words.of(CARE))
                .hasSize(ServiceWords.LARGEST + 1)
                .containsKey("word 040")
                .doesNotContainKey("word 041")
                .containsEntry("", 1_000L - 41 + 1_000 - 42);
    }

    @Test
    void of_two_with_the_same_money_the_first_by_name_is_kept() {
        words.listenTo(CARE);
        for (int i = 1; i <= ServiceWords.LARGEST + 1; i++) {
            words.add(CARE, "word %03d".formatted(i), null, 5);
        }

        assertThat(words.of(CARE)).containsKey("word 040").doesNotContainKey("word 041");
    }

    @Test
    void a_service_line_for_every_invoice_is_heard_in_seconds() {
        int invoices = 2 * ServiceWords.KEPT;
        for (int invoice = 0; invoice < invoices; invoice++) {
            words.listenTo(invoice);
            words.add(invoice, "Lamps", null, 2);
            words.add(invoice, "Road repairs", null, 1);
        }

        assertThat(words.of(invoices - 1)).containsEntry("Lamps", 2L).containsEntry("Road repairs", 1L);
        assertThat(words.of(0).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
    }

    @Test
    void a_flow_of_different_words_does_not_fill_the_memory_nor_loses_money() {
        words.listenTo(CARE);
        words.add(CARE, "Home care", null, 1_000_000);
        for (int i = 0; i < 2 * ServiceWords.KEPT; i++) {
            words.add(CARE, null, "invoice " + i, 1);
        }

        assertThat(words.of(CARE)).containsEntry("Home care", 1_000_000L);
        assertThat(words.of(CARE).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(1_000_000L + 2 * ServiceWords.KEPT);
    }
}
