package org.totalplace.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.local.servers.CallerMatrix;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.AgencyCode;

/** Whoever reaches the service's own port, past the gateway, is let in where the gateway lets them and nowhere else. */
class CallersIntegrationTests extends RunningJourneyService {

    /** It would train a model, for which the tests of models wait. */
    private static final Set<String> UNTRIED = Set.of("POST /api/v1/journeys/linkage/models");

    private CallerMatrix matrix = new CallerMatrix(0, new UUID(0, 0), UNTRIED);

    @BeforeEach
    void somebodyOfAnAgencyWithAFeed() throws Exception {
        UUID person = UUID.randomUUID();
        new ContactsDoor(port)
                .web()
                .put()
                .uri("/journeys/feeds/" + CallerMatrix.OWNER + "-journeys")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().agency(CallerMatrix.OWNER)))
                .bodyValue(Map.of("agency", CallerMatrix.OWNER, "kind", "people"))
                .exchange()
                .expectStatus()
                .isOk();
        known(person);
        matrix = new CallerMatrix(port, person, UNTRIED);
    }

    @Test
    void are_let_in_at_the_services_own_port_where_the_table_says() throws Exception {
        assertThat(matrix.seen()).hasSizeGreaterThan(35).isEqualTo(matrix.expected());
    }

    @Test
    void are_refused_everywhere_with_a_forged_token() throws Exception {
        assertThat(matrix.answersToForgedTokens(InstantSource.system()))
                .hasSizeGreaterThan(25)
                .allSatisfy((call, status) -> assertThat(status).as(call).isEqualTo(401));
    }

    private static void known(UUID person) throws Exception {
        UUID subject = PSEUDONYMS
                .subject(new AgencyCode(CallerMatrix.OWNER), CallerMatrix.REFERENCE)
                .value();
        try (var owner = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
                var link = owner.prepareStatement("insert into person_subject values (?, ?, ?, 1, false)"
                        + " on conflict (subject) do update set person = excluded.person")) {
            link.setObject(1, subject);
            link.setString(2, CallerMatrix.OWNER);
            link.setObject(3, person);
            link.executeUpdate();
        }
    }
}
