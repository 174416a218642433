package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.contracts.event.StageRun;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.JsonNode;

/**
 * 60 persons began a journey on 1 June 2024; 30 of them came to the stage of support on 1 July; the last contact was on
 * 1 August. 50 had a reading of 5 before. Of those with support 20 are at 8 in September and 10 at 5; of the others 10
 * are at 8 and 10 at 3, who are back at 5 in December. What ten had years ago, and no reading before, makes no pair.
 */
class ChangesIntegrationTests extends OnRunningService {

    private static final String JOURNEY = "map-of-changes";
    private static final String QUERY = "?journey=" + JOURNEY + "&measure=change-score";
    private static final LocalDate BEGUN = LocalDate.parse("2024-06-01");

    private final BulkDatabase database;

    @Autowired
    ChangesIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, BulkDatabase database) {
        super(kafka);
        this.database = database;
    }

    @BeforeEach
    void sixty_persons_on_a_journey() throws Exception {
        if (known()) {
            return;
        }
        door.define("change-score", "higher", "social");
        door.register("changing-outcomes", "changing");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            UUID person = UUID.randomUUID();
            link("changing", "P" + i, person, 1);
            tell(journeysOf(person)
                    .setSex("female")
                    .setJourneys(i < 20 || i >= 30 ? List.of(standing(i), late(i)) : List.of(standing(i)))
                    .build());
            csv.append(readings(i));
        }
        door.deliver("changing-outcomes", "changing", csv.toString());
        eventually("all are paired", this::known);
    }

    private boolean known() {
        return row("/outcomes/before-and-after" + QUERY)
                                .path("unpaired")
                                .path("value")
                                .asInt()
                        == 10
                && number(row("/outcomes/before-and-after" + QUERY), "/byStatus/better/value") == 30
                && number(row("/outcomes/cost-beside-outcome" + QUERY), "/persons/value") == 50;
    }

    private static String readings(int i) {
        String before = i < 50 ? "b%1$d,P%1$d,change-score,5,2024-05-20\n" : "o%1$d,P%1$d,change-score,1,2022-01-01\n";
        String onTheDay = i < 5 ? "d%1$d,P%1$d,change-score,4,2024-07-01\n" : "";
        String september =
                "s%1$d,P%1$d,change-score," + (i < 20 || i >= 30 && i < 40 ? 8 : i < 30 ? 5 : 3) + ",2024-09-01\n";
        String december = i >= 40 && i < 50 ? "c%1$d,P%1$d,change-score,5,2024-12-01\n" : "";
        return (before + onTheDay + september + december).formatted(i);
    }

    /** Of either half, those who come out better had no contacts before, and the others two. */
    private static JourneyStanding standing(int i) {
        List<StageRun> runs = new ArrayList<>(List.of(new StageRun("identify", BEGUN)));
        if (i < 30) {
            runs.add(new StageRun("support", BEGUN.plusMonths(1)));
        }
        return JourneyStanding.newBuilder()
                .setMap(JOURNEY)
                .setStage(i < 30 ? "support" : "identify")
                .setSince(BEGUN)
                .setContacts(3)
                .setBegun(BEGUN)
                .setLatest(BEGUN.plusMonths(2))
                .setRuns(runs)
                .setAgeBand("65-74")
                .setContactsBefore(i < 20 || i >= 30 && i < 40 ? 0 : 2)
                .setPence(10_000L)
                .build();
    }

    /** On another map 20 came to the stage of support in July, and 20 after their latest readings. */
    private static JourneyStanding late(int i) {
        LocalDate supported = i < 20 ? BEGUN.plusMonths(1) : BEGUN.plusMonths(8);
        return JourneyStanding.newBuilder(standing(i))
                .setMap("map-of-late-stages")
                .setStage("support")
                .setLatest(supported)
                .setRuns(List.of(new StageRun("identify", BEGUN), new StageRun("support", supported)))
                .setContactsBefore(0)
                .build();
    }

    @Test
    void who_reached_a_stage_after_the_latest_reading_had_not_reached_it_then() {
        JsonNode groups = answer("/outcomes/comparison?journey=map-of-late-stages&measure=change-score&reached=support")
                .path("results");

        assertThat(number(groups.path(0), "/persons/value")).isEqualTo(20);
        assertThat(number(groups.path(0), "/byStatus/better/value")).isEqualTo(20);
        assertThat(number(groups.path(1), "/persons/value")).isEqualTo(20);
        assertThat(number(groups.path(1), "/byStatus/better/value")).isEqualTo(10);
    }

    @Test
    void before_and_now_make_pairs_with_shares_and_a_mean_change() {
        JsonNode row = row("/outcomes/before-and-after" + QUERY);

        assertThat(number(row, "/pairs/value")).isEqualTo(50);
        assertThat(number(row, "/byStatus/better/value")).isEqualTo(30);
        assertThat(number(row, "/byStatus/same/value")).isEqualTo(20);
        assertThat(number(row, "/byStatus/worse/value")).isZero();
        assertThat(row.at("/shares/better/value").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(row.at("/shares/better/low").decimalValue()).isEqualByComparingTo("0.462");
        // 30 rose by 3: 90 / 50, give or take 2.0096 * root((270 - 90 * 90 / 50) / 49 / 50).
        assertThat(row.at("/meanChange/value").decimalValue()).isEqualByComparingTo("1.80");
        assertThat(row.at("/meanChange/low").decimalValue()).isEqualByComparingTo("1.4");
        assertThat(row.at("/meanChange/high").decimalValue()).isEqualByComparingTo("2.2");
    }

    @Test
    void until_the_end_the_first_reading_after_the_last_contact_counts() {
        JsonNode row = row("/outcomes/before-and-after" + QUERY + "&until=end");

        assertThat(number(row, "/byStatus/better/value")).isEqualTo(30);
        assertThat(number(row, "/byStatus/same/value")).isEqualTo(10);
        assertThat(number(row, "/byStatus/worse/value")).isEqualTo(10);
        assertThat(row.at("/meanChange/value").decimalValue()).isEqualByComparingTo("1.40");
    }

    /** Five had a reading of 4 on the very day; the 30 who never came to the stage are not looked at. */
    @Test
    void a_stage_may_be_the_beginning_and_a_reading_on_its_day_is_before() {
        JsonNode row = row("/outcomes/before-and-after" + QUERY + "&stage=support");

        assertThat(number(row, "/pairs/value")).isEqualTo(30);
        assertThat(number(row, "/unpaired/value")).isZero();
        assertThat(row.path("meanBefore").decimalValue()).isEqualByComparingTo("4.8");
        assertThat(row.path("meanAfter").decimalValue()).isEqualByComparingTo("7.00");
    }

    /** Ten pairs without contacts before and ten with two; ten who reached the stage find nobody alike. */
    @Test
    void persons_who_reached_a_stage_stand_beside_persons_alike_who_did_not() {
        JsonNode answer = answer("/outcomes/comparison" + QUERY + "&reached=support");

        JsonNode reached = answer.path("results").path(0);
        JsonNode others = answer.path("results").path(1);
        assertThat(number(reached, "/persons/value")).isEqualTo(20);
        assertThat(number(reached, "/byStatus/better/value")).isEqualTo(10);
        assertThat(number(reached, "/unmatched/value")).isEqualTo(10);
        assertThat(number(others, "/persons/value")).isEqualTo(20);
        assertThat(number(others, "/unmatched/value")).isZero();
        assertThat(answer.at("/difference/value").decimalValue()).isEqualByComparingTo("0");
        Map<String, String> balance = StreamSupport.stream(
                        answer.path("balance").spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.path("variable").asString(),
                        one -> one.at("/everybody/value").asString() + " "
                                + one.at("/matched/value").asString()));
        // 0.667 beside 1 contact on average, over the root of the mean of the variances 0.920 and 1.053.
        assertThat(balance.get("contacts-before")).isEqualTo("-0.3 0.0");
        Wording.claimsNoCause(answer.toString());
    }

    @Test
    void cost_stands_beside_outcome_for_the_journey_and_its_variants() {
        JsonNode rows = answer("/outcomes/cost-beside-outcome" + QUERY).path("results");

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.path(0).path("variant").asString()).isEqualTo("all");
        assertThat(rows.path(0).at("/cost/value").decimalValue()).isEqualByComparingTo("5000.00");
        assertThat(pounds(rows.path(0), "low")).isEqualByComparingTo("138.12");
        assertThat(pounds(rows.path(0), "value")).isEqualByComparingTo("166.67");
        assertThat(pounds(rows.path(0), "high")).isEqualByComparingTo("216.45");
        assertThat(rows.path(1).path("variant").asString()).isEqualTo("identify > support");
        assertThat(pounds(rows.path(1), "value")).isEqualByComparingTo("150.00");
        assertThat(pounds(rows.path(2), "value")).isEqualByComparingTo("200.00");
    }

    @Test
    void the_bottom_line_has_three_sides_with_the_source_of_each_measure() throws Exception {
        database.inTransaction(connection -> connection
                .createStatement()
                .executeUpdate("update measure_series set source = 'A framework', source_code = 'X9'"
                        + " where code = 'change-score'"));

        JsonNode domains =
                answer("/outcomes/triple-bottom-line?journey=" + JOURNEY).path("domains");

        assertThat(domains.size()).isEqualTo(3);
        JsonNode social = domains.path(0);
        assertThat(social.path("domain").asString()).isEqualTo("social");
        assertThat(social.at("/measures/0/source").asString()).isEqualTo("A framework");
        assertThat(social.at("/measures/0/sourceCode").asString()).isEqualTo("X9");
        assertThat(number(social, "/measures/0/figures/byStatus/better/value")).isEqualTo(40);
        assertThat(number(social, "/all/byStatus/better/value")).isEqualTo(40);
        assertThat(domains.path(2).path("domain").asString()).isEqualTo("economic");
        assertThat(domains.path(2).path("measures").isEmpty()).isTrue();
        assertThat(csv("/outcomes/triple-bottom-line?journey=" + JOURNEY))
                .contains("social,change-score,1,change-score,score 0-10,higher,A framework,X9,60,40,");
    }

    @Test
    void each_comes_as_csv_with_the_same_figures() {
        assertThat(csv("/outcomes/before-and-after" + QUERY)).contains(",50,30,20,0,0,10,0.600,0.462,0.724,");
        assertThat(csv("/outcomes/comparison" + QUERY + "&reached=support"))
                .contains("group,reached,20,10,10,0,10,0.500,");
        assertThat(csv("/outcomes/cost-beside-outcome" + QUERY))
                .contains("all,50,30,20,0,0.600,0.462,0.724,5000.00,138.12,166.67,216.45");
    }

    @Test
    void what_is_not_said_or_not_known_is_told_and_agencies_are_not_let_in() {
        assertThat(door.get("analyst", "/outcomes/before-and-after").status()).isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/before-and-after" + QUERY + "&until=May")
                        .status())
                .isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/comparison" + QUERY).status()).isEqualTo(400);
        assertThat(door.get("analyst", "/outcomes/cost-beside-outcome?journey=" + JOURNEY)
                        .status())
                .isEqualTo(400);
        assertThat(answer("/outcomes/before-and-after?journey=nowhere")
                        .path("results")
                        .isEmpty())
                .isTrue();
        for (String call : List.of("before-and-after", "comparison", "cost-beside-outcome", "triple-bottom-line")) {
            assertThat(door.get("changing", "/outcomes/" + call + QUERY).status())
                    .isEqualTo(403);
        }
    }

    private JsonNode answer(String path) {
        return door.get("board", path).json();
    }

    private JsonNode row(String path) {
        return answer(path).path("results").path(0);
    }

    private static int number(JsonNode node, String pointer) {
        return node.at(pointer).asInt(-1);
    }

    private static BigDecimal pounds(JsonNode row, String end) {
        return row.at("/poundsAPersonBetterOff/" + end).decimalValue();
    }

    private String csv(String path) {
        byte[] body = door.web()
                .get()
                .uri(path)
                .header("Accept", "text/csv")
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("analyst")))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
