package org.totalplace.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.local.servers.CallerMatrix;

/** Whoever reaches the service's own port, past the gateway, is let in where the gateway lets them and nowhere else. */
class CallersIntegrationTests extends RunningSpendService {

    @Test
    void are_let_in_at_the_services_own_port_where_the_table_says() throws Exception {
        String agency = CallerMatrix.OWNER;
        String feed = "{\"agency\": \"" + agency + "\", \"kind\": \"payments\"}";
        SpendDoor.expect(
                200,
                door().put("steward", "/api/v1/spend/agencies/" + agency, "{\"name\": \"M\", \"kind\": \"council\"}"));
        SpendDoor.expect(200, door().put("agency-" + agency, "/api/v1/spend/feeds/" + agency + "-spend", feed));

        assertThat(matrix().seen()).hasSizeGreaterThan(35).isEqualTo(matrix().expected());
    }

    @Test
    void are_refused_everywhere_with_a_forged_token() throws Exception {
        assertThat(matrix().answersToForgedTokens(InstantSource.system()))
                .hasSizeGreaterThan(25)
                .allSatisfy((call, status) -> assertThat(status).as(call).isEqualTo(401));
    }

    private CallerMatrix matrix() {
        return new CallerMatrix(port(), new UUID(0, 0), Set.of());
    }
}
