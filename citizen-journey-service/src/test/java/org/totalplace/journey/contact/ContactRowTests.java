package org.totalplace.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.Values;
import org.totalplace.value.Pence;

class ContactRowTests {

    private static final LocalDateTime MAY_DAY = LocalDateTime.of(2024, 5, 1, 10, 30);

    private final Map<String, Object> cells = new HashMap<>(
            Map.of("recordId", "c1", "reference", "R1", "service", "CARE", "type", "visit", "start", MAY_DAY));

    private ContactRow row() {
        return ContactRow.read(new Cells(cells), Layouts.CONTACTS);
    }

    @Test
    void without_units_it_counts_as_one() {
        assertThat(row().thousandths()).isEqualTo(1_000);
        assertThat(row().objection(7)).isEmpty();
    }

    @Test
    void names_everybody_once_who_took_part() {
        cells.put("reference", "R1; R2;;R1 ");

        assertThat(row().references()).containsExactly("R1", "R2");
    }

    @Test
    void is_taken_back_when_its_type_says_deleted() {
        cells.put("type", "Deleted");

        assertThat(row().deleted()).isTrue();
    }

    @Nested
    class IsRefused {

        @Test
        void when_it_ends_before_it_starts() {
            cells.put("end", MAY_DAY.minusDays(1));

            assertThat(message()).contains("2024-04-30T10:30").contains("2024-05-01T10:30");
        }

        @Test
        void when_it_began_in_a_year_that_stands_for_no_day() {
            cells.put("start", LocalDateTime.of(1801, 1, 1, 0, 0));
            assertThat(message()).contains("1801");

            cells.put("start", LocalDateTime.of(2200, 1, 1, 0, 0));
            assertThat(message()).contains("2200");
        }

        @Test
        void when_its_units_are_negative_or_beyond_belief() {
            cells.put("units", new BigDecimal("-0.5"));
            assertThat(message()).contains("-0.5");

            cells.put("units", new BigDecimal("1000001"));
            assertThat(message()).contains("1000001");
        }

        @Test
        void when_its_units_are_finer_than_thousandths() {
            cells.put("units", new BigDecimal("1.2345"));

            assertThat(message()).contains("1.2345");
        }

        @Test
        void when_it_names_nobody() {
            cells.put("reference", " ; ");

            assertThat(message()).contains("names nobody");
        }

        @Test
        void without_showing_the_cell() {
            cells.put("reference", ";");

            assertThat(row().objection(7).map(Problem::cell)).isEmpty();
        }

        private String message() {
            return row().objection(7).orElseThrow().message();
        }
    }

    private record Cells(Map<String, Object> byField) implements Values {

        private @Nullable Object cell(int field) {
            return byField.get(Layouts.CONTACTS.fields().get(field).name());
        }

        @Override
        public @Nullable String text(int field) {
            return (String) cell(field);
        }

        @Override
        public @Nullable LocalDate date(int field) {
            LocalDateTime time = time(field);
            return time == null ? null : time.toLocalDate();
        }

        @Override
        public @Nullable LocalDateTime time(int field) {
            return (LocalDateTime) cell(field);
        }

        @Override
        public @Nullable Pence amount(int field) {
            return null;
        }

        @Override
        public @Nullable BigDecimal number(int field) {
            return (BigDecimal) cell(field);
        }

        @Override
        public List<Problem> notes() {
            return List.of();
        }
    }
}
