package org.totalplace.journey.community.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.totalplace.starter.problem.Problem;

class ServiceSearchTests {

    @Test
    void a_form_that_was_sent_empty_asks_for_everything() {
        ServiceSearch search = asked("search", " ", "day", "", "time", "", "postcode", "", "age", "");

        assertThat(search).isEqualTo(asked());
        assertThat(search.page()).isEqualTo(1);
        assertThat(search.perPage()).isEqualTo(50);
    }

    @Test
    void days_hours_and_postcodes_are_read_as_people_write_them() {
        assertThat(asked("day", "Wed").weekday()).isEqualTo(3);
        assertThat(asked("day", "sunday").weekday()).isEqualTo(7);
        assertThat(asked("time", "9:30").minute()).isEqualTo(570);
        assertThat(asked("postcode", "nm1 2ab").district()).isEqualTo("NM1");
    }

    @Test
    void a_day_is_asked_as_the_next_such_day_and_no_day_as_today() {
        LocalDate monday = LocalDate.of(2025, 6, 2);

        assertThat(SearchSql.of(asked("day", "wed"), monday).values()).containsEntry("today", monday.plusDays(2));
        assertThat(SearchSql.of(asked("day", "mon"), monday).values()).containsEntry("today", monday);
        assertThat(SearchSql.of(asked("time", "09:00"), monday).values()).containsEntry("today", monday);
    }

    @ParameterizedTest
    @CsvSource({
        "day, someday",
        "day, t",
        "time, 25:00",
        "postcode, nowhere",
        "age, -1",
        "age, old",
        "per_page, 101",
        "page, 0",
        "latitude, 91",
        "latitude, 50",
        "modified_after, yesterday"
    })
    void what_cannot_be_read_is_refused(String name, String value) {
        assertThatThrownBy(() -> asked(name, value)).isInstanceOf(Problem.class);
    }

    @Test
    void zero_bytes_and_endless_words_are_refused_before_they_reach_the_database() {
        assertThatThrownBy(() -> asked("search", "a\0b")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> asked("language", "x".repeat(201))).isInstanceOf(Problem.class);
    }

    private static ServiceSearch asked(String... namesAndValues) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ServiceSearch.of(query);
    }
}
