package org.totalplace.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.local.servers.CallerMatrix;

/** Whoever reaches the service's own port, past the gateway, is let in where the gateway lets them and nowhere else. */
class CallersIntegrationTests extends OnRunningService {

    private CallerMatrix matrix = new CallerMatrix(0, new UUID(0, 0), Set.of());

    @Autowired
    CallersIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @BeforeEach
    void somebodyOfAnAgencyWithAFeed() throws Exception {
        UUID person = UUID.randomUUID();
        door.register(CallerMatrix.OWNER + "-outcomes", CallerMatrix.OWNER);
        link(CallerMatrix.OWNER, CallerMatrix.REFERENCE, person, Instant.now().toEpochMilli());
        matrix = new CallerMatrix(port(), person, Set.of());
    }

    @Test
    void are_let_in_at_the_services_own_port_where_the_table_says() throws Exception {
        String own = door.citizen(CallerMatrix.OWNER, CallerMatrix.REFERENCE);
        eventually(
                "the citizen's record is linked",
                () -> door.getAs(own, "/people/" + matrix.person()).status() == 200);

        assertThat(matrix.seen()).hasSizeGreaterThan(25).isEqualTo(matrix.expected());
    }

    @Test
    void are_refused_everywhere_with_a_forged_token() throws Exception {
        assertThat(matrix.answersToForgedTokens(InstantSource.system()))
                .hasSizeGreaterThan(25)
                .allSatisfy((call, status) -> assertThat(status).as(call).isEqualTo(401));
    }
}
