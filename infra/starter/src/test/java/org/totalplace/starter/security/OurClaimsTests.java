package org.totalplace.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.security.IdentitySettings.Claims;

class OurClaimsTests {

    private static final Claims OURS = new Claims("roles", "agency", "record");

    @Test
    void are_those_of_the_token_where_the_provider_names_them_as_we_do() {
        Map<String, Object> said =
                Map.of("roles", List.of("agency"), "agency", "county", "record", Map.of("agency", "county"));

        assertThat(new OurClaims(OURS).convert(said)).containsAllEntriesOf(said);
    }

    @Test
    void are_found_within_others_and_under_names_with_dots() {
        OurClaims claims =
                new OurClaims(new Claims("realm_access.roles", "https://place.example/agency", "own.record"));

        assertThat(claims.convert(Map.of(
                        "realm_access", Map.of("roles", List.of("steward")),
                        "https://place.example/agency", "county",
                        "own", Map.of("record", Map.of("agency", "county", "reference", "1")))))
                .containsEntry("roles", List.of("steward"))
                .containsEntry("agency", "county")
                .containsEntry("record", Map.of("agency", "county", "reference", "1"));
    }

    @Test
    void a_claim_of_our_name_that_was_not_chosen_counts_for_nothing() {
        OurClaims claims = new OurClaims(new Claims("groups", "body", "tie"));

        assertThat(claims.convert(
                        Map.of("roles", List.of("steward"), "agency", "county", "record", Map.of(), "groups", 7)))
                .doesNotContainKeys("agency", "record")
                .containsEntry("roles", 7);
    }

    @Test
    void roles_may_be_words() {
        assertThat(new OurClaims(OURS).convert(Map.of("roles", "board  analyst,steward")))
                .containsEntry("roles", List.of("board", "analyst", "steward"));
    }

    @Test
    void an_address_is_below_the_issuer_or_stands_for_itself() {
        assertThat(IdentitySettings.below("https://id.example/realms/a/", "/keys"))
                .hasToString("https://id.example/realms/a/keys");
        assertThat(IdentitySettings.below("https://id.example", "https://keys.example/a"))
                .hasToString("https://keys.example/a");
    }

    @Test
    void no_secret_is_shared_with_the_provider() {
        assertThatThrownBy(() -> new IdentitySettings("/keys", "total-place", List.of("HS256"), OURS))
                .hasMessageContaining("HS256");
    }
}
