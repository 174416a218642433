package org.totalplace.journey.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.ContactsOfOneAgency;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;

class CostingIntegrationTests extends ContactsOfOneAgency {

    private static final String RECONCILIATION = "/journeys/reconciliation?year=2024-25";

    @Test
    void persons_and_residual_add_up_to_the_ledger_and_are_the_largest_remainder_split() throws Exception {
        Random random = new Random(11);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String with = "P" + random.nextInt(12) + (random.nextInt(4) == 0 ? ";P" + random.nextInt(15) : "");
            rows.append("r%d,%s,CARE,%s,2024-%02d-11,,%s,\n"
                    .formatted(i, with, i % 3 == 0 ? "visit" : "call", 4 + i % 9, 1 + random.nextInt(7)));
        }
        for (int i = 0; i < 12; i++) {
            facts.link(subject("P" + i), agency, UUID.randomUUID());
        }

        door.deliver(agency, rows.toString());
        facts.ledger(agency, "CARE", 123_456_701L, 1);
        reconciledWhen("1234567.01");
        facts.awaitQuiet();

        assertThat(facts.rows("select attributed + residual, residual > 0, persons from line_cost where agency = '"
                        + agency + "'"))
                .containsExactly("(123456701,t,12)");
        assertThat(parts()).containsExactlyElementsOf(splitInJava(123_456_701L));
    }

    private List<Long> parts() throws SQLException {
        return column("""
                select c.pence from person_cost c join contact_kind k on k.id = c.kind
                 where k.agency = '%s' order by c.person, k.type""".formatted(agency));
    }

    private List<Long> splitInJava(long pence) throws SQLException {
        List<Long> weights = new ArrayList<>(column("""
                select c.weight from person_cost c join contact_kind k on k.id = c.kind
                 where k.agency = '%s' order by c.person, k.type""".formatted(agency)));
        weights.addAll(column("select activity - known from line_cost where agency = '%s'".formatted(agency)));
        Pence[] split = new Pence(pence)
                .split(weights.stream().mapToLong(Long::longValue).toArray());
        return Arrays.stream(split).limit(split.length - 1L).map(Pence::value).toList();
    }

    private List<Long> column(String sql) throws SQLException {
        return facts.rows(sql).stream()
                .map(row -> Long.parseLong(row.substring(1, row.length() - 1)))
                .toList();
    }

    @Test
    void a_contact_of_two_persons_is_counted_once_and_shared_equally() throws Exception {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        facts.link(subject("A"), agency, one);
        facts.link(subject("B"), agency, other);
        facts.ledger(agency, "CARE", 10_001L, 1);

        door.deliver(agency, "j1,A;B,CARE,visit,2024-05-01,,1,\n");

        BigDecimal first = costOf(one);
        BigDecimal second = costOf(other);
        assertThat(first.add(second)).isEqualByComparingTo("100.01");
        assertThat(first.subtract(second).abs()).isEqualByComparingTo("0.01");
    }

    @Test
    void declared_activity_beyond_the_contacts_stays_in_the_residual() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("A"), agency, person);
        facts.ledger(agency, "CARE", 1_000_000L, 1);
        door.deliver(agency, "d1,A,CARE,visit,2024-05-01,,4,\n");

        door.put(
                "/journeys/services?year=2024-25",
                List.of(Map.of("agency", agency, "service", "CARE", "name", "Care", "unit", "hour", "activity", 1000)));
        facts.await(
                "select attributed from line_cost where agency = '" + agency + "' and activity = 1000000000", "4000");
        facts.awaitQuiet();

        JsonNode unit = results("/journeys/unit-costs?year=2024-25");
        assertThat(unit.path("cost").decimalValue()).isEqualByComparingTo("10.00");
        assertThat(unit.path("activity").asString()).isEqualTo("declared");
        facts.await("select residual from line_cost where agency = '" + agency + "'", "996000");
        assertThat(costOf(person)).isEqualByComparingTo("40.00");
    }

    @Test
    void a_restated_ledger_and_a_corrected_contact_are_costed_anew() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("A"), agency, person);
        facts.ledger(agency, "CARE", 30_000L, 1);
        door.deliver(agency, "e1,A,CARE,visit,2024-05-01,,1,\ne2,nobody,CARE,visit,2024-05-01,,2,\n");
        facts.await("select attributed from line_cost where agency = '" + agency + "'", "10000");

        facts.ledger(agency, "CARE", 60_000L, 2);
        door.deliver(agency, "e1,A,CARE,visit,2024-05-01,,2,\n");
        facts.ledger(agency, "CARE", 99L, 1);

        facts.await("select attributed from line_cost where agency = '" + agency + "'", "30000");
        facts.awaitQuiet();
        assertThat(line().path("ledger").decimalValue()).isEqualByComparingTo("600.00");
    }

    @Test
    void contacts_without_a_ledger_line_have_no_cost_instead_of_none() throws Exception {
        UUID person = UUID.randomUUID();
        facts.link(subject("A"), agency, person);

        door.deliver(agency, "f1,A,CARE,visit,2024-05-01,,1.5,\n");
        facts.await("select counted from line_cost where agency = '" + agency + "'", "1500000");
        facts.awaitQuiet();

        JsonNode answer = door.get(RECONCILIATION, "auditor");
        assertThat(answer.path("withoutLedger").values())
                .anySatisfy(line -> assertThat(line.path("agency").asString()).isEqualTo(agency));
        assertThat(results("/journeys/unit-costs?year=2024-25").path("symbol").asString())
                .isEqualTo("c");
        assertThat(door.pathwayWhen(person, seen -> seen.path("results").size() == 1)
                        .path("results")
                        .path(0)
                        .has("cost"))
                .isFalse();
    }

    /** The attack: a line of one person's contacts, and what is attributed of it. */
    @Test
    void what_one_person_bears_is_told_in_no_form() throws Exception {
        facts.link(subject("A"), agency, UUID.randomUUID());
        facts.ledger(agency, "CARE", 421_055L, 1);
        door.deliver(agency, "k1,A,CARE,visit,2024-05-01,,3,\n");
        facts.await("select largest_two from line_cost where persons = 1 and agency = '" + agency + "'", "421055");
        facts.awaitQuiet();

        JsonNode line = line();
        assertThat(line.path("symbol").asString()).isEqualTo("c");
        assertThat(line.path("attributed").isNull()).isTrue();
        assertThat(line.path("unitsOfKnownPersons").isNull()).isTrue();
        assertThat(mine(door.get(RECONCILIATION, "analyst").path("agencies"))
                        .path("symbol")
                        .asString())
                .isEqualTo("c");
        assertThat(results("/journeys/unit-costs?year=2024-25").path("units").isNull())
                .isTrue();
        assertThat(door.csv(RECONCILIATION, "board")).contains(agency + ",CARE,,4210.55,c,c,c,c");
        assertThat(door.csv("/journeys/unit-costs?year=2024-25", "board")).contains(",c,contacts,4210.55,c,");
    }

    @Test
    void the_csv_has_the_figures_of_the_page() throws Exception {
        facts.ledger(agency, "ROADS", 500_000_000L, 1);
        reconciledWhen("5000000.00");

        assertThat(door.csv(RECONCILIATION, "board")).contains(agency + ",ROADS,,5000000.00,0.00,5000000.00,");
    }

    @Test
    void a_practitioner_does_not_see_the_reconciliation() {
        door.web()
                .get()
                .uri(RECONCILIATION)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("practitioner")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private BigDecimal costOf(UUID person) throws InterruptedException {
        return door.pathwayWhen(person, seen -> seen.path("results").path(0).has("cost"))
                .path("cost")
                .decimalValue();
    }

    private void reconciledWhen(String ledger) throws InterruptedException {
        door.when(
                RECONCILIATION,
                TokenIssuer.shared().role("analyst"),
                seen -> mine(seen.path("lines"))
                        .path("ledger")
                        .decimalValue(BigDecimal.ZERO)
                        .toPlainString()
                        .equals(ledger));
    }

    private JsonNode line() {
        return mine(door.get(RECONCILIATION, "analyst").path("lines"));
    }

    private JsonNode results(String path) {
        return mine(door.get(path, "analyst").path("results"));
    }

    private JsonNode mine(JsonNode lines) {
        for (JsonNode line : lines) {
            if (line.path("agency").asString().equals(agency)) {
                return line;
            }
        }
        return lines.path("none");
    }
}
