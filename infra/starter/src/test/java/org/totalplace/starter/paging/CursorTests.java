package org.totalplace.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.Problem;

class CursorTests {

    @Test
    void gives_back_its_parts() {
        assertThat(Cursor.read(Cursor.of("2024-05-01", 17, ""), 3)).containsExactly("2024-05-01", "17", "");
    }

    @Test
    void of_another_list_or_made_up_is_refused_plainly() {
        assertThatThrownBy(() -> Cursor.read(Cursor.of("a"), 2)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.read("%%%", 1))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("start without one");
    }
}
