package org.totalplace.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void quotes_what_would_break_a_record() {
        assertThat(Csv.line(List.of("a,b", "say \"so\"", "two\nlines", "plain")))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void writes_text_that_a_spreadsheet_would_run_so_that_it_does_not() {
        assertThat(Csv.line(List.of("=1+1", "+44 is a prefix", "@x", "-cmd")))
                .isEqualTo("'=1+1,'+44 is a prefix,'@x,'-cmd\r\n");
    }

    @Test
    void writes_what_looks_like_a_formula_in_other_characters_so_that_it_is_none() {
        assertThat(Csv.line(List.of("\t=1", "\uFF1D1+1", "\uFF20x"))).isEqualTo("'\t=1,'\uFF1D1+1,'\uFF20x\r\n");
        assertThat(Csv.line(List.of("\n=1"))).isEqualTo("\"'\n=1\"\r\n");
    }

    @Test
    void leaves_numbers_alone() {
        assertThat(Csv.line(List.of(new BigDecimal("-12.50"), 5, "-3.20"))).isEqualTo("-12.50,5,-3.20\r\n");
    }

    @Test
    void leaves_missing_cells_empty() {
        assertThat(Csv.line(Arrays.asList("a", null, "b"))).isEqualTo("a,,b\r\n");
    }
}
