package org.totalplace.gateway.usage;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.gateway.GatewayStack;
import org.totalplace.gateway.Tokens;

class TamperingIntegrationTests extends GatewayStack {

    private static final String PERSON = "/api/v1/people/" + SOMEBODY;

    @Autowired
    private ChainLog chain;

    @Autowired
    private Verifying verifying;

    @Autowired
    private SigningKey key;

    @Autowired
    private DatabaseClient asTheService;

    private SigningHeads signing;

    @BeforeEach
    void sixLooksOfWhichAllAreSigned() {
        signing = new SigningHeads(chain, verifying, key, InstantSource.system(), Duration.ofHours(1));
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\"}")));
        for (int i = 0; i < 6; i++) {
            look();
        }
        assertThat(signing.sign().block()).isNotNull().returns(6L, SignedHead::seq);
    }

    @Test
    void a_record_that_nobody_touched_is_intact() throws Exception {
        Verified told = verified();

        assertThat(told.firstBroken()).isNull();
        assertThat(told.intact()).isTrue();
        assertThat(told.entries()).isEqualTo(6);
        assertThat(told.hash()).isEqualTo(column("select hash from usage_tip"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHANGED   | 3 | update usage_record set purpose = 'audit' where seq = 3
            CHANGED   | 2 | update usage_record set at = at - interval '1 hour' where seq = 2
            CHANGED   | 4 | update usage_record set person_id = gen_random_uuid() where seq = 4
            MISSING   | 3 | delete from usage_record where seq = 3
            INSERTED  | 3 | drop index usage_in_order; update usage_record set seq = seq + 1 where seq >= 3; \
            insert into usage_record (at, caller, role, purpose, what, trace_id, success, seq, previous, hash) \
            select at, caller, role, purpose, what, trace_id, success, 3, previous, hash from usage_record where seq = 4; \
            update usage_record r set hash = usage_hash(r, previous) where seq = 3; \
            update usage_tip set seq = seq + 1; create unique index usage_in_order on usage_record (seq)
            SWAPPED   | 3 | update usage_record set seq = 99 where seq = 3; update usage_record set seq = 3 where seq = 4; \
            update usage_record set seq = 4 where seq = 99
            TRUNCATED | 5 | delete from usage_record where seq >= 5
            TRUNCATED | 5 | delete from usage_record where seq >= 5; \
            update usage_tip t set seq = 4, hash = (select r.hash from usage_record r where r.seq = 4)
            INSERTED  | 7 | insert into usage_record (at, caller, role, purpose, what, trace_id, success, seq, previous, hash) \
            select at, caller, role, purpose, what, trace_id, success, 7, hash, hash from usage_record where seq = 6
            INSERTED  | 0 | alter table usage_record drop constraint usage_place_from_one; \
            insert into usage_record (at, caller, role, purpose, what, person_id, trace_id, success, seq, previous, hash) \
            select at, 'put in', role, purpose, what, person_id, trace_id, success, 0, previous, hash from usage_record where seq = 1; \
            alter table usage_record add constraint usage_place_from_one check (seq > 0) not valid
            INSERTED  | -5 | alter table usage_record drop constraint usage_place_from_one; \
            insert into usage_record (at, caller, role, purpose, what, person_id, trace_id, success, seq, previous, hash) \
            select at, 'put in', role, purpose, what, person_id, trace_id, success, -5, previous, hash from usage_record where seq = 1; \
            alter table usage_record add constraint usage_place_from_one check (seq > 0) not valid
            """)
    void the_first_entry_that_was_tampered_with_is_named(String kind, long entry, String tampering) throws Exception {
        asOwner(tampering);

        Verified told = verified();

        assertThat(told.intact()).isFalse();
        assertThat(told.firstBroken())
                .isNotNull()
                .returns(kind, Named::kind)
                .returns(entry, Named::entry)
                .extracting(Named::detail)
                .asString()
                .contains(String.valueOf(entry));
        assertThat(told.entries()).isLessThan(7);
    }

    /** Nothing vouches for the number of a row, nor for a place that the chain does not have. */
    @Test
    void lists_go_by_the_places_of_the_chain_alone() throws Exception {
        look();
        asOwner("alter table usage_record alter column id set generated by default;"
                + "update usage_record set id = 9223372036854775807, trace_id = 'moved' where seq = 7;"
                + "update usage_record set id = -id where seq < 4;"
                + "alter table usage_record alter column id set generated always");
        asOwner("alter table usage_record drop constraint usage_place_from_one;"
                + "insert into usage_record"
                + " (at, caller, role, purpose, what, person_id, trace_id, success, seq, previous, hash)"
                + " select at, 'put in', role, purpose, what, person_id, trace_id, success, 0, previous, hash"
                + " from usage_record where seq = 1;"
                + "alter table usage_record add constraint usage_place_from_one check (seq > 0) not valid");

        for (String list : List.of("/api/v1/usage", PERSON + "/usage")) {
            ask("auditor", list)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.results[?(@.traceId == 'moved')]")
                    .isNotEmpty()
                    .jsonPath("$.results[?(@.caller == 'practitioner')]")
                    .value(List.class, looks -> assertThat(looks).hasSize(7))
                    .jsonPath("$.results[?(@.caller == 'put in')]")
                    .isEmpty();
        }
        assertThat(checkedExport()).contains("First broken entry: 0 (INSERTED)");
    }

    @Test
    void an_auditor_checks_the_export_with_the_public_key_alone() throws Exception {
        assertThat(checkedExport()).startsWith("Intact: 7 entries").contains("1 signed heads agree");

        asOwner("update usage_record set purpose = 'audit' where seq = 3");

        assertThat(checkedExport()).contains("First broken entry: 3 (CHANGED)");
    }

    private String checkedExport() throws Exception {
        byte[] body = web().get()
                .uri("/api/v1/usage/export")
                .headers(headers -> headers.setBearerAuth(Tokens.of("auditor")))
                .header("X-Purpose", "audit")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("application/x-ndjson")
                .expectBody()
                .returnResult()
                .getResponseBody();
        Path export = Files.write(Files.createTempFile("usage", ".ndjson"), Objects.requireNonNull(body));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        CheckUsage.run(
                List.of(export.toString(), "--key", key.published()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        Files.delete(export);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class AChainWrittenAnew {

        @Test
        void agrees_with_itself_but_not_with_what_was_signed() throws Exception {
            asOwner("""
                    do $$
                    declare r usage_record; last text := repeat('0', 64);
                    begin
                        update usage_record set caller = 'nobody' where seq = 2;
                        for r in select * from usage_record order by seq loop
                            update usage_record set previous = last, hash = usage_hash(r, last) where id = r.id;
                            last := usage_hash(r, last);
                        end loop;
                        update usage_tip set hash = last;
                    end $$
                    """);

            assertThat(verified().firstBroken()).isNotNull().returns("REWRITTEN", Named::kind);
            assertThat(signing.sign().block()).isNull();
        }

        @Test
        void cut_short_with_its_heads_is_not_vouched_for_again() throws Exception {
            asOwner("delete from usage_record where seq > 4; delete from usage_head;"
                    + "update usage_tip t set seq = 4, hash = (select r.hash from usage_record r where r.seq = 4)");

            assertThat(signing.sign().block()).isNull();
        }
    }

    @Nested
    class TheService {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                update usage_record set caller = 'nobody'
                delete from usage_record
                truncate usage_record
                insert into usage_record (at, caller, role, purpose, what, trace_id, success, seq, previous, hash) \
                values (now(), 'a', 'b', 'c', 'd', 'e', true, 7, 'f', 'g')
                update usage_tip set seq = 0
                delete from usage_head
                update usage_head set hash = ''
                """)
        void may_not_change_what_is_recorded(String statement) {
            assertThat(asTheService
                            .sql(statement)
                            .then()
                            .thenReturn("done")
                            .onErrorResume(failure -> reactor.core.publisher.Mono.just(
                                    String.valueOf(failure.getCause() == null ? failure : failure.getCause())))
                            .block())
                    .contains("permission denied");
        }
    }

    @Test
    void looks_at_the_same_moment_make_one_chain() throws Exception {
        List<CompletableFuture<Void>> looks = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.runAsync(this::look))
                .toList();
        for (CompletableFuture<Void> look : looks) {
            look.get(30, TimeUnit.SECONDS);
        }

        assertThat(verified()).returns(true, Verified::intact).returns(66L, Verified::entries);
    }

    @Test
    void the_head_signed_next_goes_on_from_the_one_before() {
        look();

        assertThat(signing.sign().block()).isNotNull().returns(7L, SignedHead::seq);
        ask("auditor", "/api/v1/usage/heads?limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.results.length()")
                .isEqualTo(1)
                .jsonPath("$.results[0].seq")
                .isEqualTo(7)
                .jsonPath("$.publicKey")
                .isEqualTo(key.published());
    }

    @Test
    void an_auditor_reads_every_look_and_is_recorded_for_it() throws Exception {
        ask("auditor", "/api/v1/usage?limit=2")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.results.length()")
                .isEqualTo(2)
                .jsonPath("$.results[0].person")
                .isEqualTo(SOMEBODY)
                .jsonPath("$.paging.next")
                .exists();

        assertThat(usage()).last().isEqualTo("- auditor auditor audit /api/v1/usage t");
    }

    @Test
    void nobody_but_an_auditor_reads_any_of_it() {
        for (String path : List.of("", "/verification", "/heads")) {
            ask("steward", "/api/v1/usage" + path).expectStatus().isForbidden();
        }
    }

    @Test
    void a_record_of_before_the_chain_is_hashed_as_the_checker_hashes_it() throws Exception {
        asOwner("truncate usage_record, usage_head");
        asOwner("""
                insert into usage_record
                    (at, organisation, caller, role, purpose, what, trace_id, success, seq, previous, hash)
                values ('2026-03-01 12:00:00.1234567Z', E'a\\nb\\\\-', 'ünï', '', '\\-', 'd', 'e', false, 1,
                        repeat('0', 64), '');
                update usage_record r set hash = usage_hash(r, previous);
                update usage_tip set seq = 1, hash = (select r.hash from usage_record r)
                """);

        assertThat(verified()).returns(true, Verified::intact).returns(1L, Verified::entries);
    }

    private void look() {
        web().get()
                .uri(PERSON)
                .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                .header("X-Purpose", "direct-care")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec ask(String role, String path) {
        return web().get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.of(role)))
                .header("X-Purpose", "audit")
                .exchange();
    }

    private Verified verified() {
        return Objects.requireNonNull(ask("auditor", "/api/v1/usage/verification")
                .expectStatus()
                .isOk()
                .expectBody(Verified.class)
                .returnResult()
                .getResponseBody());
    }

    private static void asOwner(String statements) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String column(String question) throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private record Verified(
            boolean intact,
            long entries,
            String hash,
            @Nullable Named firstBroken) {}

    private record Named(long entry, String kind, String detail) {}
}
