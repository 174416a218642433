package org.totalplace.journey.community.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.journey.community.DirectoryDoor;
import org.totalplace.journey.community.listing.SharedDirectory;
import tools.jackson.databind.JsonNode;

class RealDirectoriesIntegrationTests extends RunningJourneyService {

    private final String source = "r" + UUID.randomUUID().toString().substring(0, 8);
    private DirectoryDoor door = new DirectoryDoor(0);

    @BeforeEach
    void aDirectory() {
        door = new DirectoryDoor(port);
        door.register(source);
    }

    @Test
    void one_id_in_two_directories_is_two_services() {
        String other = source + "-b";
        door.register(other);

        door.send(source, "?name=a.json", SharedDirectory.file("oruk_service_full.json"), 201);
        JsonNode report = door.send(other, "?name=b.json", SharedDirectory.file("hsds_service_full.json"), 201);

        assertThat(report.path("services").path("accepted").asInt()).isEqualTo(1);
        List<String> keepers = door.open("/services?search=counselling&per_page=100", 200)
                .path("contents")
                .valueStream()
                .filter(service -> service.path("name").asString().equals("Community Counselling"))
                .map(service -> service.path("total_place").path("source").asString())
                .toList();
        assertThat(keepers).contains(source, other);
    }

    @Test
    void their_impossible_points_and_ended_schedules_are_told() {
        JsonNode report = door.send(source, "?name=a.json", SharedDirectory.file("oruk_service_full.json"), 201);

        assertThat(report.path("told")
                        .valueStream()
                        .map(told -> told.path("message").asString()))
                .anyMatch(message -> message.contains("'100' is not degrees from -90 to 90"))
                .anyMatch(message -> message.contains("ended on 2005-01-01"))
                .anyMatch(message -> message.contains("'ABC 1234' is no postcode"));
        String id = report.path("id").asString();
        assertThat(door.get("auditor", "/directory/sources/" + source + "/imports/" + id, 200))
                .isEqualTo(report);
    }

    @Test
    void a_page_of_ten_is_not_taken_for_the_whole() {
        byte[] page = SharedDirectory.file("oruk_service_list.json");

        assertThat(door.send(source, "?whole=true", page, 422).path("code").asString())
                .isEqualTo("part-of-a-directory");
        assertThat(door.send(source, "", page, 201)
                        .path("findings")
                        .path("noted")
                        .asInt())
                .isPositive();
    }

    @Test
    void tables_and_outposts_csv_come_in_whole() throws Exception {
        door.send(source, "?name=package.zip&whole=true", SharedDirectory.zippedTables(), 201);
        assertThat(keptBy(source)).contains("Never Homeless Helpline").doesNotContain("Food Safety Program");

        String other = source + "-c";
        door.register(other);
        JsonNode report =
                door.send(other, "?name=o.csv&whole=true", SharedDirectory.file("outpost_services_sample.csv"), 201);
        assertThat(report.path("services").path("setAside").asInt()).isEqualTo(1);
        assertThat(keptBy(other)).containsExactly("Second example service");
    }

    private List<String> keptBy(String keeper) {
        return door.open("/services?per_page=100", 200)
                .path("contents")
                .valueStream()
                .filter(service ->
                        service.path("total_place").path("source").asString().equals(keeper))
                .map(service -> service.path("name").asString())
                .toList();
    }
}
