package org.totalplace.spend.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import tools.jackson.databind.JsonNode;

/** The year 2008-09 of one agency: named as it was, restated, and named again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsIntegrationTests extends RunningSpendService {

    private static final String YEAR = "year=2008-09";
    private static final List<String> QUESTIONS = List.of(
            "whole-area?" + YEAR + "&groupBy=agency,function",
            "totals?" + YEAR + "&groupBy=agency,service,month,payee&agency=ve-county",
            "lines?" + YEAR + "&agency=ve-county",
            "transfers?" + YEAR,
            "phases?" + YEAR,
            "figures/why?" + YEAR + "&agency=ve-county",
            "places?" + YEAR,
            "revisions?" + YEAR);

    private final Map<String, String> before = new LinkedHashMap<>();
    private String first = "";
    private String later = "";

    @BeforeAll
    void a_version_is_named_and_then_the_year_is_restated() {
        door().register("ve-county", "Versionshire County Council");
        county("2008-05", "100.00", "02/05/2008");
        county("2008-06", "40.00", "02/06/2008");
        first = named("ve-first", "{\"note\": \"For the board\"}")
                .path("version")
                .asString();
        QUESTIONS.forEach(question -> before.put(question, pinned(question, "ve-first")));
        before.put("csv", door().csv("/api/v1/spend/lines?" + YEAR + "&agency=ve-county&version=ve-first"));
        county("2008-05", "75.00", "03/05/2008");
        later = named("ve-later", "{\"note\": \"After May was restated\"}")
                .path("version")
                .asString();
    }

    private void county(String period, String amount, String day) {
        door().push(
                        "ve-county",
                        period,
                        aPaymentsFile().paying("Sundries", amount, day, "Roads").text());
    }

    private JsonNode named(String name, String body) {
        return SpendDoor.expect(200, door().put("steward", "/api/v1/versions/" + name, body))
                .json();
    }

    private String pinned(String question, String version) {
        return SpendDoor.expect(200, door().get("analyst", "/api/v1/spend/" + question + "&version=" + version))
                .body();
    }

    @Test
    void a_question_pinned_to_a_version_gives_the_same_bytes_after_a_restatement() {
        for (String question : QUESTIONS) {
            assertThat(pinned(question, "ve-first")).as(question).isEqualTo(before.get(question));
            assertThat(pinned(question, first)).as(question + " by number").isEqualTo(before.get(question));
        }
        assertThat(door().csv("/api/v1/spend/lines?" + YEAR + "&agency=ve-county&version=ve-first"))
                .isEqualTo(before.get("csv"));
    }

    @Test
    void the_later_version_knows_the_restatement() {
        assertThat(door().amount(YEAR + "&agency=ve-county&version=ve-first")).isEqualByComparingTo("140.00");
        assertThat(door().amount(YEAR + "&agency=ve-county&version=ve-later")).isEqualByComparingTo("115.00");
    }

    @Test
    void the_changes_between_two_versions_tell_the_pounds_the_deliveries_and_the_reasons() {
        JsonNode changes = door().asked("/api/v1/versions/ve-first/changes?to=ve-later");

        JsonNode moved = changes.path("amounts").path(0);
        assertThat(changes.path("amounts").size()).isEqualTo(1);
        assertThat(moved.path("agency").asString() + " " + moved.path("year").asString())
                .isEqualTo("ve-county 2008-09");
        assertThat(moved.path("change").decimalValue()).isEqualByComparingTo(new BigDecimal("-25.00"));
        assertThat(changes.path("deliveries").valueStream())
                .extracting(delivery -> delivery.path("amount").decimalValue() + " "
                        + delivery.path("posted").asString("before") + " "
                        + delivery.path("endedBy").asString("in force"))
                .containsExactly("100.00 before superseded", "75.00 " + later + " in force");
        assertThat(changes.path("results").valueStream())
                .extracting(note -> note.path("kind").asString())
                .containsExactly("delivery");
        assertThat(door().csv("/api/v1/versions/ve-first/changes?to=ve-later").lines())
                .containsExactly(
                        "agency,year,phase,added,removed,change", "ve-county,2008-09,payment,75.00,100.00,-25.00");
    }

    @Test
    void what_came_and_went_between_the_two_is_told_as_changes_and_moves_no_pounds() {
        county("2008-07", "9.00", "02/07/2008");
        county("2008-07", "8.00", "02/07/2008");

        JsonNode changes = door().asked("/api/v1/versions/ve-later/changes?limit=1");

        assertThat(changes.path("amounts").path(0).path("change").decimalValue())
                .isEqualByComparingTo("8.00");
        assertThat(changes.path("amounts").path(0).path("removed").decimalValue())
                .isEqualByComparingTo("0.00");
        assertThat(changes.path("deliveries").size()).isEqualTo(2);
        assertThat(changes.path("results").size()).isEqualTo(1);
        JsonNode rest = door().asked("/api/v1/versions/ve-later/changes?limit=1&cursor="
                + changes.path("paging").path("next").asString());
        assertThat(rest.path("results").path(0).path("revision").asInt())
                .isLessThan(changes.path("results").path(0).path("revision").asInt());
    }

    @Test
    void versions_are_listed_newest_first_with_the_names_that_stewards_gave() {
        JsonNode list = door().asked("/api/v1/versions?named=true");

        assertThat(list.path("results")
                        .valueStream()
                        .map(version ->
                                version.path("names").path(0).path("name").asString())
                        .filter(name -> name.startsWith("ve-")))
                .containsExactly("ve-later", "ve-first");
        assertThat(door().asked("/api/v1/versions/" + first)
                        .path("names")
                        .path(0)
                        .path("note")
                        .asString())
                .isEqualTo("For the board");
        JsonNode page = door().asked("/api/v1/versions?limit=1");
        JsonNode next = door().asked("/api/v1/versions?limit=1&cursor="
                + page.path("paging").path("next").asString());
        assertThat(next.path("results").path(0).path("asOf").asString())
                .isLessThan(page.path("results").path(0).path("asOf").asString());
    }

    @Test
    void a_name_stays_where_it_was_given_and_only_stewards_give_it() {
        assertThat(door().put("steward", "/api/v1/versions/ve-first", "{\"note\": \"Moved\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("version-exists");
        assertThat(door().put("analyst", "/api/v1/versions/ve-mine", "{\"note\": \"Mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(named("ve-again", "{\"note\": \"The same\", \"version\": \"" + first + "\"}")
                        .path("names")
                        .size())
                .isEqualTo(2);
        assertThat(door().put("steward", "/api/v1/versions/ve-why", "{}").status())
                .isEqualTo(400);
        assertThat(door().put("steward", "/api/v1/versions/ve-nul", "{\"note\": \"a\\u0000b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(door().put("steward", "/api/v1/versions/r5", "{\"note\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_pinned_is_refused_with_its_code_and_path() {
        assertThat(refused("totals?" + YEAR + "&version=never")).isEqualTo("unknown-version version");
        assertThat(refused("totals?" + YEAR + "&version=Q3%20")).isEqualTo("invalid-version version");
        assertThat(refused("totals?" + YEAR + "&version=ve-first&asOf=2020-01-01"))
                .isEqualTo("version-or-moment version");
        assertThat(refused("totals?" + YEAR + "&version=ve-first&version=ve-later"))
                .isEqualTo("one-version version");
        assertThat(refused("agencies?version=ve-first")).isEqualTo("not-pinned version");
        assertThat(door().get("analyst", "/api/v1/versions/never").status()).isEqualTo(404);
        assertThat(door().get("analyst", "/api/v1/versions/ve-later/changes?to=ve-first")
                        .status())
                .isEqualTo(400);
    }

    private String refused(String question) {
        SpendDoor.Answer answer = door().get("analyst", "/api/v1/spend/" + question);
        JsonNode error = SpendDoor.expect(400, answer).json().path("errors").path(0);
        return error.path("code").asString() + " " + error.path("path").asString();
    }

    @Test
    void every_call_that_takes_a_moment_takes_a_version() {
        JsonNode paths = door().get("nobody", "/v3/api-docs").json().path("paths");

        Map<String, Boolean> pinned = paths.properties().stream()
                .filter(path -> takes(path.getValue(), "asOf"))
                .collect(Collectors.toMap(Map.Entry::getKey, path -> isPinned(path.getKey())));
        assertThat(pinned).hasSizeGreaterThan(6).doesNotContainValue(false);
        assertThat(paths.properties().stream().filter(path -> takes(path.getValue(), "version")))
                .hasSize(pinned.size());
    }

    private static boolean takes(JsonNode path, String parameter) {
        return path.path("get")
                .path("parameters")
                .valueStream()
                .anyMatch(each -> each.path("name").asString().equals(parameter)
                        && each.path("in").asString().equals("query"));
    }

    private boolean isPinned(String path) {
        String error =
                door().get("analyst", path + "?" + YEAR + "&version=never").body();
        return error.contains("unknown-version");
    }
}
