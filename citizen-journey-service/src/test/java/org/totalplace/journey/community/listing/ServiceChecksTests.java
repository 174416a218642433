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
