package org.totalplace.outcomes;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.value.AgencyCode;
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
        SubjectKey subject = subject(agency, reference);
        IdentityLink link = new IdentityLink(subject.value(), agency, person, version, false);
        kafka.send(Topics.IDENTITY_LINKS.name(), subject.bytes(), Topics.IDENTITY_LINKS.encode(link))
                .get();
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
