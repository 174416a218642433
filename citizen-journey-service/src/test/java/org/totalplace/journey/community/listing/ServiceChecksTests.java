package org.totalplace.journey.community.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ServiceChecksTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);

    private final ServiceChecks checks = new ServiceChecks(TODAY);

    @Test
    void a_sound_service_is_taken_without_a_word() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "Lunch club", "status": "active", "assured_date": "2025-05-01", "url": "https://a.example/x",
                 "email": "a@b.example", "minimum_age": "60", "organization": {"id": "o1", "name": "Friends"},
                 "schedules": [{"freq": "WEEKLY", "byday": "MO,TH", "opens_at": "12:00", "closes_at": "14:00"}],
                 "service_at_locations": [{"location": {"latitude": 53.1, "longitude": -1.5,
                     "addresses": [{"postal_code": "NM1 2AB"}]}}]}
                """);

        assertThat(sound.findings()).isEmpty();
        assertThat(sound.listing().places().getFirst().district()).isEqualTo("NM1");
        assertThat(sound.listing().openings()).extracting(Opening::weekday).containsExactly(1, 4);
        assertThat(sound.listing().minimumAge()).isEqualByComparingTo("60");
        assertThat(sound.listing().document().path("minimum_age").isNumber()).isTrue();
    }

    @Test
    void without_an_id_or_a_name_it_is_refused_and_told_where_it_stands() {
        assertThat(checks.check(node("{\"name\": \"x\"}"), "service 3").findings())
                .containsExactly(new Finding(
                        Finding.Kind.REFUSED,
                        "service 3",
                        "id",
                        "A service needs an id of at most 200 characters, the same in every file; give it one in the"
                                + " directory."));
        assertThat(checks.check(node("{\"id\": \"s1\", \"name\": \" \"}"), "service 3"))
                .isInstanceOf(Checked.Refused.class);
    }

    @Test
    void what_the_standard_does_not_allow_is_left_out_and_named_by_its_path() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "Lunch club", "status": "active", "url": "javascript:alert(1)", "email": "nobody",
                 "assured_date": "last week", "schedules": [{"byday": "MO", "opens_at": "hh:mm:ss"}],
                 "service_at_locations": [{"location": {"name": "Hall", "latitude": 100, "longitude": 101}}]}
                """);

        assertThat(leftOut(sound))
                .containsExactlyInAnyOrder(
                        "url",
                        "email",
                        "assured_date",
                        "schedules[0].opens_at",
                        "service_at_locations[0].location.latitude",
                        "location.latitude");
        assertThat(sound.listing().document().toString()).doesNotContain("javascript", "nobody", "last week", "101");
        assertThat(sound.listing().places().getFirst().latitude()).isNull();
    }

    @Test
    void a_link_into_a_program_is_left_out_wherever_it_stands() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "organization": {"name": "o", "website": "data:text/html,x"},
                 "attributes": [{"taxonomy_term": {"id": "t", "name": "n", "term_uri": "JavaScript:x"}}]}
                """);

        assertThat(leftOut(sound)).contains("organization.website", "attributes[0].taxonomy_term.term_uri");
    }

    @Test
    void an_unknown_status_is_not_shown_as_active_and_no_status_is() {
        assertThat(sound("{\"id\": \"s1\", \"name\": \"x\", \"status\": \"closed\"}")
                        .listing()
                        .status())
                .isEqualTo("inactive");
        assertThat(sound("{\"id\": \"s1\", \"name\": \"x\"}").listing().status())
                .isEqualTo("active");
    }

    @Test
    void ages_of_nobody_and_assurances_of_tomorrow_are_left_out() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "minimum_age": 60, "maximum_age": 16, "assured_date": "2025-06-03"}
                """);

        assertThat(leftOut(sound)).containsExactlyInAnyOrder("minimum_age", "assured_date");
        assertThat(sound.listing().minimumAge()).isNull();
        assertThat(sound.listing().assured()).isNull();
    }

    @Test
    void a_schedule_that_is_over_and_one_without_days_are_noted() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "assured_date": "2025-05-01", "organization": {"name": "o"}, "schedules": [
                  {"byday": "MO", "valid_to": "2005-01-01"}, {"freq": "MONTHLY", "bymonthday": "2,3"}]}
                """);

        assertThat(sound.findings())
                .extracting(Finding::path, finding -> finding.kind())
                .containsOnly(
                        org.assertj.core.groups.Tuple.tuple("schedules", Finding.Kind.NOTED),
                        org.assertj.core.groups.Tuple.tuple("status", Finding.Kind.NOTED));
        assertThat(sound.findings()).hasSize(3);
    }

    @Test
    void zero_bytes_which_the_database_cannot_hold_go_from_texts_names_and_the_report() {
        ObjectNode given = node("{\"id\": \"s1\", \"status\": \"active\"}");
        given.put("name", "Lunch\0 club").put("odd\0name", "x").put("email", "no\0body");

        Checked.Sound sound = (Checked.Sound) checks.check(given, "");

        assertThat(sound.listing().document().toString()).doesNotContain("\\u0000");
        assertThat(sound.listing().name()).isEqualTo("Lunch club");
        assertThat(sound.findings().toString()).doesNotContain("\0");
    }

    @Test
    void a_zero_byte_in_a_members_name_takes_nothing_past_its_rule() {
        ObjectNode given = node("{\"id\": \"s1\", \"name\": \"x\"}");
        given.put("ur\0l", "javascript:alert(1)").put("minimum_age\0", "abc");

        Checked.Sound sound = (Checked.Sound) checks.check(given, "");

        assertThat(leftOut(sound)).containsExactlyInAnyOrder("url", "minimum_age");
        assertThat(sound.listing().document().toString()).doesNotContain("javascript", "abc");
    }

    @Test
    void a_list_or_an_object_where_one_value_belongs_is_left_out() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "minimum_age": [5], "url": ["javascript:alert(1)"], "email": {},
                 "service_at_locations": [{"location": {"latitude": {"v": 54}, "longitude": 1}}]}
                """);

        assertThat(leftOut(sound))
                .contains("minimum_age", "url", "service_at_locations[0].location.latitude")
                .doesNotContain("email");
        assertThat(sound.listing().document().toString()).doesNotContain("javascript", "54");
    }

    @Test
    void years_that_the_database_writes_otherwise_are_left_out() {
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "assured_date": "0000-01-01", "last_modified": "+999999999-01-01T00:00:00Z"}
                """);

        assertThat(leftOut(sound)).containsExactlyInAnyOrder("assured_date", "last_modified");
        assertThat(sound.listing().modified()).isNull();
    }

    @Test
    void what_no_index_can_hold_is_left_out_or_refused() {
        String endless = "x".repeat(3_000);
        Checked.Sound sound = sound("""
                {"id": "s1", "name": "x", "languages": [{"name": "%1$s"}], "organization": {"id": "%1$s", "name": "o"},
                 "attributes": [{"taxonomy_term": {"id": "%1$s", "name": "n"}},
                                {"taxonomy_term": {"id": "t", "name": "n", "parent_id": "%1$s"}}]}
                """.formatted(endless));
        ObjectNode large = node("{\"id\": \"s1\", \"name\": \"x\"}");
        large.put("description", "é".repeat(128 * 1024));

        assertThat(sound.listing().terms()).containsExactly(new Term("t", "n", null, null, null, null));
        assertThat(sound.listing().languages()).isEmpty();
        assertThat(sound.listing().organization()).isNull();
        assertThat(leftOut(sound)).containsExactlyInAnyOrder("id", "id", "parent_id");
        assertThat(checks.check(large, "").findings())
                .singleElement()
                .satisfies(told -> assertThat(told.message()).contains("larger than 256 KB"));
    }

    @Test
    void hours_with_blanks_around_them_are_hours() {
        Checked.Sound sound = sound(
                "{\"id\": \"s1\", \"name\": \"x\", \"schedules\": [{\"byday\": \"MO\", \"opens_at\": \" 09:00\"}]}");

        assertThat(sound.listing().openings()).extracting(Opening::opens).containsExactly(540);
    }

    @Test
    void what_is_nested_without_end_is_cut() {
        String deep = "{\"a\":".repeat(60) + "1" + "}".repeat(60);

        assertThat(leftOut(sound("{\"id\": \"s1\", \"name\": \"x\", \"b\": " + deep + "}")))
                .hasSize(1);
    }

    private List<String> leftOut(Checked.Sound sound) {
        return sound.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.LEFT_OUT)
                .map(Finding::path)
                .toList();
    }

    private Checked.Sound sound(String json) {
        return (Checked.Sound) checks.check(node(json), "service 1");
    }

    private static ObjectNode node(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
