package org.totalplace.gateway.page.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

class NewEngagementTests {

    private static final Words WORDS = new Words(new Messages(), Language.ENGLISH);
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("code", "buses"),
            Map.entry("title", "Evening buses"),
            Map.entry("kind", "place"),
            Map.entry("audience", "Everybody"),
            Map.entry("answerable", "Head of transport"),
            Map.entry("from", "2025-05-01"),
            Map.entry("to", "2025-05-31"),
            Map.entry("resultsBy", "2025-05-31"),
            Map.entry("channel-meeting", "true"),
            Map.entry("questions", "3"),
            Map.entry("question-2", "A bus?"),
            Map.entry("answers-2", "yes\nno"));

    @Test
    void a_question_that_is_left_empty_is_not_asked() {
        assertThat(wrong(WHOLE)).isEmpty();
        assertThat(of(WHOLE).sent().get("questions"))
                .isEqualTo(List.of(Map.of("question", "A bus?", "answers", List.of("yes", "no"))));
        assertThat(of(WHOLE).sent()).doesNotContainKey("population");
    }

    @ParameterizedTest
    @CsvSource({
        "code, Evening buses, code",
        "title, '', title",
        "kind, street, kind",
        "from, 1 May, from",
        "to, 2025-04-30, to",
        "resultsBy, 2025-05-30, resultsBy",
        "channel-meeting, '', channel-online",
        "question-2, '', question-2",
        "answers-2, yes, answers-2",
        "answers-3, yes, question-3",
        "areas, 'NM1, Town, many', areas",
        "ageBands, '16-64, 16 to 64, 100', source"
    })
    void what_is_wrong_is_told_at_its_field(String field, String typed, String told) {
        assertThat(wrong(with(field, typed))).extracting(Mistake::field).contains(told);
    }

    @Test
    void the_same_answer_twice_is_none_to_choose() {
        assertThat(wrong(with("answers-2", "yes\nyes")))
                .extracting(Mistake::field)
                .containsExactly("answers-2");
    }

    private static List<Mistake> wrong(Map<String, String> typed) {
        return of(typed).mistakes(WORDS);
    }

    private static NewEngagement of(Map<String, String> typed) {
        return NewEngagement.of(new EngagementForm(new Filled(typed)));
    }

    private static Map<String, String> with(String field, String typed) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.put(field, typed);
        return all;
    }
}
