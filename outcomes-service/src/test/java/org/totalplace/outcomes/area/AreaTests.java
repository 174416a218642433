package org.totalplace.outcomes.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTests {

    @Test
    void a_sector_lies_in_a_district_in_an_area() {
        assertThat(Area.around("NM4 1")).containsExactly("NM", "NM4", "NM4 1");
        assertThat(Area.around("M1A 9")).containsExactly("M", "M1A", "M1A 9");
        assertThat(new Area("NM4 1").whole()).contains(new Area("NM4"));
        assertThat(new Area("NM4").whole()).contains(new Area("NM"));
        assertThat(new Area("NM").whole()).isEmpty();
        assertThat(Area.NOT_KNOWN.whole()).isEmpty();
    }

    @Test
    void what_is_no_sector_has_no_areas_around_it() {
        assertThat(Area.around(null)).isEmpty();
        assertThat(Area.around("NM4")).isEmpty();
        assertThat(Area.around("nowhere")).isEmpty();
    }

    @Test
    void each_has_a_level_except_where_it_is_not_known() {
        assertThat(List.of("NM", "NM4", "NM4 1"))
                .map(code -> new Area(code).level().orElseThrow().code())
                .containsExactly("postcode-area", "postcode-district", "postcode-sector");
        assertThat(Area.NOT_KNOWN.level()).isEmpty();
    }

    @Test
    void lies_in_itself_and_in_those_around_it_alone() {
        assertThat(new Area("NM4 1").isIn(new Area("NM4"))).isTrue();
        assertThat(new Area("NM4").isIn(new Area("NM4"))).isTrue();
        assertThat(new Area("NM41 1").isIn(new Area("NM4"))).isFalse();
        assertThat(new Area("NM4").isIn(new Area("NM4 1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Northmoor", "NM4 1AB", "4", "NM4  1"})
    void is_not_read_from_what_is_no_beginning_of_a_postcode(String text) {
        assertThat(Area.ofCode(text)).isEmpty();
    }

    @Test
    void is_read_in_any_case() {
        assertThat(Area.ofCode(" nm4 1 ")).contains(new Area("NM4 1"));
    }
}
