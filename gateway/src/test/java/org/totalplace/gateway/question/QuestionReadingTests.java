package org.totalplace.gateway.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.starter.problem.FieldError;
import org.totalplace.starter.problem.Problem;
import tools.jackson.databind.json.JsonMapper;

class QuestionReadingTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Question read(String question) {
        return QuestionReading.read(JSON.readTree(question.replace('\'', '"')));
    }

    private static FieldError refused(String question) {
        return catchThrowableOfType(Problem.class, () -> read(question))
                .errors()
                .getFirst();
    }

    @Nested
    class WhenItCanBeAsked {

        @Test
        void it_is_the_call_that_its_measures_name() {
            assertThat(read("{'dataset': 'spending', 'filters': {'year': '2024-25'}}")
                            .address())
                    .isEqualTo("/api/v1/spend/totals?year=2024-25");
            assertThat(read("{'dataset': 'spending', 'filters': {'year': '2024-25'}, 'measures': ['net', 'gross']}")
                            .address())
                    .isEqualTo("/api/v1/spend/whole-area?year=2024-25");
            assertThat(read("{'dataset': 'outcomes', 'groupings': ['agency', 'journey']}")
                            .address())
                    .isEqualTo("/api/v1/outcomes/summary?groupBy=journey,agency".replace(",", "%2C"));
        }

        @Test
        void a_map_stands_in_the_path_and_nothing_of_a_value_is_read_as_address() {
            assertThat(read("{'dataset': 'journeys', 'filters': {'map': '../../people?x=1', 'year': '2024-25'}}")
                            .address())
                    .isEqualTo("/api/v1/journeys/..%2F..%2Fpeople%3Fx%3D1?year=2024-25");
            assertThat(read("{'dataset': 'spending', 'filters': {'year': '2024-25', 'payee': 'A&B=C #1'}}")
                            .address())
                    .isEqualTo("/api/v1/spend/totals?payee=A%26B%3DC%20%231&year=2024-25");
        }

        @Test
        void a_page_of_its_answer_is_no_part_of_it() {
            String question = "{'dataset': 'spending', 'filters': {'year': '2024-25'}, 'groupings': ['payee']";
            Posed second = QuestionReading.posed(
                    JSON.readTree((question + ", 'limit': 50, 'cursor': 'a b'}").replace('\'', '"')));

            assertThat(second.address())
                    .isEqualTo("/api/v1/spend/totals?cursor=a%20b&groupBy=payee&limit=50&year=2024-25");
            assertThat(second.question()).isEqualTo(read(question + "}"));
        }

        @Test
        void an_answer_that_comes_whole_has_no_pages() {
            FieldError error = catchThrowableOfType(
                            Problem.class,
                            () -> QuestionReading.posed(JSON.readTree("{\"dataset\": \"outcomes\", \"limit\": 5}")))
                    .errors()
                    .getFirst();

            assertThat(error.code()).isEqualTo("not-paged");
            assertThat(error.path()).isEqualTo("limit");
        }

        @Test
        void the_same_question_has_the_same_id_however_it_is_written() {
            Question one = read(
                    "{'dataset': 'spending', 'version': 'r7', 'groupings': ['month', 'agency'], 'measures': ['lines'],"
                            + " 'filters': {'year': '2024-25', 'agency': 'county'}}");
            Question other = read(
                    "{'filters': {'agency': ' county', 'year': '2024-25'}, 'groupings': ['agency', 'month', 'agency'],"
                            + " 'version': 'r7', 'dataset': 'spending'}");

            assertThat(one.id()).isEqualTo(other.id()).matches("[A-Za-z0-9_-]+");
            assertThat(read("{'dataset': 'spending', 'filters': {'year': '2023-24', 'agency': 'county'}}")
                            .id())
                    .isNotEqualTo(one.id());
            assertThat(Question.ofId(one.id())).contains(one);
        }

        @ParameterizedTest
        @EnumSource(Call.class)
        void every_call_can_be_asked_with_all_it_knows_and_found_again_by_its_id(Call call) {
            var filters = new java.util.TreeMap<String, String>();
            call.filters().forEach(name -> filters.put(name, "ä & " + name));
            Question question = new Question(call, call.dataset().isPinned() ? "r1" : null, filters, call.groupings());

            assertThat(Question.ofId(question.id())).contains(question);
            assertThat(question.address()).doesNotContain("{", "}", " ");
        }

        @Test
        void every_measure_of_a_dataset_names_one_call_alone() {
            for (Dataset dataset : Dataset.values()) {
                assertThat(dataset.calls().stream().flatMap(call -> call.measures().stream()))
                        .as(dataset.code())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Nested
    class WhenItCannotBeAsked {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                []                                                                        | not-a-question   | $
                {}                                                                        | unknown-dataset  | dataset
                {'dataset': 'people'}                                                     | unknown-dataset  | dataset
                {'dataset': 'spending', 'where': {}}                                      | unknown-member   | where
                {'dataset': 'spending'}                                                   | required         | filters.year
                {'dataset': 'spending', 'filters': {'yaer': '1'}}                         | unknown-filter   | filters.yaer
                {'dataset': 'spending', 'filters': {'year': ['2023-24', '2024-25']}}      | not-a-value      | filters.year
                {'dataset': 'spending', 'filters': ['2023-24']}                           | not-an-object    | filters
                {'dataset': 'spending', 'groupings': ['agency', 'person']}                | unknown-grouping | groupings[1]
                {'dataset': 'spending', 'groupings': 'agency'}                            | not-a-list       | groupings
                {'dataset': 'spending', 'measures': ['gross', 'payee']}                   | unknown-measure  | measures[1]
                {'dataset': 'spending', 'measures': ['gross', 'amount']}                  | measures-apart   | measures
                {'dataset': 'outcomes', 'version': 'r1'}                                  | not-pinned       | version
                {'dataset': 'spending', 'measures': ['net'], 'filters': {'year': '1', 'payee': 'x'}} | unknown-filter | filters.payee
                """)
        void the_refusal_says_what_and_where(String question, String code, String path) {
            assertThat(refused(question))
                    .extracting(FieldError::code, FieldError::path)
                    .containsExactly(code, path);
        }

        @Test
        void what_would_have_been_taken_is_listed() {
            assertThat(refused("{'dataset': 'people'}").allowed()).containsExactly("spending", "journeys", "outcomes");
            assertThat(refused("{'dataset': 'spending', 'groupings': ['person'], 'measures': ['net']}")
                            .allowed())
                    .isEqualTo(List.of("agency", "function", "capital"));
            assertThat(refused("{'dataset': 'spending', 'measures': ['net', 'lines']}")
                            .allowed())
                    .containsExactly("gross", "eliminated", "apportioned", "net");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "!!",
                    // "nothing"
                    "bm90aGluZw",
                    // "TOTALS": no year
                    "VE9UQUxT",
                    // "TOTALS&year=1&nhsNumber=2"
                    "VE9UQUxTJnllYXI9MSZuaHNOdW1iZXI9Mg",
                    // "SUMMARY&version=r1"
                    "U1VNTUFSWSZ2ZXJzaW9uPXIx",
                    // "TOTALS&zear=1&year=1": another order than ours
                    "VE9UQUxTJnplYXI9MSZ5ZWFyPTE"
                })
        void an_id_that_no_question_gave_is_none(String id) {
            assertThat(Question.ofId(id)).isEmpty();
        }
    }
}
