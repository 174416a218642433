package org.totalplace.guardrails.tidiness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.totalplace.guardrails.examined.TextFile;

class JavaTextTests {

    private final TextFile file = new TextFile("Mixed.java", """
            class Mixed { // one
                String link = "http://example.org"; // two
                char quote = '"'; // three
                String block = \"""
                        // no comment, and a \\\""" inside
                        \""";
                String escaped = "\\" // no comment";
                /* four
                   five */
                String empty = ""; // six
            }
            """);

    @Test
    void line_comments_are_told_from_strings_and_text_blocks() {
        assertThat(JavaText.lineComments(file))
                .containsExactly(
                        new JavaText.Remark(1, "// one"),
                        new JavaText.Remark(2, "// two"),
                        new JavaText.Remark(3, "// three"),
                        new JavaText.Remark(10, "// six"));
    }

    @Test
    void comments_are_read_line_by_line() {
        assertThat(JavaText.comments(file)).extracting(JavaText.Remark::line).containsExactly(1, 2, 3, 8, 9, 10);
    }

    @Test
    void lines_of_a_text_block_are_known() {
        assertThat(JavaText.linesOfTextBlocks(file).stream()).containsExactly(4, 5, 6);
    }
}
