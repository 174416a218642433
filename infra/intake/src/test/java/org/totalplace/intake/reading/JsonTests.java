package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.Layouts;

class JsonTests {

    @Test
    void an_array_of_objects_is_read_by_its_keys_and_lists_are_joined() {
        Sent sent = contacts(
                "[{\"recordId\": \"c1\", \"references\": [\"p1\", \"p2\"], \"service\": \"S1\", \"type\": \"visit\",",
                "  \"start\": \"2025-01-06T09:30:00Z\", \"units\": 1.5},",
                " {\"type\": \"call\", \"start\": \"2025-07-06\", \"service\": \"S1\", \"reference\": null,",
                "  \"references\": [\"p3\"], \"recordId\": 2, \"outcome\": \"closed\"}]");

        assertThat(sent.values("reference")).containsExactly("p1;p2", "p3");
        assertThat(sent.values("start")).containsExactly("2025-01-06T09:30", "2025-07-06T00:00");
        assertThat(sent.values("units")).containsExactly("1.5", "null");
        assertThat(sent.values("recordId")).containsExactly("c1", "2");
        assertThat(sent.values("outcome")).containsExactly("null", "closed");
        assertThat(sent.facts().container()).isEqualTo("json");
        assertThat(sent.facts().headerRow()).isZero();
        assertThat(sent.outcomes().accepted())
                .extracting(RowOutcome.Accepted::row)
                .containsExactly(1L, 2L);
    }

    @Test
    void one_object_a_line_is_read_and_one_bad_record_refuses_its_row_only() {
        Sent sent = outcomes(observation("1", "7"), observation("2", "\"high\""));

        assertThat(sent.values("value")).containsExactly("7");
        assertThat(sent.refusals()).containsExactly(ProblemType.TYPE_ERROR);
        assertThat(sent.outcomes().refused().getFirst().problems().getFirst().cell())
                .isNull();
    }

    @Test
    void an_object_without_keys_holds_nothing() {
        Sent sent = outcomes("{}");

        assertThat(sent.outcomes().accepted()).isEmpty();
    }

    @Test
    void an_empty_array_is_a_file_without_rows() {
        Sent sent = outcomes("[]");

        assertThat(sent.outcomes().accepted()).isEmpty();
        assertThat(sent.mapping().columns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Date\": \"21/04/2025\", \"Amount\": 1},",
                "[{\"Date\": \"21/04/2025\"} {\"Amount\": 1}]",
                "[{\"Date\": {\"day\": 1}, \"Amount\": 1}]",
                "[{\"Date\": [[1]], \"Amount\": 1}]",
                "[{\"Date\": \"21/04/2025\", \"Amount\": 1}, 5]"
            })
    void broken_or_nested_json_is_refused_and_says_where(String json) {
        Problem problem = Sent.refusal(Sent.bytes(json), "x.json", ReadingOptions.NONE);

        assertThat(problem.type()).isEqualTo(ProblemType.FORMAT_ERROR);
        assertThat(problem.message()).startsWith("Record ").contains("of the JSON");
    }

    @Test
    void a_key_that_must_be_there_is_named_when_it_is_not() {
        Problem problem = Sent.refusal(Sent.bytes("{\"Date\": \"21/04/2025\"}"), "x.json", ReadingOptions.NONE);

        assertThat(problem.message()).contains("No column for the amount", "These are the keys: 'Date'");
    }

    private static String observation(String id, String value) {
        String rest = "\"reference\": \"p1\", \"measure\": \"wellbeing\", \"observedAt\": \"2025-01-06\"";
        return "{\"recordId\": \"" + id + "\", \"value\": " + value + ", " + rest + "}";
    }

    private static Sent contacts(String... lines) {
        return Sent.of(Sent.bytes(lines), "contacts.json", Layouts.CONTACTS, ReadingOptions.NONE);
    }

    private static Sent outcomes(String... lines) {
        return Sent.of(Sent.bytes(lines), "outcomes.ndjson", Layouts.OUTCOMES, ReadingOptions.NONE);
    }
}
