package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.rounds.Rounds;

/** What may be asked after what was asked before. */
class SequenceIntegrationTests extends GatewayStack {

    private static final String WAYS = "/api/v1/journeys/leaving/pathways";
    private static final String COSTS = "/api/v1/journeys/leaving/costs";

    @Autowired
    @Qualifier("forgettingWhatWasTold")
    private Rounds forgetting;

    @BeforeEach
    void nobody_was_told_anything() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("truncate told_group, told_caller");
        }
        tells("?year=2024-25", Map.of(), 40);
        tells("?year=2024-25&area=NM4", Map.of("area", "NM4"), 33);
        tells("?year=2024-25&area=NM5", Map.of("area", "NM5"), 30);
    }

    private static void tells(String query, Map<String, String> members, long persons) {
        JOURNEY.stubFor(
                get(urlEqualTo(WAYS + query)).willReturn(telling(okJson("{\"persons\": 1}"), members, persons)));
    }

    private static ResponseDefinitionBuilder telling(
            ResponseDefinitionBuilder answer, Map<String, String> members, long persons) {
        return answer.withHeader(
                ToldGroups.HEADER,
                ToldGroups.written(List.of(ToldGroup.of(List.of("leaving", "ways"), members, persons))));
    }

    private WebTestClient.ResponseSpec asked(String who, HttpMethod method, String address) {
        return web().method(method)
                .uri(address)
                .headers(headers -> headers.setBearerAuth(Tokens.of(who)))
                .header(ToldGroups.KEY_HEADER, "a guess")
                .exchange();
    }

    private WebTestClient.ResponseSpec asked(String who, String query) {
        return asked(who, HttpMethod.GET, WAYS + query);
    }

    @Test
    void an_answer_that_leaves_few_over_is_refused_and_says_what_may_be_asked() {
        asked("analyst", "?year=2024-25").expectStatus().isOk();

        asked("analyst", "?year=2024-25&area=NM4")
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .doesNotExist(ToldGroups.HEADER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("few-left-over")
                .jsonPath("$.persons")
                .doesNotExist()
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail)
                                .contains("7 persons or fewer: of everybody less area NM4")
                                .contains("leave out the filter in which the two differ"));
        asked("analyst", "?year=2024-25&area=NM5").expectStatus().isOk();
        asked("analyst", "?year=2024-25").expectStatus().isOk();
    }

    @Test
    void nothing_that_the_service_says_of_its_answer_goes_out_with_the_refusal() {
        JOURNEY.stubFor(get(urlEqualTo(WAYS + "?year=2024-25&area=NM4&more"))
                .willReturn(telling(okJson("{}"), Map.of("area", "NM4"), 33)
                        .withHeader("ETag", "\"hash of the body\"")
                        .withHeader("Link", "<next>; rel=next")
                        .withHeader("Cache-Control", "private, max-age=60")
                        .withHeader("X-Of-The-Service", "said")));
        asked("board", "?year=2024-25&area=NM4&more")
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("ETag");
        asked("analyst", "?year=2024-25").expectStatus().isOk();

        HttpHeaders refused = asked("analyst", "?year=2024-25&area=NM4&more")
                .expectStatus()
                .isEqualTo(409)
                .returnResult(String.class)
                .getResponseHeaders();

        assertThat(List.of("ETag", "Link", "X-Of-The-Service")).noneMatch(refused::containsHeader);
        assertThat(String.valueOf(refused.getCacheControl())).doesNotContain("max-age=60");
    }

    @Test
    void every_caller_is_compared_with_themselves() {
        asked("analyst", "?year=2024-25").expectStatus().isOk();

        asked("board", "?year=2024-25&area=NM4").expectStatus().isOk();
        asked("board", "?year=2024-25").expectStatus().isEqualTo(409);
    }

    @Test
    void the_groups_and_the_key_stay_between_the_gateway_and_the_service() {
        asked("analyst", "?year=2024-25").expectHeader().doesNotExist(ToldGroups.HEADER);

        JOURNEY.verify(getRequestedFor(urlEqualTo(WAYS + "?year=2024-25"))
                .withHeader(ToldGroups.KEY_HEADER, equalTo(GUARD_KEY)));
    }

    @Test
    void no_other_way_to_ask_leads_round_it() {
        asked("analyst", "?year=2024-25").expectStatus().isOk();
        String question = """
                {"dataset": "journeys", "filters": {"map": "leaving", "year": "2024-25", "area": "NM4"}, "measures": ["variants"]}
                """;
        JOURNEY.stubFor(get(urlEqualTo(WAYS + "?area=NM4&year=2024-25"))
                .willReturn(telling(okForContentType("text/csv", "x"), Map.of("area", "NM4"), 33)));
        // The service would read the path as it is meant, however it is written.
        JOURNEY.stubFor(any(anyUrl()).atPriority(10).willReturn(telling(okJson("{}"), Map.of("area", "NM4"), 33)));
        JOURNEY.stubFor(get(urlEqualTo(WAYS + "?year=2024-25&area=NM4&etag"))
                .willReturn(telling(aResponse().withStatus(304), Map.of("area", "NM4"), 33)));

        web().post()
                .uri("/api/v1/questions")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .header("Content-Type", "application/json")
                .bodyValue(question)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        web().get()
                .uri(WAYS + "?area=NM4&year=2024-25")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .header("Accept", "text/csv")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        asked("analyst", HttpMethod.HEAD, WAYS + "?year=2024-25&area=NM4")
                .expectStatus()
                .isEqualTo(409);
        asked("analyst", "?year=2024-25&area=NM4&etag").expectStatus().isEqualTo(409);
        web().get()
                .uri(java.net.URI.create(
                        "http://127.0.0.1:" + port + "/api/v1/journeys/leaving/%70athways?year=2024-25"))
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void what_a_service_does_not_tell_of_does_not_go_out() {
        JOURNEY.stubFor(
                get(urlPathEqualTo(COSTS)).willReturn(okJson("{\"cost\": 1}").withHeader(ToldNothing.SILENT, "")));

        asked("analyst", HttpMethod.GET, COSTS + "?year=2024-25")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-compared")
                .jsonPath("$.cost")
                .doesNotExist();
    }

    @Test
    void nothing_goes_out_while_it_cannot_be_looked_up() throws Exception {
        DATABASE_LINE.cut();
        try {
            asked("analyst", "?year=2024-25")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("not-compared");
        } finally {
            DATABASE_LINE.mend();
        }
    }

    @Test
    void of_two_answers_at_once_only_one_goes_out() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                nobody_was_told_anything();
                List<Future<Integer>> statuses = both.invokeAll(Stream.of("", "&area=NM4")
                        .<java.util.concurrent.Callable<Integer>>map(
                                area -> () -> asked("analyst", "?year=2024-25" + area)
                                        .expectBody()
                                        .returnResult()
                                        .getStatus()
                                        .value())
                        .toList());

                assertThat(List.of(statuses.get(0).get(), statuses.get(1).get()))
                        .containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    @Timeout(20)
    void what_was_told_long_ago_is_forgotten() throws Exception {
        asked("analyst", "?year=2024-25").expectStatus().isOk();
        told_at("now() - interval '91 days'");

        asked("analyst", "?year=2024-25&area=NM4").expectStatus().isOk();
        assertThat(remembered()).isEqualTo(2);
        forgetting.wake();

        while (remembered() > 1) {
            Thread.sleep(10);
        }
        assertThat(remembered()).isEqualTo(1);
    }

    /** More at once than there are connections: those who wait for their turn hold none. */
    @Test
    @Timeout(60)
    void many_answers_of_one_caller_at_once_keep_nobody_else_from_theirs() throws Exception {
        int answers = 30;
        for (int i = 0; i < answers; i++) {
            JOURNEY.stubFor(get(urlEqualTo(COSTS + "?many=" + i))
                    .willReturn(okJson("{}").withHeader(ToldGroups.HEADER, groups("M" + i, 20))));
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = IntStream.range(0, answers)
                    .mapToObj(i -> all.submit(() -> status("analyst", COSTS + "?many=" + i)))
                    .toList();
            asked("board", "?year=2024-25").expectStatus().isOk();

            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(remembered()).isEqualTo(answers * 20);
    }

    private int status(String who, String address) {
        return asked(who, HttpMethod.GET, address)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Test
    void of_one_caller_so_much_is_remembered_and_no_more() throws SQLException {
        JOURNEY.stubFor(get(urlEqualTo(WAYS + "?many"))
                .willReturn(okJson("{}").withHeader(ToldGroups.HEADER, groups("X", MOST_GROUPS))));
        asked("analyst", "?many").expectStatus().isOk();

        asked("analyst", "?year=2024-25")
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-groups");
        asked("analyst", "?many").expectStatus().isOk();
        asked("board", "?year=2024-25").expectStatus().isOk();

        assertThat(remembered()).isEqualTo(MOST_GROUPS);
    }

    private static String groups(String area, int many) {
        return ToldGroups.written(IntStream.range(0, many)
                .mapToObj(group -> ToldGroup.of(List.of("costs", "cell" + group), Map.of("area", area), 20))
                .toList());
    }

    /** Each answer tells of forty groups that are new: the dearest there is. What is seen is printed, not judged. */
    @Test
    void forty_new_groups_an_answer_are_compared_while_its_asker_waits() {
        int answers = 60;
        long[] compared = new long[answers];
        long[] plain = new long[answers];
        for (int i = 0; i < answers; i++) {
            JOURNEY.stubFor(get(urlEqualTo(COSTS + "?n=" + i))
                    .willReturn(okJson("{}").withHeader(ToldGroups.HEADER, groups("A" + i, 40))));
            JOURNEY.stubFor(get(urlEqualTo("/api/v1/journeys/leaving?n=" + i)).willReturn(okJson("{}")));
            compared[i] = took(COSTS + "?n=" + i);
            plain[i] = took("/api/v1/journeys/leaving?n=" + i);
        }

        System.out.printf(
                "p95 of an answer that is compared %.1f ms, of one that is not %.1f ms%n", p95(compared), p95(plain));
        asked("steward", HttpMethod.GET, COSTS + "?n=0").expectStatus().isOk();
    }

    private long took(String address) {
        long began = System.nanoTime();
        asked("steward", HttpMethod.GET, address)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return System.nanoTime() - began;
    }

    private static double p95(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 95 / 100] / 1e6;
    }

    private static void told_at(String moment) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("update told_group set told_at = " + moment);
        }
    }

    private static int remembered() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from told_group where caller = 'analyst'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
