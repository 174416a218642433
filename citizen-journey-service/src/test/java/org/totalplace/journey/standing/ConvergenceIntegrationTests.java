package org.totalplace.journey.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.value.SubjectKey;

/**
 * Two agencies with the same truth: one's contacts come once, in order and as they ended; the other's shuffled,
 * repeated, late and corrected while persons are joined and split. Whatever the way, the tables end the same.
 */
class ConvergenceIntegrationTests extends RunningJourneyService {

    private static final int RECORDS = 300;
    private static final int SUBJECTS = 40;

    private final JourneyFacts facts = new JourneyFacts(DATABASE);
    private final Random random = new Random(2009);

    ConvergenceIntegrationTests() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        facts.close();
    }

    @Test
    void any_order_of_contacts_corrections_joins_and_splits_ends_as_a_rebuild_does() throws Exception {
        List<ContactEvent> history = history();

        straight(history);
        crooked(history);
        facts.awaitQuiet();

        for (String table : tables()) {
            List<String> rebuilt = facts.rows(table.formatted("straight"));
            assertThat(rebuilt).isNotEmpty();
            assertThat(facts.rows(table.formatted("crooked"))).isEqualTo(rebuilt);
        }
    }

    private void straight(List<ContactEvent> history) throws Exception {
        for (int i = 0; i < SUBJECTS; i++) {
            facts.link(subject("straight", i), "straight", person("straight", i / 2));
        }
        Map<String, ContactEvent> latest = new TreeMap<>();
        history.forEach(event -> latest.merge(
                event.getRecordId(), event, (held, come) -> come.getVersion() > held.getVersion() ? come : held));
        latest.values().forEach(event -> send("straight", event));
        facts.flush();
        facts.ledger("straight", "CARE", 77_777_777L, 1);
        facts.ledger("straight", "TEAM", -1_003L, 1);
    }

    private void crooked(List<ContactEvent> history) throws Exception {
        List<ContactEvent> arriving = new ArrayList<>(history);
        arriving.addAll(history.subList(0, history.size() / 3));
        Collections.shuffle(arriving, random);
        facts.ledger("crooked", "TEAM", 55L, 1);
        for (int i = 0; i < arriving.size(); i++) {
            send("crooked", arriving.get(i));
            if (i % 100 == 0) {
                facts.flush();
                relink(random.nextInt(1, 5));
                Thread.sleep(random.nextInt(150));
            }
        }
        facts.flush();
        facts.ledger("crooked", "CARE", 77_777_777L, 4);
        facts.ledger("crooked", "TEAM", -1_003L, 4);
        facts.ledger("crooked", "CARE", 1L, 2);
        relink(2);
        facts.await("select count(*) from contact where agency = 'crooked'", String.valueOf(RECORDS));
    }

    /** Groups so many subjects a person; two is the truth. */
    private void relink(int together) throws SQLException {
        for (int i = 0; i < SUBJECTS; i++) {
            facts.link(subject("crooked", i), "crooked", person("crooked", i / together));
        }
    }

    private List<ContactEvent> history() {
        List<ContactEvent> history = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (int record = 0; record < RECORDS; record++) {
                if (version == 1 || random.nextInt(3) == 0) {
                    history.add(event("r" + record, version));
                }
            }
        }
        return history;
    }

    private ContactEvent event(String record, long version) {
        int first = random.nextInt(SUBJECTS + 5);
        List<UUID> subjects = random.nextInt(5) == 0
                ? List.of(subject("", first), subject("", (first + 1 + random.nextInt(3)) % SUBJECTS))
                : List.of(subject("", first));
        return ContactEvent.newBuilder()
                .setAgency("")
                .setRecordId(record)
                .setVersion(version)
                .setDeleted(version > 1 && random.nextInt(6) == 0)
                .setSubjects(subjects)
                .setService(random.nextBoolean() ? "CARE" : "TEAM")
                .setType(random.nextBoolean() ? "visit" : "call")
                .setStart(LocalDateTime.of(2024, 4, 1, 9, 0).plusHours(random.nextInt(9_000)))
                .setUnits(random.nextInt(9) * 500L)
                .setDelivery(new UUID(0, version))
                .build();
    }

    private void send(String agency, ContactEvent event) {
        ContactEvent mine = ContactEvent.newBuilder(event)
                .setAgency(agency)
                .setSubjects(event.getSubjects().stream()
                        .map(subject -> new UUID(agency.hashCode(), subject.getLeastSignificantBits()))
                        .toList())
                .build();
        facts.send(Topics.CONTACTS, new SubjectKey(mine.getSubjects().getFirst()).bytes(), mine);
    }

    private static UUID subject(String agency, int number) {
        return new UUID(agency.hashCode(), number);
    }

    /** In the same order for both agencies, for ties of a split go by it. */
    private static UUID person(String agency, int number) {
        return new UUID(agency.hashCode(), 1_000L + number);
    }

    private static List<String> tables() {
        return List.of("""
                select c.record_id, c.version, c.started, c.units, k.service, k.type, c.year, c.deleted, c.delivery,
                       (select array_agg(right(s::text, 12) order by s) from unnest(c.subjects) s) as subjects
                  from contact c join contact_kind k on k.id = c.kind
                 where c.agency = '%1$s' order by c.record_id""", """
                select c.record_id, right(p.subject::text, 12) as subject
                  from participant p join contact c on c.id = p.contact where c.agency = '%1$s' order by 1, 2""", """
                select right(p.person::text, 12) as person, k.service, k.type, p.year, p.weight, p.pence
                  from person_cost p join contact_kind k on k.id = p.kind where k.agency = '%1$s' order by 1, 2, 3, 4""", """
                select service, year, ledger, activity, counted, known, attributed, residual
                  from line_cost where agency = '%1$s' order by service, year""", """
                select right(j.person::text, 12) as person, replace(j.state::text, '%1$s', 'agency') as state
                  from person_journeys j
                 where exists (select from person_subject s where s.person = j.person and s.agency = '%1$s') order by 1""");
    }
}
