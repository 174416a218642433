package org.totalplace.outcomes.needflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import org.totalplace.outcomes.RunningService;
import tools.jackson.databind.JsonNode;

class NeedFlagsIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";
    private static final String FLAGS = "/voice/need-flags";
    private static final String TRIAGE = "/voice/triage";
    private static final String AGENCY = "flagged";
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));

    private final NeedFlags flags;

    @Autowired
    NeedFlagsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, NeedFlags flags) {
        super(kafka);
        this.flags = flags;
    }

    @Test
    void touch_a_persons_view_only_once_somebody_trained_took_them_up_and_leave_it_when_dismissed() throws Exception {
        UUID person = known("F1");
        long before = door.view(person).path("version").asLong();
        JsonNode ownBefore = door.viewAs(door.citizen(AGENCY, "F1"), person);
        String code = raise("cold-home", "An old lady, no heating since Monday, says Zerlina");
        String flag = waiting("Zerlina").path("id").asString();
        assertThat(door.view(person).path("needs")).isEmpty();
        assertThat(door.view(person).path("version").asLong()).isEqualTo(before);

        step(flag, Map.of("step", "take-up", "agency", AGENCY, "reference", "F1"));
        JsonNode needs = door.view(person).path("needs");
        assertThat(needs).hasSize(1);
        assertThat(needs.get(0).path("kind").asString()).isEqualTo("cold-home");
        assertThat(needs.toString()).doesNotContain("Zerlina");
        assertThat(door.view(person).path("version").asLong()).isGreaterThan(before);
        assertThat(feedback(code)).isEqualTo("taken-up");
        // At home it may not be safe to know that somebody worried, nor that anything happened when they did.
        JsonNode own = door.viewAs(door.citizen(AGENCY, "F1"), person);
        assertThat(own.path("needs")).isEmpty();
        assertThat(own.path("version")).isEqualTo(ownBefore.path("version"));
        assertThat(own.path("changedAt")).isEqualTo(ownBefore.path("changedAt"));

        step(flag, Map.of("step", "dismiss"));
        assertThat(door.view(person).path("needs")).isEmpty();
        assertThat(feedback(code)).isEqualTo("dismissed");
        assertThat(door.getAsNobody(FLAGS + "/" + code).body()).doesNotContain("Zerlina", AGENCY);
        assertThat(everything()).doesNotContain("Zerlina").contains("dismissed");
        assertThat(door.post("safeguarding", TRIAGE + "/" + flag, JSON, Map.of("step", "helped"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void expire_with_all_that_they_told_whether_anybody_looked_or_not() throws Exception {
        UUID person = known("F2");
        String never = raise("confusion", "Zebulon stands at the bus stop each night");
        String taken = raise("distress", "A girl cries behind the shop, Zenobia perhaps");
        step(waiting("Zenobia").path("id").asString(), Map.of("step", "take-up", "agency", AGENCY, "reference", "F2"));

        flags.expire(TODAY.plusDays(29));
        assertThat(feedback(never)).isEqualTo("raised");
        assertThat(flags.expire(TODAY.plusDays(30))).isGreaterThanOrEqualTo(2);

        // Whoever raised it hears whether anybody ever read it.
        assertThat(List.of(feedback(never), feedback(taken))).containsExactly("lapsed", "expired");
        assertThat(door.view(person).path("needs")).isEmpty();
        assertThat(everything()).doesNotContain("Zebulon", "Zenobia", "bus stop");
    }

    @Test
    void go_with_the_person_who_is_erased() throws Exception {
        UUID person = known("F3");
        raise("neglect", "The twins of Zachary are alone");
        step(waiting("Zachary").path("id").asString(), Map.of("step", "take-up", "agency", AGENCY, "reference", "F3"));

        unlink(AGENCY, "F3");
        door.viewWhen(person, seen -> seen.path("code").asString("").equals("no-such-person"));

        assertThat(everything()).doesNotContain("Zachary");
    }

    @Test
    void are_read_by_safeguarding_staff_alone_and_counted_for_boards_without_the_few() throws Exception {
        raise("other", "Zuleika has no coat");
        ended("neglect", "dismissed", 20);
        // Two few in its row and two in its column, so that the many need not be hidden for their sake.
        for (String stage : List.of("helped", "expired")) {
            ended("neglect", stage, 5);
        }
        for (String kind : List.of("confusion", "cold-home")) {
            ended(kind, "dismissed", 5);
        }
        for (String role : List.of("steward", "practitioner", "board", "analyst", "auditor", AGENCY)) {
            assertThat(door.get(role, TRIAGE).status()).as(role).isEqualTo(403);
            assertThat(door.post(role, TRIAGE + "/" + UUID.randomUUID(), JSON, Map.of("step", "dismiss"))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(door.getAsNobody(TRIAGE).status()).isEqualTo(401);

        Answer counts = door.get("board", TRIAGE + "/counts");
        assertThat(counts.status()).isEqualTo(200);
        assertThat(counts.body()).doesNotContain("Zuleika");
        JsonNode neglect = counts.json()
                .path("results")
                .valueStream()
                .filter(kind -> kind.path("kind").asString().equals("neglect"))
                .findFirst()
                .orElseThrow()
                .path("byStage");
        assertThat(neglect.path("helped").path("symbol").asString()).isEqualTo("c");
        assertThat(neglect.path("helped").path("value").isNull()).isTrue();
        assertThat(neglect.path("dismissed").path("value").asLong()).isEqualTo(20);
        counts.json()
                .path("results")
                .forEach(kind -> kind.path("byStage")
                        .forEach(cell ->
                                assertThat(cell.path("value").asLong(0) % 5).isZero()));
        assertThat(door.get("practitioner", TRIAGE + "/counts").status()).isEqualTo(403);
    }

    @Test
    void are_all_found_page_by_page_however_many_there_are() {
        for (int i = 0; i < 4; i++) {
            raise("other", "Zora " + i);
        }
        List<String> found = new ArrayList<>();
        String next = "";
        long total;
        do {
            JsonNode page = door.get("safeguarding", TRIAGE + "?limit=3" + next).json();
            assertThat(page.path("results").size()).isBetween(1, 3);
            page.path("results").forEach(flag -> found.add(flag.path("id").asString()));
            total = page.path("total").asLong();
            next = "&cursor=" + page.path("paging").path("next").asString("");
        } while (next.length() > "&cursor=".length());

        assertThat(found).doesNotHaveDuplicates().hasSize((int) total).hasSizeGreaterThan(3);
        assertThat(door.get("safeguarding", TRIAGE + "?limit=501").status()).isEqualTo(400);
        assertThat(door.get("safeguarding", TRIAGE + "?cursor=Zm9v").status()).isEqualTo(400);
    }

    @Test
    void stay_about_whom_they_are_about_until_somebody_says_otherwise_and_has_seen_the_last_step() throws Exception {
        UUID person = known("F4");
        raise("distress", "He talks to nobody, says Zelda");
        JsonNode raised = waiting("Zelda");
        String flag = raised.path("id").asString();
        int seen = raised.path("version").asInt();
        Map<String, Object> takeUp = Map.of("step", "take-up", "agency", AGENCY, "seen", seen);

        Answer nobody = door.post("safeguarding", TRIAGE + "/" + flag, JSON, with(takeUp, "reference", "F4 of nobody"));
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body()).contains("no-such-person");
        step(flag, with(takeUp, "reference", "F4"));
        for (String late : List.of("take-up", "helped", "dismiss")) {
            Answer refused = door.post("safeguarding", TRIAGE + "/" + flag, JSON, with(takeUp, "step", late));
            assertThat(refused.status()).as(late).isEqualTo(409);
            assertThat(refused.body()).contains("\"changed\"");
        }

        step(flag, with(with(takeUp, "seen", seen + 1), "agency", "flagged-other"));
        assertThat(waiting("Zelda").path("linked").asBoolean()).isTrue();
        assertThat(door.view(person).path("needs")).hasSize(1);
        step(flag, with(with(takeUp, "seen", seen + 2), "unlink", true));
        assertThat(waiting("Zelda").path("linked").asBoolean()).isFalse();
        assertThat(door.view(person).path("needs")).isEmpty();
    }

    @Test
    void are_refused_where_nothing_is_told_and_where_the_step_is_none() {
        assertThat(door.postAsNobody(FLAGS, Map.of("kind", "weather", "words", "x", "where", "y"))
                        .status())
                .isEqualTo(400);
        assertThat(door.postAsNobody(FLAGS, Map.of("kind", "other", "words", " ", "where", "y"))
                        .status())
                .isEqualTo(400);
        assertThat(door.postAsNobody(FLAGS, Map.of("kind", "other", "words", "x".repeat(1_001), "where", "y"))
                        .status())
                .isEqualTo(400);
        String flag = UUID.randomUUID().toString();
        assertThat(door.post("safeguarding", TRIAGE + "/" + flag, JSON, Map.of("step", "expire"))
                        .status())
                .isEqualTo(400);
        assertThat(door.post("safeguarding", TRIAGE + "/" + flag, JSON, Map.of("step", "dismiss"))
                        .status())
                .isEqualTo(404);
        assertThat(door.getAsNobody(FLAGS + "/7K2M-9QXD-04TR-5WBN").status()).isEqualTo(404);
    }

    @Test
    void have_time_from_the_day_on_which_they_are_taken_up_though_not_for_ever() throws Exception {
        raise("cold-home", "Zinnia has no coal");
        raise("cold-home", "Zora of the mill has no coal");
        aged("Zinnia", 29, 1);
        aged("Zora of the mill", 80, 1);

        for (String word : List.of("Zinnia", "Zora of the mill")) {
            step(waiting(word).path("id").asString(), Map.of("step", "take-up", "agency", AGENCY));
        }

        assertThat(waiting("Zinnia").path("expiresOn").asString())
                .isEqualTo(TODAY.plusDays(30).toString());
        assertThat(waiting("Zora of the mill").path("expiresOn").asString())
                .isEqualTo(TODAY.plusDays(10).toString());
        aged("Zinnia", 29, 0);
        assertThat(door.get("safeguarding", TRIAGE + "?limit=500").body())
                .as("it is over on its day")
                .doesNotContain("Zinnia");
    }

    @Test
    void that_nobody_read_in_time_are_told_to_staff_and_to_the_board() throws Exception {
        raise("other", "Zephyrine waits");
        long before = late();
        aged("Zephyrine", 10, 5);

        assertThat(late()).isEqualTo(before + 1);
        JsonNode unread = door.get("board", TRIAGE + "/counts").json().path("unread");
        assertThat(unread.path("oldestWeeks").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(unread.path("late").path("value").isNull()).isTrue();
        step(waiting("Zephyrine").path("id").asString(), Map.of("step", "take-up", "agency", AGENCY));
        assertThat(late()).isEqualTo(before);
    }

    @Test
    void leave_a_trace_of_who_did_what_without_words_and_a_purpose_where_somebody_is_named() throws Exception {
        UUID person = known("F5");
        raise("neglect", "Zacharias sits outside");
        String flag = waiting("Zacharias").path("id").asString();
        Map<String, String> link = Map.of("step", "take-up", "agency", AGENCY, "reference", "F5");
        Answer without = door.postAs(TokenIssuer.shared().role("safeguarding"), TRIAGE + "/" + flag, link);
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body()).contains("purpose-required");

        Answer linked = door.post("safeguarding", TRIAGE + "/" + flag, JSON, link);
        assertThat(linked.json().path("personId").asString()).isEqualTo(person.toString());
        step(flag, Map.of("step", "take-up", "agency", AGENCY, "unlink", true));
        Answer ended = door.post("safeguarding", TRIAGE + "/" + flag, JSON, Map.of("step", "dismiss"));
        assertThat(ended.json().hasNonNull("personId")).isFalse();

        Answer steps = door.get("auditor", TRIAGE + "/steps?limit=500");
        assertThat(steps.body()).doesNotContain("Zacharias", person.toString(), "F5");
        assertThat(steps.json()
                        .path("results")
                        .valueStream()
                        .filter(step -> step.path("flag").asString().equals(flag))
                        .map(step -> step.path("step").asString() + " "
                                + step.path("role").asString()))
                .containsExactly("dismiss safeguarding", "unlink safeguarding", "link safeguarding");
        JsonNode first = door.get("auditor", TRIAGE + "/steps?limit=1").json();
        String next = first.path("paging").path("next").asString();
        assertThat(door.get("auditor", TRIAGE + "/steps?limit=1&cursor=" + next)
                        .json()
                        .path("results"))
                .hasSize(1)
                .isNotEqualTo(first.path("results"));
        assertThat(door.get("auditor", TRIAGE + "/steps?cursor=Zm9v").status()).isEqualTo(400);
        assertThat(door.get("board", TRIAGE + "/steps").status()).isEqualTo(403);
    }

    private long late() {
        return door.get("safeguarding", TRIAGE).json().path("late").asLong();
    }

    /** As if it had been raised so many days ago, and had so many left. */
    private static void aged(String word, int days, int left) throws Exception {
        try (var connection = DriverManager.getConnection(
                        RunningService.DATABASE.jdbcUrl(),
                        RunningService.DATABASE.ownerRole(),
                        RunningService.DATABASE.password());
                var update = connection.prepareStatement(
                        "update need_flag set raised_on = ?, expires_on = ? where words like '%' || ? || '%'")) {
            update.setObject(1, TODAY.minusDays(days));
            update.setObject(2, TODAY.plusDays(left));
            update.setString(3, word);
            update.executeUpdate();
        }
    }

    private UUID known(String reference) throws Exception {
        UUID person = UUID.randomUUID();
        link(AGENCY, reference, person, 1);
        door.viewWhen(person, seen -> seen.has("personId"));
        return person;
    }

    private String raise(String kind, String words) {
        Answer raised = door.postAsNobody(
                FLAGS, new HashMap<>(Map.of("kind", kind, "words", words, "where", "near the bus stop")));
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        return raised.json().path("code").asString();
    }

    private JsonNode waiting(String word) {
        return door.get("safeguarding", TRIAGE + "?limit=500")
                .json()
                .path("results")
                .valueStream()
                .filter(flag -> flag.path("words").asString().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> step, String name, Object value) {
        Map<String, Object> more = new HashMap<>(step);
        more.put(name, value);
        return more;
    }

    private void step(String flag, Map<String, ?> step) {
        Answer done = door.post("safeguarding", TRIAGE + "/" + flag, JSON, step);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private String feedback(String code) {
        return door.getAsNobody(FLAGS + "/" + code).json().path("stage").asString();
    }

    /** As if so many had ended today. */
    private static void ended(String kind, String stage, int flags) throws Exception {
        try (var connection = DriverManager.getConnection(
                        RunningService.DATABASE.jdbcUrl(),
                        RunningService.DATABASE.ownerRole(),
                        RunningService.DATABASE.password());
                var insert = connection.prepareStatement("""
                        insert into need_flag (id, code, kind, stage, raised_on, expires_on, ended_on)
                        select gen_random_uuid(), uuid_send(gen_random_uuid()), ?, ?, ?, ?, ?
                        from generate_series(1, ?)
                        """)) {
            insert.setString(1, kind);
            insert.setString(2, stage);
            insert.setObject(3, TODAY);
            insert.setObject(4, TODAY);
            insert.setObject(5, TODAY);
            insert.setInt(6, flags);
            insert.executeUpdate();
        }
    }

    /** What the database still holds of all flags. */
    private static String everything() throws Exception {
        try (var connection = DriverManager.getConnection(
                        RunningService.DATABASE.jdbcUrl(),
                        RunningService.DATABASE.ownerRole(),
                        RunningService.DATABASE.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(n::text, ' ') from need_flag n")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
