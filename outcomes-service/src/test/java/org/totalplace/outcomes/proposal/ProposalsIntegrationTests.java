package org.totalplace.outcomes.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import tools.jackson.databind.JsonNode;

class ProposalsIntegrationTests extends OnRunningService {

    private final String path =
            "/outcomes/proposals/p" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ProposalsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void tell_boards_who_pays_and_who_gains_and_later_what_became_of_it() {
        assertThat(set(proposal("0.8"), 200).path("version").asInt()).isEqualTo(1);
        assertThat(set(proposal("0.8"), 200).path("version").asInt()).isEqualTo(1);

        JsonNode told = door.get("board", path).json();
        assertThat(told.path("agencies").get(0).path("role").asString()).isEqualTo("payer");
        assertThat(told.path("agencies").get(1).path("total").path("gains").decimalValue())
                .isEqualByComparingTo("153000.00");
        assertThat(told.path("paidBackIn").asString()).isEqualTo("2026-27");
        assertThat(told.path("bottomLine")
                        .path("environmental")
                        .get(0)
                        .path("source")
                        .asString())
                .isEqualTo("Trip survey");

        Answer outturn = door.put(
                "analyst",
                path + "/outturn/nhs-trust/2025-26",
                Map.of("paid", 0, "saved", 40_000.5, "source", "Reference costs"));
        assertThat(outturn.status()).as(outturn.body()).isEqualTo(200);
        assertThat(set(proposal("0.4"), 200).path("version").asInt()).isEqualTo(2);
        JsonNode now = door.get("board", path).json();
        assertThat(now.path("total").path("gains").decimalValue()).isEqualByComparingTo("102000.00");
        assertThat(now.path("outturn").get(0).path("difference").decimalValue()).isEqualByComparingTo("14500.50");
        assertThat(door.get("board", path + "?version=1")
                        .json()
                        .path("outturn")
                        .get(0)
                        .path("difference")
                        .decimalValue())
                .isEqualByComparingTo("-10999.50");
        assertThat(door.get("analyst", "/outcomes/proposals").body()).contains("Fewer falls");
    }

    @Test
    void are_written_by_analysts_and_read_by_nobody_from_outside() {
        for (String role : List.of("board", "auditor", "practitioner", "communications", "somebody")) {
            assertThat(door.put(role, path, proposal("0.8")).status()).as(role).isEqualTo(403);
        }
        set(proposal("0.8"), 200);
        for (String role : List.of("practitioner", "safeguarding", "somebody")) {
            assertThat(door.get(role, path).status()).as(role).isEqualTo(403);
        }
        assertThat(door.getAsNobody(path).status()).isEqualTo(401);
        assertThat(door.get("board", path + "?version=0").status()).isEqualTo(404);
    }

    @Test
    void are_refused_with_what_is_wrong_and_nothing_is_rounded() {
        Map<String, Object> fine = proposal("0.80001");
        assertThat(set(fine, 400).toString()).contains("four decimals");
        Map<String, Object> halfPenny = proposal("0.8");
        halfPenny.put(
                "costs", List.of(Map.of("agency", "county", "year", 0, "amount", 1.005, "source", "s", "grade", 1)));
        assertThat(set(halfPenny, 400).toString()).contains("penny");
        Map<String, Object> free = proposal("0.8");
        free.put("costs", List.of());
        assertThat(set(free, 400).toString()).contains("has costs");
        assertThat(set(Map.of(), 400).toString()).contains("title");
        assertThat(set(withBenefit("lag", Integer.MAX_VALUE), 400).toString()).contains("lags");
        assertThat(set(withBenefit("duration", Integer.MAX_VALUE), 400).toString())
                .contains("lasts");
        assertThat(set(withBenefit("people", Long.MAX_VALUE), 400).toString()).contains("people");
        assertThat(set(withBenefit("engagement", new BigDecimal("1E-999999")), 400)
                        .toString())
                .contains("four decimals");
        assertThat(set(withBenefit("unit", new BigDecimal("1E+999999")), 400).toString())
                .contains("at most");
        assertThat(set(withBenefit("gains", Arrays.asList((Object) null)), 400).toString())
                .contains("benefits.gains");
        // Each is small enough; what they make together is not.
        Map<String, Object> large = withBenefit("unit", new BigDecimal("999999999999"));
        large.put("benefits", List.of(with(benefitOf(large), "people", 100_000_000)));
        assertThat(set(large, 400).toString()).contains("too large");
        for (String list : List.of("costs", "benefits", "bottomLine")) {
            assertThat(set(with(proposal("0.8"), list, Arrays.asList((Object) null)), 400)
                            .toString())
                    .contains(list);
        }
        assertThat(door.put("analyst", path + "/outturn/county/2024-25", Map.of("paid", 1, "saved", 1, "source", "s"))
                        .status())
                .isEqualTo(404);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> benefitOf(Map<String, Object> proposal) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(proposal.get("benefits"))).getFirst();
    }

    private static Map<String, Object> withBenefit(String name, Object value) {
        Map<String, Object> proposal = proposal("0.8");
        proposal.put("benefits", List.of(with(benefitOf(proposal), name, value)));
        return proposal;
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    private JsonNode set(Map<String, Object> proposal, int status) {
        Answer answer = door.put("analyst", path, proposal);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static Map<String, Object> proposal(String engagement) {
        Map<String, Object> benefit = new HashMap<>(Map.of(
                "what",
                "Admissions after a fall",
                "value",
                "fiscal",
                "people",
                200,
                "engagement",
                new BigDecimal(engagement),
                "impact",
                0.3,
                "deadweight",
                0.1,
                "unit",
                2_500,
                "source",
                "A unit cost",
                "grade",
                2,
                "correction",
                0.15));
        benefit.put("lag", 1);
        benefit.put("duration", 10);
        benefit.put(
                "gains",
                List.of(
                        Map.of("agency", "nhs-trust", "share", 0.75, "cashable", 0.2),
                        Map.of("agency", "county", "share", 0.25, "cashable", 0.2)));
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("title", "Fewer falls");
        proposal.put("group", "People over 75 who fell");
        proposal.put("firstYear", "2024-25");
        proposal.put("years", 4);
        proposal.put(
                "costs",
                List.of(Map.of("agency", "county", "year", 0, "amount", 100_000, "source", "Tender", "grade", 2)));
        proposal.put("benefits", List.of(benefit));
        proposal.put(
                "bottomLine",
                List.of(Map.of(
                        "domain", "environmental",
                        "what", "Ambulance miles",
                        "amount", "12,000 miles fewer a year",
                        "source", "Trip survey",
                        "grade", 4)));
        return proposal;
    }
}
