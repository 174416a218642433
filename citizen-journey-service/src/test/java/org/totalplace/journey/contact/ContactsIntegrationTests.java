package org.totalplace.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.value.PersonId;
import tools.jackson.databind.JsonNode;

class ContactsIntegrationTests extends ContactsOfOneAgency {

    @Test
    void a_contact_of_a_known_person_shows_within_two_seconds_of_its_delivery() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("R1"), agency, person);
        facts.awaitQuiet();

        JsonNode report = door.deliver(agency, "c1,R1,CARE,visit,2024-05-01,,2,\n");
        Instant published = Instant.now();
        JsonNode pathway = door.pathwayWhen(person, seen -> seen.path("results").size() == 1);

        assertThat(Duration.between(published, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(report.path("status").asString()).isEqualTo("published");
        assertThat(pathway.path("results").path(0).path("type").asString()).isEqualTo("visit");
        facts.await(
                "select count(*) from person_journeys where person = '" + person + "' and state::text like '%" + agency
                        + "%'",
                "1");
        assertThat(latest(person).getContacts().getFirst().getContacts()).isEqualTo(1);
    }

    @Test
    void contacts_of_an_unknown_subject_wait_and_are_attached_when_the_person_is_known() throws Exception {
        UUID person = UUID.randomUUID();
        door.deliver(agency, "c2,R2,CARE,visit,2024-05-01,,,\n");
        facts.await("select count(*) from contact where agency = '" + agency + "'", "1");

        facts.link(subject("R2"), agency, person);

        assertThat(door.pathwayWhen(person, seen -> seen.path("results").size() == 1)
                        .path("results")
                        .path(0)
                        .path("recordId")
                        .asString())
                .isEqualTo("c2");
    }

    @Test
    void a_later_delivery_corrects_moves_and_removes_contacts() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        facts.link(subject("R3"), agency, first);
        facts.link(subject("R4"), agency, second);
        door.deliver(agency, "c3,R3,CARE,visit,2024-05-01,,,\nc4,R3,CARE,visit,2024-05-02,,,\n");
        door.pathwayWhen(first, seen -> seen.path("results").size() == 2);

        door.deliver(agency, "c3,R4,CARE,review,2024-05-03,,,\nc4,R3,CARE,deleted,2024-05-02,,,\n");

        door.pathwayWhen(first, seen -> seen.path("results").isEmpty());
        JsonNode moved = door.pathwayWhen(second, seen -> seen.path("results").size() == 1);
        assertThat(moved.path("results").path(0).path("type").asString()).isEqualTo("review");
    }

    @Test
    void contacts_that_are_sent_again_in_another_file_count_once() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("R10"), agency, person);
        String first = "c10,R10,CARE,visit,2024-05-01,,2,\n";
        door.deliver(agency, first);
        door.pathwayWhen(person, seen -> seen.path("results").size() == 1);

        door.deliver(agency, first + "c11,R10,CARE,visit,2024-04-01,,3,\n" + first);

        JsonNode pathway = door.pathwayWhen(person, seen -> seen.path("results").size() == 2);
        assertThat(pathway.at("/results/0/recordId").asString()).isEqualTo("c11");
        facts.awaitQuiet();
        facts.await("select sum(weight) from person_cost where person = '" + person + "'", "5000000");
    }

    @Test
    void a_contact_that_was_taken_back_leaves_pathway_cost_and_standing_and_may_come_again() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("R12"), agency, person);
        facts.ledger(agency, "CARE", 10_000L, 1);
        door.deliver(agency, "c12,R12,CARE,visit,2024-05-01,,1,\n");
        facts.await("select pence from person_cost where person = '" + person + "'", "10000");

        door.deliver(agency, "c12,R12,CARE,deleted,2024-05-01,,1,\n");
        door.pathwayWhen(person, seen -> seen.path("results").isEmpty());
        facts.await("select count(*) from person_cost where person = '" + person + "'", "0");
        facts.awaitQuiet();
        assertThat(latest(person).getContacts()).isEmpty();
        assertThat(latest(person).getCosts()).isEmpty();

        door.deliver(agency, "c12,R12,CARE,visit,2024-05-02,,1,\n");
        facts.await("select pence from person_cost where person = '" + person + "'", "10000");
    }

    @Test
    void taking_back_what_never_came_or_whose_subject_is_unknown_leaves_nothing_behind() throws Exception {
        UUID person = UUID.randomUUID();
        door.deliver(agency, "c13,R13,CARE,deleted,2024-05-01,,1,\nc14,R13,CARE,visit,2024-05-01,,1,\n");
        door.deliver(agency, "c14,R13,CARE,deleted,2024-05-01,,1,\n");
        facts.await("select count(*) from contact where agency = '" + agency + "' and deleted", "2");

        facts.link(subject("R13"), agency, person);
        facts.awaitQuiet();

        assertThat(door.pathwayWhen(person, seen -> seen.has("results"))
                        .path("results")
                        .isEmpty())
                .isTrue();
        facts.await("select count(*) from person_cost where person = '" + person + "'", "0");
    }

    @Test
    void a_refused_row_refuses_the_delivery_and_leaves_nothing_for_readers_of_committed_events() throws Exception {
        JsonNode report =
                door.deliver(agency, "c5,R5,CARE,visit,2024-05-01,,,\nc6,R5,CARE,visit,2024-05-02,2024-05-01,,\n");

        assertThat(report.path("status").asString()).isEqualTo("refused");
        assertThat(report.path("rows").path("refused").asInt()).isEqualTo(1);
        assertThat(JourneyFacts.committed(Topics.CONTACTS))
                .noneMatch(record -> contact(record.value()).getAgency().equals(agency));
    }

    @Test
    void a_contact_with_two_references_is_one_contact_of_both() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        facts.link(subject("R7"), agency, first);
        facts.link(subject("R8"), agency, second);

        door.deliver(agency, "c7,R7; R8,CARE,visit,2024-05-01,,1,\n");

        for (UUID person : List.of(first, second)) {
            JsonNode contact = door.pathwayWhen(
                            person, seen -> seen.path("results").size() == 1)
                    .path("results")
                    .path(0);
            assertThat(contact.path("participants").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_person_whose_last_subject_is_gone_ends_with_a_tombstone() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("R9"), agency, person);
        door.deliver(agency, "c9,R9,CARE,visit,2024-05-01,,1,\n");
        facts.await("select count(*) from person_journeys where person = '" + person + "'", "1");

        facts.unlink(subject("R9"), person);

        facts.await("select count(*) from person_journeys where person = '" + person + "'", "0");
        facts.awaitQuiet();
        assertThat(told(person).getLast()).isNull();
    }

    @Test
    void a_person_is_shown_only_for_a_stated_purpose() {
        door.web()
                .get()
                .uri("/people/" + UUID.randomUUID() + "/contacts")
                .headers(headers -> headers.setBearerAuth(
                        org.totalplace.local.servers.TokenIssuer.shared().role("practitioner")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private PersonJourneys latest(UUID person) throws Exception {
        facts.awaitQuiet();
        return java.util.Objects.requireNonNull(told(person).getLast());
    }

    private static List<PersonJourneys> told(UUID person) {
        byte[] key = new PersonId(person).bytes();
        return JourneyFacts.committed(Topics.PERSON_JOURNEYS).stream()
                .filter(record -> Arrays.equals(record.key(), key))
                .map(record -> record.value() == null ? null : journeys(record.value()))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    private static PersonJourneys journeys(byte[] value) {
        try {
            return Topics.PERSON_JOURNEYS.decode(value);
        } catch (org.totalplace.contracts.UndecodableEvent e) {
            throw new AssertionError(e);
        }
    }

    private static ContactEvent contact(byte[] value) {
        try {
            return Topics.CONTACTS.decode(value);
        } catch (org.totalplace.contracts.UndecodableEvent e) {
            throw new AssertionError(e);
        }
    }
}
