package org.totalplace.journey.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.PeopleOfNorthmoor.await;
import static org.totalplace.journey.PeopleOfNorthmoor.nhsNumber;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.journey.JourneyFacts;
import org.totalplace.journey.PeopleOfNorthmoor;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class ErasureIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_erasure");
    private static final String NHS = nhsNumber(610_000_001);
    private static final String COUNTY =
            "REF-ER-1,Barnabas,Quillfeather,1941-02-27,M,NM8 4ZZ,3 Periwinkle Court," + NHS + ",,2025-01-02";
    private static final String TRUST =
            "REF-ER-2,Barnabas,Quillfeather,27/02/1941,M,NM84ZZ,3 Periwinkle Court," + NHS + ",,2025-01-02";
    private static final String[] TELLTALES = {
        "Barnabas",
        "Quillfeather",
        "1941-02-27",
        "27/02/1941",
        "NM8 4ZZ",
        "NM84ZZ",
        "Periwinkle",
        NHS,
        "REF-ER-1",
        "REF-ER-2"
    };

    @Value("${totalplace.data}")
    private Path data = Path.of("unset");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void start(@LocalServerPort int port) {
        NORTHMOOR.at(port);
    }

    @Test
    void an_erased_person_is_nowhere_and_the_ledger_stays_whole(CapturedOutput log) throws IOException {
        NORTHMOOR.deliver("county", COUNTY);
        NORTHMOOR.deliver("nhs-trust", TRUST);
        NORTHMOOR.awaitLinked();
        String person = Objects.requireNonNull(NORTHMOOR.person("county", "REF-ER-1"));
        contactsAndLedger();
        await(() -> NORTHMOOR
                .texts("select attributed from line_cost where service = 'CARE'")
                .equals(List.of("10000")));
        await(() -> !NORTHMOOR
                .texts("select person from person_journeys where state::text like '%10000%'")
                .isEmpty());

        assertThat(erase("steward", "{\"person\":\"" + person + "\",\"reason\":\"asked for it\"}"))
                .isEqualTo(201);

        await(() -> NORTHMOOR.texts("select person from person_journeys").isEmpty());
        await(() -> NORTHMOOR
                .texts("select attributed || ' ' || residual from line_cost where service = 'CARE'")
                .equals(List.of("0 10000")));
        await(() -> NORTHMOOR.texts("select id from outbox").isEmpty());
        assertThat(NORTHMOOR.texts("select person from person_cost")).isEmpty();
        assertThat(NORTHMOOR.person("county", "REF-ER-1")).isNull();
        nothingTells(log);
        pseudonymsStandOnlyWithContacts();
        tombstones(UUID.fromString(person));
        whatIsDeliveredAgainIsNotKept(log);
    }

    private void nothingTells(CapturedOutput log) throws IOException {
        for (String table : tables()) {
            assertThat(String.join("\n", NORTHMOOR.texts("select t::text from " + table + " t")))
                    .as("Table " + table)
                    .doesNotContainIgnoringCase(TELLTALES);
        }
        for (Topic<?> topic : Topics.ALL) {
            for (ConsumerRecord<byte[], byte[]> event : JourneyFacts.committed(topic)) {
                assertThat(event.value() == null ? "" : new String(event.value(), StandardCharsets.ISO_8859_1))
                        .as("Topic " + topic.name())
                        .doesNotContainIgnoringCase(TELLTALES);
            }
        }
        assertThat(log.getAll()).doesNotContainIgnoringCase(TELLTALES);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("File " + file.getFileName())
                        .doesNotContainIgnoringCase(TELLTALES);
            }
        }
    }

    private static void pseudonymsStandOnlyWithContacts() {
        String subject = NORTHMOOR.subject("county", "REF-ER-1").toString();
        assertThat(tables().stream()
                        .filter(table -> NORTHMOOR.texts("select t::text from " + table + " t").stream()
                                .anyMatch(row -> row.contains(subject))))
                .containsExactlyInAnyOrder("contact", "participant", "erased_subject");
    }

    private static void tombstones(UUID person) {
        for (String reference : List.of("county REF-ER-1", "nhs-trust REF-ER-2")) {
            String[] words = reference.split(" ", 2);
            byte[] key = new SubjectKey(NORTHMOOR.subject(words[0], words[1])).bytes();
            assertThat(latest(Topics.IDENTITY_LINKS, key)).as(reference).isNull();
        }
        assertThat(latest(Topics.PERSON_JOURNEYS, new PersonId(person).bytes())).isNull();
    }

    /** The value of the last event of the key; at least one stood before it. */
    private static byte @Nullable [] latest(Topic<?> topic, byte[] key) {
        List<ConsumerRecord<byte[], byte[]>> events = JourneyFacts.committed(topic).stream()
                .filter(event -> Arrays.equals(event.key(), key))
                .toList();
        assertThat(events).hasSizeGreaterThan(1);
        return events.getLast().value();
    }

    private void whatIsDeliveredAgainIsNotKept(CapturedOutput log) throws IOException {
        NORTHMOOR.deliver("county", COUNTY.replace("2025-01-02", "2025-02-02"));
        NORTHMOOR.awaitLinked();

        assertThat(NORTHMOOR.person("county", "REF-ER-1")).isNull();
        nothingTells(log);
    }

    private static void contactsAndLedger() {
        NORTHMOOR.run(
                """
                insert into contact_kind (agency, service, type) values ('county', 'CARE', 'visit');
                insert into contact (version, started, units, kind, year, deleted, agency, record_id, subjects, delivery)
                select 1, '2024-05-01', 1000, id, 2024, false, 'county', 'er1', array['%1$s', '%2$s']::uuid[], gen_random_uuid()
                  from contact_kind;
                insert into participant (subject, contact) select unnest(subjects), id from contact;
                insert into service_total (agency, service, year, phase, pence, lines, version)
                values ('county', 'CARE', 2024, 'payment', 10000, 1, 1);
                insert into costing_due (agency, service, year) values ('county', 'CARE', 2024);
                insert into touched_subject (subject) select subject from participant;
                """.formatted(NORTHMOOR.subject("county", "REF-ER-1"), NORTHMOOR.subject("nhs-trust", "REF-ER-2")));
    }

    @Test
    void a_person_that_is_not_known_a_missing_reason_and_an_analyst_are_refused() {
        String nobody = "{\"person\":\"" + UUID.randomUUID() + "\",\"reason\":\"asked for it\"}";

        assertThat(erase("steward", nobody)).isEqualTo(404);
        assertThat(erase("steward", nobody.replace("asked for it", " "))).isEqualTo(400);
        assertThat(erase("steward", "{\"person\":\"7\",\"reason\":\"asked for it\"}"))
                .isEqualTo(400);
        assertThat(erase("analyst", nobody)).isEqualTo(403);
    }

    private static int erase(String role, String body) {
        return NORTHMOOR
                .as(role)
                .post()
                .uri("/api/v1/people/erasures")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static List<String> tables() {
        return NORTHMOOR.texts("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """);
    }
}
