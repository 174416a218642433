package org.totalplace.outcomes.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OnRunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryIntegrationTests extends OnRunningService {

    private static final String MEASURE = "summed-score";

    @Autowired
    SummaryIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    /** Of 60 persons 31 are better, 14 the same, 12 worse, and of 3 nobody knows; every third stands on a map. */
    @Test
    void count_persons_by_status_with_shares_and_nobody_of_the_few() throws Exception {
        door.define(MEASURE, "higher", "environmental");
        door.register("summing-outcomes", "summing");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            UUID person = UUID.randomUUID();
            link("summing", "S" + i, person, 1);
            if (i % 3 == 0) {
                journeys(person);
            }
            csv.append("b%d,S%d,%s,5,2024-05-01\n".formatted(i, i, MEASURE));
            if (i < 57) {
                int latest = i < 31 ? 7 : i < 45 ? 5 : 3;
                csv.append("l%d,S%d,%s,%d,2024-11-0%d\n".formatted(i, i, MEASURE, latest, 1 + i % 5));
            }
        }
        door.deliver("summing-outcomes", "summing", csv.toString());
        eventually(
                "all are counted", () -> row("").path("persons").path("value").asInt() == 45);

        JsonNode all = row("");
        assertThat(all.path("byStatus").path("better").path("value").asInt()).isEqualTo(30);
        assertThat(all.path("byStatus").path("same").path("value").asInt()).isEqualTo(15);
        assertThat(all.path("byStatus").path("unknown").path("symbol").asString())
                .isEqualTo("c");
        assertThat(all.path("byStatus").path("worse").path("symbol").asString()).isEqualTo("c");
        assertThat(all.path("shares").path("better").path("symbol").asString()).isEqualTo("c");
        assertThat(row("&groupBy=agency").path("agency").asString()).isEqualTo("summing");
        eventually(
                "those on the map are counted",
                () -> row("&groupBy=journey,stage").path("stage").asString().equals("sustain"));
        assertThat(row("&groupBy=journey").path("journey").asString()).isEqualTo("map-of-summaries");
        assertThat(results("&groupBy=month")).hasSize(2);
        assertThat(results("&agency=nobody-else")).isEmpty();
        assertThat(results("&from=2024-12")).isEmpty();
        String csvAnswer = door.web()
                .get()
                .uri("/outcomes/summary?measure=" + MEASURE)
                .header("Accept", "text/csv")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("board")))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csvAnswer).contains(MEASURE + ",1,45,30,15,c,c,");
    }

    /**
     * Nine are observed in May, July and September: worse first and then better, and yes or no beside it. One of them
     * is seen again in October and one in November.
     */
    @Test
    void tell_of_each_month_what_was_known_by_its_end() throws Exception {
        door.define("monthly-score", "higher", "social");
        door.register("monthly-outcomes", "monthly");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 9; i++) {
            link("monthly", "M" + i, UUID.randomUUID(), 1);
            csv.append("a%1$d,M%1$d,monthly-score,5,2024-05-0%2$d\nb%1$d,M%1$d,monthly-score,3,2024-07-0%2$d\n"
                            .formatted(i, i + 1))
                    .append("c%1$d,M%1$d,monthly-score,9,2024-09-0%2$d\n".formatted(i, i + 1))
                    .append("d%1$d,M%1$d,in-employment,0,2024-05-01\ne%1$d,M%1$d,in-employment,1,2024-09-01\n"
                            .formatted(i));
        }
        csv.append("f,M0,monthly-score,10,2024-10-01\ng,M1,monthly-score,10,2024-11-01\n");
        door.deliver("monthly-outcomes", "monthly", csv.toString());
        String of = "/outcomes/summary?agency=monthly&measure=";
        eventually(
                "all are counted",
                () -> door.get("analyst", of + "in-employment")
                                .json()
                                .path("results")
                                .path(0)
                                .path("byStatus")
                                .path("better")
                                .path("value")
                                .asInt()
                        == 10);

        JsonNode months =
                door.get("analyst", of + "monthly-score&groupBy=month").json().path("results");
        JsonNode yesOrNo =
                door.get("analyst", of + "in-employment").json().path("results").get(0);

        assertThat(months.size()).as(months.toString()).isEqualTo(5);
        assertThat(List.of(months.get(3), months.get(4))).allSatisfy(few -> {
            assertThat(few.path("persons").path("symbol").asString()).isEqualTo("c");
            assertThat(few.path("byStatus").path("better").path("symbol").asString())
                    .isEqualTo("c");
            assertThat(few.path("meanChange").path("symbol").asString()).isEqualTo("c");
        });
        assertThat(status(months, 0, "2024-05", "unknown")).isEqualTo(10);
        assertThat(status(months, 1, "2024-07", "worse")).isEqualTo(10);
        assertThat(status(months, 2, "2024-09", "better")).isEqualTo(10);
        assertThat(months.get(2).path("meanChange").path("value").asInt()).isEqualTo(4);
        assertThat(yesOrNo.path("meanChange").path("symbol").asString()).isEqualTo("z");
    }

    private static int status(JsonNode months, int row, String month, String status) {
        assertThat(months.get(row).path("month").asString()).isEqualTo(month);
        return months.get(row).path("byStatus").path(status).path("value").asInt();
    }

    @Test
    void tell_of_domains_by_the_status_of_each_persons_domain() throws Exception {
        door.define("domain-score", "higher", "economic");
        door.register("domains-outcomes", "domains");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            link("domains", "D" + i, UUID.randomUUID(), 1);
            csv.append("a%d,D%d,domain-score,5,2024-05-01\nb%d,D%d,domain-score,9,2024-09-01\n".formatted(i, i, i, i));
        }
        door.deliver("domains-outcomes", "domains", csv.toString());

        eventually("the domain is counted", () -> {
            JsonNode rows = door.get("analyst", "/outcomes/summary?groupBy=domain,agency&agency=domains")
                    .json()
                    .path("results");
            return rows.size() == 1
                    && rows.get(0).path("domain").asString().equals("economic")
                    && rows.get(0).path("byStatus").path("better").path("value").asInt() == 10
                    && rows.get(0).path("shares").path("better").path("value").asInt() == 1;
        });
    }

    /** 20, 10 and 4 persons in three sectors, 9 in another district, and 10 of whom nobody knows where they live. */
    @Test
    void tell_of_areas_and_the_areas_in_them_without_telling_the_few() throws Exception {
        door.define("area-score", "higher", "social");
        door.register("areas-outcomes", "areas");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 53; i++) {
            UUID person = UUID.randomUUID();
            link("areas", "A" + i, person, 1);
            String area = i < 20 ? "NM4 1" : i < 30 ? "NM4 2" : i < 34 ? "NM4 3" : i < 43 ? "NM5 1" : null;
            List<JourneyStanding> journeys = i < 33
                    ? List.of(standing("few-left-over"), standing("many-left-over"))
                    : i < 49 ? List.of(standing("few-left-over")) : List.of();
            tell(journeysOf(person).setArea(area).setJourneys(journeys).build());
            csv.append("a%d,A%d,area-score,5,2024-05-01\nb%d,A%d,area-score,9,2024-09-01\n".formatted(i, i, i, i));
        }
        door.deliver("areas-outcomes", "areas", csv.toString());
        eventually(
                "all are counted",
                () -> better("").equals("NM=45, NM4=35, NM4 1=20, NM4 2=c, NM4 3=c, NM5=10, NM5 1=10, x=10"));

        assertThat(better("&area=nm4&areaLevel=postcode-sector")).isEqualTo("NM4 1=20, NM4 2=c, NM4 3=c");
        assertThat(better("&areaLevel=postcode-district")).isEqualTo("NM4=35, NM5=10");
        JsonNode totals = door.get("analyst", "/outcomes/summary?measure=area-score&groupBy=area")
                .json()
                .path("totals");
        assertThat(totals.path(0).path("persons").path("value").asInt()).isEqualTo(55);
        assertThat(persons("many-left-over")).isEqualTo("35");
        assertThat(persons("few-left-over")).isEqualTo("c");
    }

    private String persons(String journey) {
        JsonNode persons = door.get(
                        "analyst", "/outcomes/summary?measure=area-score&groupBy=journey&journey=" + journey)
                .json()
                .at("/results/0/persons");
        return persons.path(persons.path("value").isNull() ? "symbol" : "value").asString();
    }

    private String better(String more) {
        return StreamSupport.stream(
                        door.get("analyst", "/outcomes/summary?measure=area-score&groupBy=area" + more)
                                .json()
                                .path("results")
                                .spliterator(),
                        false)
                .map(row -> row.path("area").asString() + "="
                        + (row.at("/byStatus/better/value").isNull()
                                ? row.at("/byStatus/better/symbol").asString()
                                : row.at("/byStatus/better/value").asString()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void refuse_what_they_do_not_know_and_whom_they_are_not_for() {
        assertThat(door.get("analyst", "/outcomes/summary?area=NM4").status()).isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/summary?groupBy=area&area=Northmoor")
                        .status())
                .isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/summary?groupBy=area&areaLevel=ward")
                        .json()
                        .path("errors")
                        .toString())
                .contains("postcode-sector");
        assertThat(door.get("analyst", "/outcomes/summary?groupBy=shoe-size").status())
                .isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/summary?from=May").status()).isEqualTo(400);
        assertThat(door.get("summing", "/outcomes/summary").status()).isEqualTo(403);
    }

    private JsonNode row(String more) {
        List<JsonNode> rows = results(more);
        return rows.isEmpty() ? new JsonMapper().createObjectNode() : rows.getFirst();
    }

    private List<JsonNode> results(String more) {
        return StreamSupport.stream(
                        door.get("analyst", "/outcomes/summary?measure=" + MEASURE + more)
                                .json()
                                .path("results")
                                .spliterator(),
                        false)
                .toList();
    }

    private void journeys(UUID person) throws Exception {
        tell(journeysOf(person)
                .setJourneys(List.of(standing("map-of-summaries")))
                .build());
    }

    private static JourneyStanding standing(String map) {
        return JourneyStanding.newBuilder()
                .setMap(map)
                .setStage("sustain")
                .setSince(LocalDate.parse("2024-06-01"))
                .setContacts(3)
                .build();
    }
}
