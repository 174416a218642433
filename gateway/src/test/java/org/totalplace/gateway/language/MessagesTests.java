package org.totalplace.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.gateway.language.Language.ENGLISH;
import static org.totalplace.gateway.language.Language.WELSH;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTests {

    private static final Set<String> ALL_SIX = Set.of("zero", "one", "two", "few", "many", "other");

    private final Messages messages = new Messages();

    @Test
    void every_message_is_there_in_both_languages() {
        assertThat(messages.patterns(WELSH).keySet())
                .containsExactlyInAnyOrderElementsOf(messages.patterns(ENGLISH).keySet());
    }

    @Test
    void both_languages_take_the_same_arguments() {
        assertThat(messages.patterns(ENGLISH).keySet())
                .allSatisfy(key -> assertThat(arguments(WELSH, key)).as(key).isEqualTo(arguments(ENGLISH, key)));
    }

    @Test
    void what_is_counted_has_all_six_forms_in_welsh() {
        List<String> counting = messages.patterns(WELSH).keySet().stream()
                .filter(key -> !plurals(pattern(WELSH, key)).isEmpty())
                .toList();

        assertThat(counting)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(plurals(pattern(WELSH, key)))
                        .as(key)
                        .allSatisfy(forms -> assertThat(forms).containsAll(ALL_SIX)));
        assertThat(plurals(new MessagePattern("{0, plural, one {1 ci} other {# ci}}")))
                .singleElement()
                .isEqualTo(Set.of("one", "other"));
    }

    @Test
    void what_is_counted_in_one_language_is_counted_in_the_other() {
        assertThat(messages.patterns(ENGLISH).keySet())
                .allSatisfy(key -> assertThat(plurals(pattern(WELSH, key)).isEmpty())
                        .as(key)
                        .isEqualTo(plurals(pattern(ENGLISH, key)).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Dim gwasanaethau",
                "1|1 gwasanaeth",
                "2|2 wasanaeth",
                "3|3 gwasanaeth",
                "6|6 gwasanaeth",
                "1234|1,234 gwasanaeth"
            })
    void welsh_counts_by_its_own_rules(long count, String said) {
        assertThat(messages.say(WELSH, "services.found", count)).isEqualTo(said);
    }

    @Test
    void every_use_is_of_a_message_that_exists_with_the_arguments_that_it_takes() {
        assertThat(PageSources.uses()).hasSizeGreaterThan(100).allSatisfy(use -> {
            assertThat(messages.patterns(ENGLISH)).as(use.file()).containsKey(use.key());
            assertThat(use.args())
                    .as("%s in %s", use.key(), use.file())
                    .isEqualTo(arguments(ENGLISH, use.key()).size());
        });
        assertThat(PageSources.args("${a(b, c)}, 'x, y')}", 0)).isEqualTo(2);
    }

    @Test
    void no_message_is_left_over() {
        Set<String> used =
                PageSources.uses().stream().map(PageSources.Use::key).collect(Collectors.toCollection(TreeSet::new));
        List<String> named = PageSources.literals();
        used.addAll(named);
        List<String> beginnings =
                named.stream().filter(name -> name.endsWith(".")).toList();

        assertThat(messages.patterns(ENGLISH).keySet())
                .filteredOn(key -> !used.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .isEmpty();
    }

    private MessagePattern pattern(Language language, String key) {
        return new MessagePattern(String.valueOf(messages.patterns(language).get(key)));
    }

    private Set<String> arguments(Language language, String key) {
        MessagePattern pattern = pattern(language, key);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == Part.Type.ARG_NUMBER || part.getType() == Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The forms of each plural within a message. */
    private static List<Set<String>> plurals(MessagePattern pattern) {
        List<Set<String>> found = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            Part start = pattern.getPart(i);
            if (start.getType() == Part.Type.ARG_START && start.getArgType() == ArgType.PLURAL) {
                Set<String> forms = new TreeSet<>();
                int end = pattern.getLimitPartIndex(i);
                for (int each = i + 1; each < end; each++) {
                    if (pattern.getPart(each).getType() == Part.Type.ARG_SELECTOR) {
                        forms.add(pattern.getSubstring(pattern.getPart(each)));
                    }
                    each = pattern.getPart(each).getType() == Part.Type.MSG_START
                            ? pattern.getLimitPartIndex(each)
                            : each;
                }
                found.add(forms);
            }
        }
        return found;
    }
}
