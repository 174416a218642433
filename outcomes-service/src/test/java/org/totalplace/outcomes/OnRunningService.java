package org.totalplace.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/** The one running service that all integration tests of the module speak to; each has agencies of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class OnRunningService {

    protected static final String HEADER = "recordId,reference,measure,value,observedAt\n";
    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    protected final KafkaTemplate<byte[], byte[]> kafka;
    protected OutcomesDoor door = new OutcomesDoor(0);

    @LocalServerPort
    private int port;

    @Autowired
    protected OnRunningService(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        RunningService.properties(registry);
    }

    @BeforeEach
    void openTheDoor() {
        door = new OutcomesDoor(port);
    }

    protected int port() {
        return port;
    }

    protected void link(String agency, String reference, UUID person, long version) throws Exception {
        sendLink(agency, reference, person, version).get();
    }

    /** Without waiting until the broker has it. */
    protected void linkLater(String agency, String reference, UUID person) {
        CompletableFuture<?> onItsWay = sendLink(agency, reference, person, 1);
        assertThat(onItsWay).isNotCompletedExceptionally();
    }

    private CompletableFuture<?> sendLink(String agency, String reference, UUID person, long version) {
        SubjectKey subject = subject(agency, reference);
        IdentityLink link = new IdentityLink(subject.value(), agency, person, version, false);
        return kafka.send(Topics.IDENTITY_LINKS.name(), subject.bytes(), Topics.IDENTITY_LINKS.encode(link));
    }

    /** Tells of a person's journeys as citizen-journey-service does. */
    protected void tell(PersonJourneys journeys) throws Exception {
        kafka.send(
                        Topics.PERSON_JOURNEYS.name(),
                        new PersonId(journeys.getPerson()).bytes(),
                        Topics.PERSON_JOURNEYS.encode(journeys))
                .get();
    }

    /** Journeys of a person of whom nothing is told yet. */
    protected static PersonJourneys.Builder journeysOf(UUID person) {
        return PersonJourneys.newBuilder()
                .setPerson(person)
                .setVersion(1)
                .setJourneys(List.of())
                .setContacts(List.of())
                .setCosts(List.of());
    }

    /** Says that the subject is gone. */
    protected void unlink(String agency, String reference) throws Exception {
        kafka.send(Topics.IDENTITY_LINKS.name(), subject(agency, reference).bytes(), null)
                .get();
    }

    protected static SubjectKey subject(String agency, String reference) {
        return RunningService.PSEUDONYMS.subject(new AgencyCode(agency), reference);
    }

    /** Something that is true some time later, at the latest when patience ends. */
    @FunctionalInterface
    protected interface Condition {
        boolean isTrue() throws Exception;
    }

    protected static void eventually(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.isTrue()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(50);
        }
    }
}
