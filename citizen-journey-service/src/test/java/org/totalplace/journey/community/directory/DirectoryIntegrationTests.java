package org.totalplace.journey.community.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.journey.community.DirectoryDoor;
import tools.jackson.databind.JsonNode;

class DirectoryIntegrationTests extends RunningJourneyService {

    private final String source = "d" + UUID.randomUUID().toString().substring(0, 8);
    private DirectoryDoor door = new DirectoryDoor(0);

    @BeforeEach
    void aDirectory() {
        door = new DirectoryDoor(port);
        door.register(source);
    }

    @Nested
    class WhenADirectoryIsTakenIn {

        @Test
        void its_services_are_found_by_need_place_time_access_age_and_language() {
            door.send(source, "?whole=true", place());

            assertThat(found("")).containsExactly("Advice line", "Lunch club", "Night shelter");
            assertThat(found("&search=soup")).containsExactly("Lunch club");
            assertThat(found("&search=loneliness")).containsExactly("Lunch club");
            assertThat(found("&taxonomy_term_id=" + source + "-wellbeing"))
                    .containsExactly("Advice line", "Lunch club");
            assertThat(found("&taxonomy_term_id=" + source + "-lonely")).containsExactly("Lunch club");
            assertThat(found("&taxonomy_id=" + source + "-needs")).containsExactly("Advice line", "Lunch club");
            assertThat(found("&postcode=nm1 9zz")).containsExactly("Lunch club");
            assertThat(found("&latitude=53.10&longitude=-1.50")).containsExactly("Lunch club");
            assertThat(found("&latitude=53.10&longitude=-1.50&proximity=50000"))
                    .containsExactly("Lunch club", "Night shelter");
            assertThat(found("&day=monday")).containsExactly("Lunch club");
            assertThat(found("&day=monday&time=11:59")).isEmpty();
            assertThat(found("&day=monday&time=12:00")).containsExactly("Lunch club");
            assertThat(found("&day=monday&time=14:00")).isEmpty();
            assertThat(found("&time=01:30&day=sun")).containsExactly("Night shelter");
            assertThat(found("&accessibility=wheelchairs")).containsExactly("Lunch club");
            assertThat(found("&age=17")).containsExactly("Advice line", "Night shelter");
            assertThat(found("&language=ur")).containsExactly("Advice line");
            assertThat(found("&language=Urdu&search=soup")).isEmpty();
        }

        @Test
        void a_course_is_found_while_it_runs() {
            String course = "\"opens_at\": \"12:00\", \"closes_at\": \"14:00\"";
            door.send(source, "", directory(lunch().replace(course, course + ", \"valid_to\": \"2999-01-01\"")));
            assertThat(found("&day=monday&time=12:30")).containsExactly("Lunch club");

            door.send(source, "", directory(lunch().replace(course, course + ", \"valid_from\": \"2998-01-01\"")));
            assertThat(found("&day=monday&time=12:30")).isEmpty();
        }

        @Test
        void a_page_is_the_standards_and_says_how_many_there_are_even_beyond_the_last() {
            door.send(source, "?whole=true", place());

            JsonNode second = door.open("/services?organization_id=" + source + "&page=2&per_page=2", 200);
            JsonNode beyond = door.open("/services?organization_id=" + source + "&page=9&per_page=2", 200);

            assertThat(second.path("total_items").asInt()).isEqualTo(3);
            assertThat(second.path("total_pages").asInt()).isEqualTo(2);
            assertThat(second.path("page_number").asInt()).isEqualTo(2);
            assertThat(second.path("size").asInt()).isEqualTo(1);
            assertThat(second.path("last_page").asBoolean()).isTrue();
            assertThat(second.path("contents").path(0).has("schedules")).isFalse();
            assertThat(beyond.path("total_items").asInt()).isEqualTo(3);
            assertThat(beyond.path("empty").asBoolean()).isTrue();
        }

        @Test
        void a_service_is_told_in_full_with_who_keeps_it_and_how_old_it_is() {
            door.send(source, "?whole=true", place());
            JsonNode listed = door.open("/services?full=true&search=soup&organization_id=" + source, 200)
                    .path("contents")
                    .path(0);

            JsonNode service = door.open("/services/" + listed.path("id").asString(), 200);

            assertThat(service).isEqualTo(listed);
            assertThat(service.path("schedules").path(0).path("opens_at").asString())
                    .isEqualTo("12:00");
            JsonNode added = service.path("total_place");
            assertThat(added.path("source").asString()).isEqualTo(source);
            assertThat(added.path("source_id").asString()).isEqualTo(source + "-lunch");
            assertThat(added.path("checked_on").asString()).isEqualTo("2020-01-01");
            assertThat(added.path("stale").asBoolean()).isTrue();
        }

        @Test
        void the_terms_in_use_are_listed_for_who_searches() {
            door.send(source, "?whole=true", place());

            JsonNode terms = door.open("/taxonomy_terms?taxonomy_id=" + source + "-needs", 200);

            assertThat(terms.path("contents")
                            .valueStream()
                            .map(term -> term.path("name").asString()))
                    .containsExactly("Loneliness", "Well-being");
            assertThat(door.open("/taxonomy_terms?search=100%25", 200)
                            .path("total_items")
                            .asInt())
                    .isZero();
        }
    }

    @Nested
    class WhenItIsTakenInAgain {

        @Test
        void the_same_file_changes_nothing() {
            JsonNode first = door.send(source, "?whole=true", place());
            JsonNode again = door.send(source, "?whole=true", place());

            assertThat(first.path("changes").path("added").asInt()).isEqualTo(3);
            assertThat(again.path("changes").path("unchanged").asInt()).isEqualTo(3);
            assertThat(again.path("changes").path("changed").asInt()).isZero();
            assertThat(found("&time=01:30&day=sun")).containsExactly("Night shelter");
        }

        @Test
        void what_a_whole_file_no_longer_names_is_no_longer_listed_until_it_comes_back() {
            door.send(source, "?whole=true", directory(lunch(), advice(), shelter(), extra(1), extra(2)));
            String id = idOf("soup");

            JsonNode report = door.send(source, "?whole=true", directory(advice(), shelter(), extra(1), extra(2)));

            assertThat(report.path("changes").path("gone").asInt()).isEqualTo(1);
            assertThat(found("&search=soup")).isEmpty();
            assertThat(door.open("/services/" + id, 410).path("code").asString())
                    .isEqualTo("no-longer-listed");

            JsonNode back =
                    door.send(source, "?whole=true", directory(lunch(), advice(), shelter(), extra(1), extra(2)));
            assertThat(back.path("changes").path("returned").asInt()).isEqualTo(1);
            assertThat(idOf("soup")).isEqualTo(id);
        }

        @Test
        void a_file_that_is_not_whole_takes_nothing_off() {
            door.send(source, "?whole=true", place());

            door.send(source, "", directory(advice()));

            assertThat(found("")).hasSize(3);
        }

        @Test
        void a_whole_file_that_would_take_off_most_services_waits_to_be_confirmed() {
            door.send(source, "?whole=true", place());

            byte[] few = directory(lunch()).getBytes(StandardCharsets.UTF_8);
            JsonNode refused = door.send(source, "?whole=true", few, 422);

            assertThat(refused.path("code").asString()).isEqualTo("too-many-gone");
            assertThat(refused.path("detail").asString()).contains("2 of 3");
            assertThat(found("")).hasSize(3);
            door.send(source, "?whole=true&confirm=true", few, 201);
            assertThat(found("")).containsExactly("Lunch club");
        }

        @Test
        void ids_that_differ_in_capital_letters_alone_are_two_services() {
            String small = UUID.randomUUID().toString().replaceFirst(".$", "a");
            String capital = small.toUpperCase(Locale.ROOT);

            JsonNode report = door.send(
                    source,
                    "?whole=true",
                    directory(
                            lunch().replace(source + "-lunch", small), advice().replace(source + "-advice", capital)));

            assertThat(report.path("changes").path("added").asInt()).isEqualTo(2);
            assertThat(found("")).containsExactly("Advice line", "Lunch club");
            assertThat(idOf("soup")).isEqualTo(small);
        }

        @Test
        void a_service_that_is_refused_now_stays_as_it_was() {
            door.send(source, "?whole=true", place());

            JsonNode report = door.send(
                    source, "?whole=true", directory(lunch().replace("Lunch club", " "), advice(), shelter()));

            assertThat(report.path("services").path("read").asInt()).isEqualTo(3);
            assertThat(report.path("services").path("accepted").asInt()).isEqualTo(2);
            assertThat(report.path("services").path("refused").asInt()).isEqualTo(1);
            assertThat(report.path("told").path(0).path("path").asString()).isEqualTo("name");
            assertThat(found("&search=soup")).containsExactly("Lunch club");
        }

        @Test
        void a_list_without_places_and_times_does_not_empty_what_is_held() {
            door.send(source, "?whole=true", place());

            door.send(source, "", """
                    {"contents": [{"id": "%1$s-lunch", "name": "Renamed", "status": "active", "organization": {"id": "%1$s"}}]}
                    """.formatted(source));

            assertThat(found("&day=monday")).containsExactly("Lunch club");
        }

        @Test
        void a_service_that_its_directory_closes_is_not_found_any_more_but_told_when_asked_for() {
            door.send(source, "?whole=true", place());
            String id = idOf("soup");

            door.send(source, "?whole=true", directory(lunch().replace("active", "defunct"), advice(), shelter()));

            assertThat(found("&search=soup")).isEmpty();
            assertThat(door.open("/services/" + id, 200).path("status").asString())
                    .isEqualTo("defunct");
        }
    }

    @Test
    void only_stewards_take_directories_in_and_only_of_registered_sources() {
        door.put("analyst", "/directory/sources/x", Map.of("name", "x"), 403);
        door.open("/directory/sources", 401);
        assertThat(door.send("nobody-knows", "", "[]".getBytes(StandardCharsets.UTF_8), 422)
                        .path("code")
                        .asString())
                .isEqualTo("unreadable-directory");
        assertThat(door.send("nobody-knows", "", place().getBytes(StandardCharsets.UTF_8), 404)
                        .path("code")
                        .asString())
                .isEqualTo("source-unknown");
    }

    @Test
    void a_directory_is_not_fetched_from_the_networks_around_us_and_why_is_kept() {
        door.put(
                "steward",
                "/directory/sources/" + source,
                Map.of("name", "Inside", "url", "http://127.0.0.1:" + port + "/api/v1"),
                200);

        JsonNode refused = Awaitility.await()
                .until(
                        () -> door.post("/directory/sources/" + source + "/pulls", 422),
                        answer -> !answer.path("code").asString().equals("being-fetched"));

        assertThat(refused.path("code").asString()).isEqualTo("feed-not-read");
        assertThat(door.get("auditor", "/directory/sources", 200)
                        .path("results")
                        .valueStream())
                .anySatisfy(one -> {
                    assertThat(one.path("source").asString()).isEqualTo(source);
                    assertThat(one.path("trouble").asString()).contains("private network");
                });
        door.post("/directory/sources/nobody-knows/pulls", 404);
    }

    @Test
    void words_that_would_be_a_question_to_the_database_are_words() {
        assertThat(door.open("/services?search={words}".replace("{words}", "'%3B drop table x -- %26%26 | :* ("), 200)
                        .path("total_items")
                        .asInt())
                .isZero();
        assertThat(door.open("/services?day=someday", 400)
                        .path("errors")
                        .path(0)
                        .path("allowed")
                        .size())
                .isEqualTo(7);
        door.open("/services/no-uuid", 400);
        door.open("/services/" + UUID.randomUUID(), 404);
    }

    private String idOf(String words) {
        return door.open("/services?organization_id=" + source + "&search=" + words, 200)
                .path("contents")
                .path(0)
                .path("id")
                .asString();
    }

    private List<String> found(String query) {
        return door.open("/services?organization_id=" + source + query, 200)
                .path("contents")
                .valueStream()
                .map(service -> service.path("name").asString())
                .toList();
    }

    private String place() {
        return directory(lunch(), advice(), shelter());
    }

    private static String directory(String... services) {
        return "{\"contents\": [" + String.join(",", services) + "]}";
    }

    private String lunch() {
        return """
                {"id": "%1$s-lunch", "name": "Lunch club", "status": "active", "description": "Soup and company",
                 "minimum_age": 60, "assured_date": "2020-01-01", "organization": {"id": "%1$s", "name": "Friends"},
                 "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "12:00", "closes_at": "14:00"}],
                 "attributes": [{"taxonomy_term": {"id": "%1$s-lonely", "name": "Loneliness",
                     "parent_id": "%1$s-wellbeing", "taxonomy": "%1$s-needs"}}],
                 "service_at_locations": [{"location": {"latitude": 53.1, "longitude": -1.5,
                     "accessibility": [{"description": "Wheelchair ramp"}], "addresses": [{"postal_code": "NM1 2AB"}]}}]}
                """.formatted(source);
    }

    private String advice() {
        return """
                {"id": "%1$s-advice", "name": "Advice line", "status": "temporarily closed",
                 "organization": {"id": "%1$s", "name": "Friends"}, "languages": [{"code": "ur", "name": "Urdu"}],
                 "schedules": [{"byday": "TU", "valid_to": "2005-01-01"}],
                 "attributes": [{"taxonomy_term": {"id": "%1$s-wellbeing", "name": "Well-being", "taxonomy": "%1$s-needs"}}]}
                """.formatted(source);
    }

    private String shelter() {
        return """
                {"id": "%1$s-shelter", "name": "Night shelter", "status": "active",
                 "organization": {"id": "%1$s", "name": "Friends"},
                 "schedules": [{"byday": "SA", "opens_at": "20:00", "closes_at": "08:00"}],
                 "service_at_locations": [{"location": {"latitude": 53.4, "longitude": -1.5}}]}
                """.formatted(source);
    }

    private String extra(int number) {
        return """
                {"id": "%1$s-%2$d", "name": "Extra %2$d", "status": "active", "organization": {"id": "%1$s", "name": "F"},
                 "phones": [{"number": "01632 960000"}]}
                """.formatted(source, number);
    }
}
