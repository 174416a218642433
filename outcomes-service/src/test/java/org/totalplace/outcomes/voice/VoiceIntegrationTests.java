package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import org.totalplace.outcomes.RunningService;
import tools.jackson.databind.JsonNode;

class VoiceIntegrationTests extends OnVoice {

    private final ForgettingWords forgetting;

    @Autowired
    VoiceIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, ForgettingWords forgetting) {
        super(kafka);
        this.forgetting = forgetting;
    }

    @Test
    void said_decided_money_moved_better_off() throws Exception {
        Answer said = suggest("the bus", "Ask Mrs Patel: the bus to NM4 7QX should come at noon.");
        assertThat(said.status()).as(said.body()).isEqualTo(201);
        assertThat(said.json().path("notes").toString())
                .contains("a name", "a postcode")
                .doesNotContain("Patel");
        long number = said.json().path("number").asLong();
        String code = said.json().path("code").asString();

        take("steward", number, publish("the bus", "The bus should come at noon.", OURS));
        take(OURS, number, step("extend", "We ask the bus company"));
        take(OURS, number, decide("accepted", "Many asked for it"));
        assertThat(chain(OURS, number).path("gaps").toString()).isEqualTo("[\"no-plan\",\"no-money\",\"no-outcome\"]");
        take(OURS, number, with(step("plan", "A bus at noon"), "due", TODAY.plusDays(30)));
        take(OURS, number, figure("money", "/api/v1/spend/totals?year=2024-25&agency=voiced", "1250.50"));
        take(OURS, number, figure("outcome", "/api/v1/outcomes/summary?measure=gets-about", null));
        take(OURS, number, with(step("reach", "It runs on weekdays"), "milestone", 1));
        take(OURS, number, step("close", "A bus runs at noon"));

        JsonNode chain = chain(OURS, number);
        assertThat(chain.path("gaps")).isEmpty();
        JsonNode told = chain.path("suggestion");
        assertThat(told.path("stage").asString()).isEqualTo("closed");
        assertThat(told.path("decision").path("by").asString()).isEqualTo("Head of Transport");
        assertThat(told.path("figures").get(0).path("amount").decimalValue()).isEqualByComparingTo("1250.50");
        JsonNode followed = door.getAsNobody(SUGGESTIONS + "/" + code).json();
        assertThat(words(followed.path("history"), "what"))
                .containsExactly(
                        "received",
                        "published",
                        "extended",
                        "accepted",
                        "planned",
                        "linked",
                        "linked",
                        "reached",
                        "closed");
        assertThat(followed.path("mayReopen").asBoolean()).isTrue();
        assertThat(followed.path("suggestion")).isEqualTo(told);
    }

    @Test
    void nothing_of_what_somebody_wrote_is_public_before_or_beyond_what_the_moderator_lets_through() throws Exception {
        Answer said = suggest("the surgery of Dr Bell", "Dr Bell on 01632 960 123 never listens to Zebedee.");
        long number = said.json().path("number").asLong();
        String code = said.json().path("code").asString();
        assertNothingOfItIsPublic(number, code);

        JsonNode waiting = waiting("steward", number);
        assertThat(waiting.path("original").get(0).path("words").asString()).contains("Zebedee");
        assertThat(waiting.path("redacted").path("about").asString()).isEqualTo("the surgery of [a name]");
        assertThat(waiting.path("redacted").path("words").asString())
                .isEqualTo("[a name] on [an NHS number or a telephone number] never listens to [a name].");

        Answer careless =
                door.post("steward", steps(number), JSON, publish("the surgery", "Dr Bell never listens", OURS));
        assertThat(careless.status()).isEqualTo(400);
        assertThat(careless.body()).contains("names-somebody").doesNotContain("Bell");
        take("steward", number, step("withhold", "It is about one doctor alone"));
        assertNothingOfItIsPublic(number, code);
        assertThat(register(number).path("withheldWhy").asString()).isEqualTo("It is about one doctor alone");

        take("steward", number, publish("a surgery", "A doctor does not listen.", OURS));
        assertThat(register(number).path("words").asString()).isEqualTo("A doctor does not listen.");
        assertNothingOfItIsPublic(number, code);
    }

    @Test
    void what_slipped_through_is_in_no_history_once_it_was_withheld_or_published_anew() throws Exception {
        Answer said = suggest("the surgery", "Nobody listens");
        long number = said.json().path("number").asLong();
        String follow = SUGGESTIONS + "/" + said.json().path("code").asString();
        take("steward", number, publish("the surgery", "The nurse of room Zircon does not listen", OURS));
        assertThat(door.getAsNobody(follow).body()).contains("Zircon");

        take("steward", number, with(step("withhold", "It is about one person"), "agency", OURS));
        assertThat(door.getAsNobody(follow).body()).doesNotContain("Zircon");
        assertThat(waiting(OURS, number).toString()).doesNotContain("Zircon");
        Answer stale =
                door.post("steward", steps(number), JSON, with(publish("the surgery", "Room Zircon", OURS), "seen", 2));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("\"changed\"");

        take("steward", number, with(publish("the surgery", "A nurse does not listen", OURS), "seen", 3));
        assertThat(door.getAsNobody(follow).body())
                .contains("A nurse does not listen")
                .doesNotContain("Zircon");
    }

    @Test
    void what_an_answerer_wrote_is_taken_from_everybodys_sight_by_a_steward_once_it_is_closed_too() throws Exception {
        Answer said = suggest("the desk", "Nobody listens");
        long number = said.json().path("number").asLong();
        String follow = SUGGESTIONS + "/" + said.json().path("code").asString();
        take("steward", number, publish("the desk", "Nobody listens", OURS));
        take(OURS, number, decide("accepted", "Zirconia of the desk was spoken to"));
        take(OURS, number, figure("money", "/api/v1/spend/totals?year=2024-25&agency=voiced", "5000000"));
        take(OURS, number, with(decide("declined", "It was Zirconia"), "role", "Zirconia, Desks"));
        Map<String, Object> redact = Map.of("step", "redact", "event", 3, "why", "names-somebody");
        assertThat(door.post(OURS, steps(number), JSON, redact).status()).isEqualTo(403);

        take("steward", number, redact);
        take("steward", number, with(redact, "event", 4));
        take("steward", number, with(redact, "event", 5));
        take("steward", number, with(with(redact, "event", 5), "of", "role"));

        Answer again = door.post("steward", steps(number), JSON, with(redact, "event", 2));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("nothing-to-redact");
        JsonNode one = door.get("steward", "/voice/queue?number=" + number).json();
        assertThat(ofNumber(one, number, "suggestion").path("history")).hasSize(9);
        assertThat(door.get("voiced-not", "/voice/queue?number=" + number)
                        .json()
                        .path("results"))
                .isEmpty();
        for (String read : List.of(
                one.toString(),
                door.getAsNobody(follow).body(),
                register(number).toString(),
                chain(OURS, number).toString(),
                door.getAsNobody("/voice/register?agency=" + OURS, MediaType.parseMediaType("text/csv"))
                        .body())) {
            assertThat(read).doesNotContain("Zirconia", "5000000").contains("[taken out: it names somebody]");
        }
    }

    @Test
    void a_paper_form_has_a_code_that_means_something_once_staff_entered_it() throws Exception {
        String code = door.getAsNobody("/voice/code").json().path("code").asString();
        assertThat(door.getAsNobody(SUGGESTIONS + "/" + code).status()).isEqualTo(404);
        Map<String, Object> form = new HashMap<>(suggestion("the park", "More benches"));
        form.put("channel", "paper");
        form.put("code", code.toLowerCase(Locale.ROOT));
        form.put("toldOn", TODAY.minusDays(3));

        assertThat(door.postAsNobody(SUGGESTIONS, form).status()).isEqualTo(403);
        assertThat(door.postAs(door.citizen(OURS, "V1"), SUGGESTIONS, form).status())
                .isEqualTo(403);
        Answer entered = door.post("practitioner", SUGGESTIONS, JSON, form);

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("code").asString()).isEqualTo(code);
        JsonNode followed = door.getAsNobody(SUGGESTIONS + "/" + code).json();
        assertThat(followed.path("suggestion").path("told").asString())
                .isEqualTo(TODAY.minusDays(3).toString());
        assertThat(followed.path("history").get(0).path("by").asString()).isEqualTo("staff");
        assertThat(door.post("steward", SUGGESTIONS, JSON, form).status()).isEqualTo(409);
    }

    @Test
    void its_suggester_may_reopen_it_twice_and_no_more() throws Exception {
        Answer said = suggest("the pool", "Open it on Sundays");
        long number = said.json().path("number").asLong();
        String reopening = SUGGESTIONS + "/" + said.json().path("code").asString() + "/reopening";
        Map<String, String> why = Map.of("words", "Nobody answered what I asked, says Zebedee");
        take("steward", number, publish("the pool", "Open it on Sundays", OURS));
        assertThat(door.postAsNobody(reopening, why).status()).isEqualTo(409);

        for (int times = 0; times < 2; times++) {
            take(OURS, number, decide("declined", "There is no money"));
            assertThat(door.postAsNobody(reopening, why).status()).isEqualTo(200);
        }
        take(OURS, number, decide("declined", "There is no money"));
        for (int storm = 0; storm < 5; storm++) {
            Answer refused = door.postAsNobody(reopening, why);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("no-more-reopening");
        }

        assertThat(door.getAsNobody("/voice/register?agency=" + OURS).body()).doesNotContain("Zebedee");
        JsonNode answering =
                ofNumber(door.get(OURS, "/voice/queue?stage=closed&limit=1000").json(), number, "suggestion");
        assertThat(answering.path("reopened").get(0).asString())
                .contains("[a name]")
                .doesNotContain("Zebedee");
        assertThat(door.getAsNobody(SUGGESTIONS + "/" + said.json().path("code").asString())
                        .json()
                        .path("mayReopen")
                        .asBoolean())
                .isFalse();
        assertThat(door.get("steward", "/voice/queue?stage=closed&limit=1000").body())
                .contains("Zebedee");
    }

    @Test
    void the_board_sees_the_most_overdue_first_and_pages_give_the_same_as_the_whole() throws Exception {
        String late = "voiced-late";
        for (int months : new int[] {3, 9, 6, 0}) {
            Map<String, Object> form = new HashMap<>(suggestion("the road", "Mend it"));
            form.put("channel", "meeting");
            form.put("toldOn", TODAY.minusMonths(months));
            long number = door.post(late, SUGGESTIONS, JSON, form)
                    .json()
                    .path("number")
                    .asLong();
            take("steward", number, publish("the road", "Mend it", late));
        }

        JsonNode whole = door.getAsNobody("/voice/chain?agency=" + late).json();
        List<Long> days = new ArrayList<>();
        whole.path("results").forEach(one -> days.add(one.path("overdueDays").asLong()));
        assertThat(days).hasSize(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(days.getFirst()).isGreaterThan(200);
        assertThat(days.getLast()).isZero();
        assertThat(whole.path("results").get(0).path("gaps").toString()).isEqualTo("[\"not-decided\",\"overdue\"]");

        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = door.getAsNobody("/voice/chain?limit=1&agency=" + late + next)
                    .json();
            page.path("results").forEach(paged::add);
            next = "&cursor=" + page.path("paging").path("next").asString("");
        } while (next.length() > "&cursor=".length());
        assertThat(paged).hasSize(4);
        assertThat(paged.toString())
                .isEqualTo(whole.path("results").valueStream().toList().toString());
        assertThat(door.get(late, "/voice/queue").json().path("results")).hasSize(4);
    }

    @Test
    void what_nobody_has_looked_at_is_counted_and_stands_in_no_list_not_even_by_its_days() {
        long number =
                suggest("the lift", "It stands still").json().path("number").asLong();

        JsonNode chain = door.getAsNobody("/voice/chain?limit=1000").json();

        assertThat(chain.path("results")
                        .valueStream()
                        .map(one -> one.path("suggestion").path("number").asLong()))
                .doesNotContain(number);
        assertThat(chain.path("results")
                        .valueStream()
                        .map(one -> one.path("suggestion").path("stage").asString()))
                .doesNotContain("received");
        assertThat(chain.path("unread").path("all").has("value")).isTrue();
        assertThat(waiting("steward", number).path("suggestion").path("stage").asString())
                .isEqualTo("received");
    }

    @Test
    void what_nobody_has_read_in_time_is_told_by_its_weeks_and_never_by_its_few() throws Exception {
        Map<String, Object> form = new HashMap<>(suggestion("the wall", "It leans"));
        form.put("channel", "paper");
        form.put("toldOn", TODAY.minusYears(3));
        long number = door.post("practitioner", SUGGESTIONS, JSON, form)
                .json()
                .path("number")
                .asLong();

        JsonNode unread = door.getAsNobody("/voice/chain").json().path("unread");

        assertThat(unread.path("oldestWeeks").asInt()).isBetween(140, 160);
        assertThat(unread.path("overdue").path("symbol").asString()).isEqualTo("c");
        take("steward", number, publish("the wall", "It leans", OURS));
        assertThat(door.getAsNobody("/voice/chain")
                        .json()
                        .at("/unread/oldestWeeks")
                        .asInt())
                .isLessThan(140);
        form.put("toldOn", TODAY.minusYears(11));
        assertThat(door.post("practitioner", SUGGESTIONS, JSON, form).status()).isEqualTo(400);
    }

    @Test
    void the_register_as_csv_has_the_same_rows_and_runs_in_no_spreadsheet() throws Exception {
        Answer said = suggest("bins", "=1+1, they overflow");
        long number = said.json().path("number").asLong();
        take("steward", number, publish("bins", "=1+1, they overflow", "voiced-csv"));

        Answer csv = door.getAsNobody("/voice/register?agency=voiced-csv", MediaType.parseMediaType("text/csv"));

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body().lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith(number + ",service,online," + TODAY + ",published,bins,\"'=1+1, they overflow\",");
    }

    @Test
    void what_happened_cannot_be_changed_by_the_service_itself() throws Exception {
        long number = suggest("history", "Keep it").json().path("number").asLong();

        try (Connection service = DriverManager.getConnection(
                RunningService.DATABASE.jdbcUrl(),
                RunningService.DATABASE.appRole(),
                RunningService.DATABASE.password())) {
            assertThatThrownBy(() -> execute(
                            service, "update suggestion_event set entered_by = 'x' where suggestion = " + number))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(service, "delete from suggestion_event where suggestion = " + number))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_its_suggester_wrote_is_forgotten_a_year_after_it_was_closed_and_not_before() throws Exception {
        long number = suggest("the library", "Open longer, says Zacharias")
                .json()
                .path("number")
                .asLong();
        take("steward", number, publish("the library", "Open longer", OURS));
        forgetting.forget(TODAY.plusDays(1_000));
        long datedBack = suggestDatedBack();

        take(OURS, number, decide("declined", "There is no money"));

        forgetting.forget(TODAY.plusDays(364));
        assertThat(waitingClosed(datedBack).path("original").toString()).contains("Zacharias");
        assertThat(door.get("steward", "/voice/queue?stage=closed&limit=1000").body())
                .contains("Zacharias");
        assertThat(forgetting.forget(TODAY.plusDays(365))).isPositive();

        assertThat(door.get("steward", "/voice/queue?stage=closed&limit=1000").body())
                .doesNotContain("Zacharias");
        assertThat(register(number).path("words").asString()).isEqualTo("Open longer");
    }

    /** Said two years ago, and declined then: so it is written down today. */
    private long suggestDatedBack() {
        Map<String, Object> form = new HashMap<>(suggestion("the library", "Open earlier, says Zacharias"));
        form.put("channel", "meeting");
        form.put("toldOn", TODAY.minusYears(2));
        long number = door.post("steward", SUGGESTIONS, JSON, form)
                .json()
                .path("number")
                .asLong();
        take("steward", number, with(publish("the library", "Open earlier", OURS), "on", TODAY.minusYears(2)));
        take(OURS, number, with(decide("declined", "There is no money"), "on", TODAY.minusYears(2)));
        return number;
    }

    private JsonNode waitingClosed(long number) {
        return ofNumber(
                door.get("steward", "/voice/queue?stage=closed&limit=1000").json(), number, "suggestion");
    }
}
