package org.totalplace.journey.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.json.JsonMapper;

class BorneIdsIntegrationTests extends ContactsOfOneAgency {

    /** Joined in 2024, parted in 2025: one kept the id, the other has a third. */
    @Test
    void a_part_that_was_joined_in_and_left_again_has_three_ids_and_the_rest_one() throws Exception {
        UUID kept = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        UUID now = UUID.randomUUID();
        facts.link(subject("A"), agency, kept);
        facts.link(subject("B"), agency, now);
        facts.change("insert into borne_id (subject, person, until) values ('%1$s', '%2$s', '2024-02-01T10:00:00Z'),"
                        .formatted(subject("B"), former)
                + " ('%1$s', '%2$s', '2025-02-01T10:00:00Z')".formatted(subject("B"), kept));

        assertThat(ids(kept)).containsExactly(kept + " - -");
        // Nobody has the former id any more, so that it can mean nobody else.
        assertThat(ids(now))
                .containsExactlyInAnyOrder(
                        former + " - -",
                        kept + " 2024-02-01T10:00:00Z 2025-02-01T10:00:00Z",
                        now + " 2025-02-01T10:00:00Z -");
    }

    @Test
    void whoever_was_joined_into_another_is_sent_on_and_only_the_person_and_auditors_are_told() throws Exception {
        UUID now = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        facts.link(subject("A"), agency, now);
        facts.change("insert into joined_person (person, subject, joined_at) values ('%s', '%s', '2024-01-01')"
                .formatted(former, subject("A")));

        assertThat(status(former, "auditor", "audit")).isEqualTo(307);
        assertThat(status(UUID.randomUUID(), "auditor", "audit")).isEqualTo(404);
        assertThat(status(now, "practitioner", "direct-care")).isEqualTo(403);
        assertThat(status(now, "steward", "direct-care")).isEqualTo(403);
    }

    private List<String> ids(UUID person) {
        return JsonMapper.shared()
                .readTree(door.text("/people/" + person + "/ids", "auditor", "audit"))
                .path("ids")
                .valueStream()
                .map(id -> id.path("id").asString() + " " + id.path("since").asString("-") + " "
                        + id.path("until").asString("-"))
                .toList();
    }

    private int status(UUID person, String role, String purpose) {
        return door.web()
                .get()
                .uri("/people/" + person + "/ids")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role(role)))
                .header("X-Purpose", purpose)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
