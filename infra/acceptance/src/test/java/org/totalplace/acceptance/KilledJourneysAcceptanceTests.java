package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two agencies that know the same persons, whose contacts come in and who are joined while the service is killed. */
@Order(3)
class KilledJourneysAcceptanceTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PERSONS = 1_500;
    private static final int CONTACTS = 30_000;
    private static final int EVERY = 97;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_service_that_is_killed_while_contacts_come_in_and_persons_are_joined_loses_and_doubles_nothing()
            throws Exception {
        Api api = RunningStack.empty();
        for (String agency : new String[] {"ward", "home"}) {
            api.register("journeys", agency + "-people", agency, "people");
            api.register("journeys", agency + "-contacts", agency, "contacts");
        }
        deliver(api, "ward", "people", people("W"));
        String contacts = push(api, "ward", "contacts", contacts("W"));
        Api.eventually(PATIENCE, () -> view(api, "ward", "W1"), seen -> number(seen) > 0);
        String people = push(api, "home", "people", people("H"));

        RunningStack.now().kill("citizen-journey-service");

        for (String location : List.of(contacts, people)) {
            String agency = location.contains("/ward-") ? "ward" : "home";
            assertThat(api.ended(agency, location, PATIENCE).path("status").asString())
                    .isEqualTo("published");
        }
        deliver(api, "home", "contacts", contacts("H"));

        for (int person = 1; person <= PERSONS; person += EVERY) {
            String reference = "W" + person;
            String sameByTheOther = "H" + person;
            JsonNode seen = Api.eventually(
                    PATIENCE, () -> view(api, "ward", reference), view -> number(view) == 2 * ofOnePerson());
            assertThat(seen.path("subjects").size()).as(reference).isEqualTo(2);
            assertThat(view(api, "home", sameByTheOther).path("personId")).isEqualTo(seen.path("personId"));
        }
    }

    private static int ofOnePerson() {
        return CONTACTS / PERSONS;
    }

    private static long number(JsonNode view) {
        return view.path("contacts")
                .path("byAgency")
                .valueStream()
                .mapToLong(agency -> agency.path("contacts").asLong())
                .sum();
    }

    private static JsonNode view(Api api, String agency, String reference) throws IOException, InterruptedException {
        String person = api.person("/api/v1/people?agency=" + agency + "&reference=" + reference)
                .json()
                .path("personId")
                .asString();
        return api.person("/api/v1/people/" + person).json();
    }

    private void deliver(Api api, String agency, String kind, String csv) throws Exception {
        JsonNode report = api.ended(agency, push(api, agency, kind, csv), PATIENCE);
        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("published");
    }

    private String push(Api api, String agency, String kind, String csv) throws Exception {
        Path file = Files.writeString(folder.resolve(agency + "-" + kind + ".csv"), csv);
        return api.push("journeys", agency + "-" + kind, agency, file);
    }

    private static String people(String prefix) {
        StringBuilder people = new StringBuilder("reference,givenName,familyName,dateOfBirth,sex,postcode\n");
        IntStream.rangeClosed(1, PERSONS)
                .forEach(i -> people.append("%s%d,%s,%s,%s,F,NM%d %dAB%n"
                        .formatted(
                                prefix,
                                i,
                                MadeName.of(i * 11 + 3),
                                MadeName.of(i * 17 + 90_000),
                                LocalDate.parse("1931-01-01").plusDays(i * 11L),
                                i % 30 + 1,
                                i % 9 + 1)));
        return people.toString();
    }

    private static String contacts(String prefix) {
        StringBuilder contacts = new StringBuilder("recordId,reference,service,type,start\n");
        IntStream.range(0, CONTACTS)
                .forEach(i -> contacts.append("%s-c%d,%s%d,Visits,visit,%s%n"
                        .formatted(
                                prefix,
                                i,
                                prefix,
                                i % PERSONS + 1,
                                LocalDate.parse("2024-04-01").plusDays(i / PERSONS * 9L))));
        return contacts.toString();
    }
}
