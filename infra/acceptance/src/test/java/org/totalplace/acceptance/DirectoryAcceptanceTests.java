package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Services of the place as everybody finds them, and real directories' files through the door. */
@Order(4)
class DirectoryAcceptanceTests {

    @Test
    void the_sample_places_services_are_found_without_a_token() throws Exception {
        Api api = RunningStack.sample();

        JsonNode lunch = api.json(WhoMay.NOBODY, "/api/v1/services?search=lunch&postcode=NM1&day=tuesday&time=12:30");
        JsonNode all = api.json(WhoMay.NOBODY, "/api/v1/services?per_page=1");

        assertThat(lunch.path("contents").path(0).path("name").asString()).isEqualTo("Lunch club, Northmoor");
        assertThat(all.path("total_items").asInt()).isGreaterThan(40);
        assertThat(api.json(WhoMay.NOBODY, "/api/v1/services?age=14&taxonomy_term_id=young-people")
                        .path("contents")
                        .size())
                .isPositive();
    }

    @Test
    void a_stage_shows_what_there_is_and_the_money_what_it_buys() throws Exception {
        Api api = RunningStack.sample();

        JsonNode stages = api.json("board", "/api/v1/journeys/older-person-leaving-hospital/services?year=2024-25");
        JsonNode line = api.json("board", "/api/v1/directory/lines/county/ASC-REAB");

        JsonNode support = stages.path("results")
                .valueStream()
                .filter(stage -> stage.path("stage").asString().equals("support"))
                .findFirst()
                .orElseThrow();
        JsonNode paid = support.path("offers").path(0).path("lines").path(0);
        assertThat(support.toString()).contains("Home from hospital");
        assertThat(paid.path("paid").decimalValue().signum()).isPositive();
        String figures = paid.path("figures").asString() + "&year=2024-25&phase=payment";
        assertThat(api.json("board", figures)
                        .path("results")
                        .path(0)
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo(paid.path("paid").decimalValue());
        assertThat(line.path("results").path(0).path("stage").asString()).isEqualTo("support");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oruk_service_full.json, Community Counselling",
        "oruk_service_list.json, Community Counselling",
        "oruk_service_at_location_list.json, Community Counselling",
        "hsds_service_full.json, Community Counselling",
        "hsds_organization_full.json, Community Counselling",
        "hsds_tabular.json, Community Counselling",
        "hsds_simple_services.csv, Never Homeless Helpline",
        "outpost_services_sample.csv, Second example service"
    })
    void a_real_file_is_taken_in_and_found(String file, String name) throws Exception {
        Path real = given("directory/" + file);
        Api api = RunningStack.sample();
        String source = "/api/v1/directory/sources/" + file.replaceAll("[^a-z]+", "-");
        Api.expect(api.put("steward", source, Map.of("name", file)), 200);

        Api.Answer answer = api.post("steward", source + "/imports?name=" + file, BodyPublishers.ofFile(real));

        Api.expect(answer, 201);
        JsonNode report = answer.json();
        assertThat(report.path("services").path("read").asLong())
                .isEqualTo(report.path("services").path("accepted").asLong()
                        + report.path("services").path("refused").asLong()
                        + report.path("services").path("setAside").asLong());
        assertThat(report.path("services").path("accepted").asInt()).isPositive();
        assertThat(api.json(WhoMay.NOBODY, "/api/v1/services?per_page=100&search=" + Api.encoded("\"" + name + "\""))
                        .path("contents")
                        .valueStream()
                        .map(service ->
                                service.path("total_place").path("source_name").asString()))
                .contains(file);
    }

    private static Path given(String file) {
        Optional<Path> path = Checkout.realFile(file);
        assumeTrue(path.isPresent(), () -> file + " is not on this machine: skipped");
        return path.orElseThrow();
    }
}
