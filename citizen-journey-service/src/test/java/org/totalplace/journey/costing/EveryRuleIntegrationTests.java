package org.totalplace.journey.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.journey.ContactsDoor;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.value.SubjectKey;

/**
 * Contacts come shuffled, repeated, corrected and deleted, persons join and split, move house and leave, rules and
 * totals change. After every round the tables hold to the penny what the facts cost when worked out from scratch.
 */
class EveryRuleIntegrationTests extends RunningJourneyService {

    private static final List<String> SERVICES = List.of("EVEN", "LEAD", "HOME");
    private static final List<String> TYPES = List.of("call", "visit");
    private static final int SUBJECTS = 18;
    private static final int ROUNDS = 3;

    private final String agency = "rule-" + UUID.randomUUID().toString().substring(0, 8);
    private final JourneyFacts facts = new JourneyFacts(DATABASE);
    private final Random random = new Random(1907);
    private final PlaceInTheHead head = new PlaceInTheHead();
    private final Map<String, Long> totalVersions = new HashMap<>();

    EveryRuleIntegrationTests() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        facts.close();
    }

    @Test
    void ledger_is_persons_and_residual_under_every_rule_whatever_happens() throws Exception {
        rule("LEAD", null, "main");
        rule("HOME", null, "household");
        for (String service : SERVICES) {
            restate(service);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            contacts(round);
            people();
            if (round > 1) {
                rule(any(SERVICES), any(TYPES), any(List.of("equal", "main", "household")));
                restate(any(SERVICES));
            }
            settle();
            for (String service : SERVICES) {
                compare(service, round);
            }
        }
    }

    private void compare(String service, int round) throws SQLException {
        assertThat(facts.rows("""
                        select p.person, k.type, p.weight, p.pence
                          from person_cost p join contact_kind k on k.id = p.kind
                         where k.agency = '%s' and k.service = '%s' order by p.person, k.type""".formatted(agency, service)))
                .as(service + " in round " + round)
                .isNotEmpty()
                .isEqualTo(head.personCosts(service));
        assertThat(facts.rows("select ledger, residual from line_cost where agency = '%s' and service = '%s'"
                        .formatted(agency, service)))
                .as(service + " in round " + round)
                .containsExactly("(" + head.ledger.get(service) + "," + head.residual(service) + ")");
    }

    private void contacts(int round) {
        List<ContactEvent> arriving = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String record = "r" + random.nextInt(90);
            long version = round * 1_000L + i;
            ContactEvent event = contact(record, version);
            head.contacts.merge(record, event, (held, come) -> come.getVersion() > held.getVersion() ? come : held);
            arriving.add(event);
        }
        arriving.addAll(arriving.subList(0, 20));
        Collections.shuffle(arriving, random);
        arriving.forEach(event ->
                facts.send(Topics.CONTACTS, new SubjectKey(event.getSubjects().getFirst()).bytes(), event));
        facts.flush();
    }

    private ContactEvent contact(String record, long version) {
        List<UUID> subjects = new ArrayList<>();
        int first = random.nextInt(SUBJECTS);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            subjects.add(subject((first + i * 5) % SUBJECTS));
        }
        return ContactEvent.newBuilder()
                .setAgency(agency)
                .setRecordId(record)
                .setVersion(version)
                .setDeleted(random.nextInt(8) == 0)
                .setSubjects(subjects)
                .setService(any(SERVICES))
                .setType(any(TYPES))
                .setStart(LocalDateTime.of(2024, 4, 2, 9, 0).plusDays(random.nextInt(360)))
                .setUnits(random.nextInt(7) * 333L)
                .setDelivery(new UUID(0, version))
                .build();
    }

    /** Joins and splits, leaves and comes, moves house. */
    private void people() throws Exception {
        for (int i = 0; i < SUBJECTS; i++) {
            UUID subject = subject(i);
            UUID person = new UUID(agency.hashCode(), 1_000 + random.nextInt(8));
            UUID before = head.persons.get(subject);
            if (before != null && random.nextInt(6) == 0) {
                facts.unlink(subject, before);
                head.persons.remove(subject);
            } else if (random.nextInt(2) == 0) {
                facts.link(subject, agency, person);
                head.persons.put(subject, person);
            }
            if (random.nextInt(3) == 0) {
                String home = String.valueOf(100 + random.nextInt(4));
                facts.livesAt(subject, agency, home);
                head.homes.put(subject, home);
            }
        }
    }

    private void rule(String service, @Nullable String type, String rule) {
        Map<String, Object> asked = new HashMap<>(Map.of("agency", agency, "service", service, "rule", rule));
        if (type != null) {
            asked.put("type", type);
        }
        new ContactsDoor(port).put("/journeys/split-rules", List.of(asked));
        head.rules.put(type == null ? service : service + "/" + type, rule);
    }

    private void restate(String service) throws Exception {
        long pence = random.nextLong(-20_000, 3_000_000);
        head.ledger.put(service, pence);
        facts.ledger(agency, service, pence, totalVersions.merge(service, 1L, Long::sum));
    }

    private void settle() throws Exception {
        long versions = head.contacts.values().stream()
                .mapToLong(ContactEvent::getVersion)
                .sum();
        facts.await("select coalesce(sum(version), 0) from contact where agency = '" + agency + "'", "" + versions);
        long totals = head.ledger.values().stream().mapToLong(Long::longValue).sum();
        facts.await("select coalesce(sum(pence), 0) from service_total where agency = '" + agency + "'", "" + totals);
        facts.awaitQuiet();
    }

    private UUID subject(int number) {
        return new UUID(agency.hashCode(), number);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
