package org.totalplace.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsDoor;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import tools.jackson.databind.JsonNode;

/** Files that public bodies publish of events become contacts by a feed's mapping alone. */
class EventFeedsIntegrationTests extends RunningJourneyService {

    private static final Path EVENTS = Path.of("..", "..", "shared", "data", "events");

    private final String agency = "ev-" + UUID.randomUUID().toString().substring(0, 8);
    private final JourneyFacts facts = new JourneyFacts(DATABASE);
    private ContactsDoor door = new ContactsDoor(0);

    EventFeedsIntegrationTests() throws SQLException {}

    @BeforeEach
    void open() {
        door = new ContactsDoor(port);
    }

    @AfterEach
    void close() throws SQLException {
        facts.close();
    }

    private static byte[] file(String name) throws IOException {
        Path file = EVENTS.resolve(name);
        assumeThat(file).as("the published file " + name).exists();
        return Files.readAllBytes(file);
    }

    private JsonNode deliver(String name, long rows) throws Exception {
        return door.deliver(agency, name, rows, file(name));
    }

    private void holds(long contacts, long subjects) throws Exception {
        facts.await(
                "select count(*), count(distinct subjects[1]) from contact where agency = '" + agency + "'",
                contacts + "," + subjects);
    }

    private static void counts(JsonNode report, String status, long read, long accepted, long refused) {
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo(status);
        assertThat(report.at("/rows/read").asLong()).isEqualTo(read);
        assertThat(report.at("/rows/accepted").asLong()).isEqualTo(accepted);
        assertThat(report.at("/rows/refused").asLong()).isEqualTo(refused);
    }

    @Test
    void attendances_at_emergency_departments_go_in_whole() throws Exception {
        door.register(
                agency,
                Map.of(
                        "mapping",
                        Map.of(
                                "recordId", "AEKEY",
                                "reference", "PSEUDO_HESID",
                                "service", "AEDEPTTYPE",
                                "type", "AEATTENDCAT",
                                "start", "ARRIVALDATE")));

        JsonNode report = deliver("hes_ae_artificial.csv", 1_000);

        counts(report, "published", 1_000, 1_000, 0);
        holds(1_000, 672);
    }

    @Test
    void hospital_episodes_of_the_year_1801_are_told_and_the_others_go_in() throws Exception {
        door.register(
                agency,
                Map.of(
                        "policy",
                        "accept-good-rows",
                        "mapping",
                        Map.of(
                                "recordId", "EPIKEY",
                                "reference", "PSEUDO_HESID",
                                "service", "TRETSPEF",
                                "type", "ADMIMETH",
                                "start", "EPISTART",
                                "end", "EPIEND")));

        JsonNode report = deliver("hes_apc_artificial.csv", 2_075);

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
        long refused = report.at("/rows/refused").asLong();
        assertThat(refused).isPositive();
        assertThat(report.at("/rows/accepted").asLong()).isEqualTo(2_075 - refused);
        assertThat(report.path("problems").toString()).contains("1801");
        facts.await("select count(*) from contact where agency = '" + agency + "'", Long.toString(2_075 - refused));
    }

    @Test
    void episodes_of_children_looked_after_go_in_by_an_id_of_two_columns() throws Exception {
        door.register(
                agency,
                Map.of(
                        "mapping",
                        Map.of(
                                "recordId", "CHILD + DECOM",
                                "reference", "CHILD",
                                "service", "PLACE_PROVIDER",
                                "type", "PLACE",
                                "start", "DECOM",
                                "end", "DEC",
                                "outcome", "REC")));

        JsonNode report = deliver("ssda903_episodes.csv", 5_050);

        counts(report, "published", 5_050, 5_050, 0);
        holds(5_050, 2_123);
    }

    @Test
    void reviews_that_are_listed_twice_are_one_contact() throws Exception {
        door.register(
                agency,
                Map.of(
                        "mapping",
                        Map.of(
                                "recordId", "CHILD + REVIEW",
                                "reference", "CHILD",
                                "service", "REVIEW_CODE",
                                "type", "REVIEW_CODE",
                                "start", "REVIEW")));

        JsonNode report = deliver("ssda903_reviews.csv", 12_582);

        counts(report, "published", 12_582, 12_582, 0);
        facts.await("select count(*) from contact where agency = '" + agency + "'", "12568");
    }

    @Test
    void events_of_tags_go_in_file_by_file_and_a_file_sent_again_changes_nothing() throws Exception {
        door.register(
                agency,
                Map.of(
                        "mapping",
                        Map.of(
                                "recordId", "id",
                                "reference", "person_id",
                                "service", "event_name",
                                "type", "event_name",
                                "start", "timestamp")));

        counts(deliver("hmpps_tag_events_0015.csv", 81), "published", 81, 81, 0);
        counts(deliver("hmpps_tag_events_0030.csv", 98), "published", 98, 98, 0);
        counts(deliver("hmpps_tag_events_0045.csv", 112), "published", 112, 112, 0);
        deliver("hmpps_tag_events_0045.csv", 112);

        facts.await("select count(*) from contact where agency = '" + agency + "'", "291");
    }

    @Test
    void an_event_log_is_a_delivery_like_any_other() throws Exception {
        door.register(agency);
        String log = """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
                <trace><string key="concept:name" value="P1"/>
                <event><string key="concept:name" value="visit"/><string key="org:group" value="CARE"/>
                <date key="time:timestamp" value="2024-06-01T10:00:00+01:00"/></event>
                <event><string key="concept:name" value="call"/><string key="org:group" value="CARE"/>
                <date key="time:timestamp" value="2024-06-02T10:00:00+01:00"/></event></trace></log>
                """;

        JsonNode report = door.deliver(agency, "log.xes", 2, log.getBytes(StandardCharsets.UTF_8));

        counts(report, "published", 2, 2, 0);
        assertThat(report.path("mapping").toString()).contains("time:timestamp", "case:concept:name");
        facts.await(
                "select count(*), min(started) from contact where agency = '" + agency + "'",
                "2,\"2024-06-01 10:00:00\"");
    }
}
