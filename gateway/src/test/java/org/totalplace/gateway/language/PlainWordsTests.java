package org.totalplace.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Words of pages stand among the messages; the lists of what is not moved yet may only become shorter. */
class PlainWordsTests {

    private static final Path CLASSES = Path.of("src/test/resources/sentences-in-classes.txt");

    @Test
    void no_template_says_anything_by_itself_but_those_that_are_not_moved_yet() {
        assertThat(talking(PageSources.templates(), PlainWords::ofTemplate))
                .containsExactlyInAnyOrderElementsOf(new OnlyEnglish().templates());
    }

    @Test
    void no_class_of_pages_says_anything_by_itself_but_those_that_are_not_moved_yet() throws IOException {
        Map<String, String> pages = PageSources.classes();
        pages.keySet().removeIf(name -> !name.startsWith("page/"));

        assertThat(talking(pages, PlainWords::ofClass))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(CLASSES));
    }

    @Test
    void planted_words_are_found() {
        assertThat(PlainWords.ofTemplate("<p>See <b th:text=\"${x}\">an example</b> [[#{a.key}]]</p>"))
                .containsExactly("See");
        assertThat(PlainWords.ofTemplate("<p th:text=\"'Due by ' + ${day}\">x</p><a aria-label=\"Pages\"/>"))
                .containsExactly("Due by ", "Pages");
        assertThat(PlainWords.ofClass("class A { String a = words.say(\"a.b\"); String b = \"Due by \" + day; }"))
                .containsExactly("Due by ");
        assertThat(PlainWords.ofClass("class A { void a() { LOG.warn(\"Not read\"); } }"))
                .isEmpty();
    }

    private static List<String> talking(Map<String, String> sources, Function<String, List<String>> words) {
        return sources.entrySet().stream()
                .filter(source -> !words.apply(source.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
