package org.totalplace.spend.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.JsonNode;

/** The year 2007-08 of one agency, taken away whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsIntegrationTests extends RunningSpendService {

    private static final String EXPORTS = "/api/v1/spend/exports";
    private static final String SLICE = "year=2007-08&agency=ex-county";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    @Qualifier("exportRounds")
    private Rounds rounds;

    @BeforeAll
    void an_agency_has_paid() {
        door().register("ex-county", "Exportshire County Council");
        county("100.00");
    }

    private void county(String amount) {
        door().push(
                        "ex-county",
                        "2007-05",
                        aPaymentsFile()
                                .paying("Sundries", amount, "02/05/2007", "Roads")
                                .paying("=1+1", "5.00", "03/05/2007", "Roads")
                                .text());
    }

    private SpendDoor.Answer asked(String who, String slice) {
        return door().post(who, EXPORTS + "?" + slice, BodyPublishers.noBody());
    }

    private JsonNode ready(String who, SpendDoor.Answer asked) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        JsonNode export = asked.json();
        while (System.nanoTime() < until && !export.path("status").asString().equals("ready")) {
            export = SpendDoor.expect(200, door().get(who, asked.location())).json();
        }
        return export;
    }

    @Test
    void the_file_is_the_table_of_the_moment_at_which_it_was_asked_for() {
        String table = door().csv("/api/v1/spend/lines?" + SLICE);
        SpendDoor.Answer asked = SpendDoor.expect(202, asked("analyst", SLICE));
        county("75.00");

        JsonNode export = ready("analyst", asked);

        assertThat(asked.json().path("rows").path("counted").asLong()).isEqualTo(2);
        assertThat(export.path("rows").path("written").asLong()).isEqualTo(2);
        String file = SpendDoor.expect(
                        200, door().getCsv("analyst", export.path("file").asString()))
                .body();
        assertThat(file).isEqualTo(table).contains("'=1+1");
        assertThat(export.path("bytes").asLong()).isEqualTo(file.length());
        assertThat(export.path("expires").asString())
                .isGreaterThan(export.path("asked").asString());
        county("100.00");
    }

    @Test
    void the_file_comes_as_parquet_with_its_types() throws Exception {
        JsonNode export = ready("analyst", SpendDoor.expect(202, asked("analyst", SLICE)));

        byte[] file = door().parquet("analyst", export.path("file").asString());

        List<String> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader row = reader.rowReader()) {
            while (row.hasNext()) {
                row.next();
                rows.add(row.getDate("date") + " " + row.getString("payee") + " " + row.getDecimal("amount"));
            }
        }
        assertThat(rows).containsExactlyInAnyOrder("2007-05-02 Sundries 100.00", "2007-05-03 =1+1 5.00");
    }

    @Test
    void nobody_else_learns_of_it() {
        SpendDoor.Answer asked = SpendDoor.expect(202, asked("agency-ex-county", "year=2007-08"));
        ready("agency-ex-county", asked);

        assertThat(door().get("analyst", asked.location()).status()).isEqualTo(404);
        assertThat(door().getCsv("analyst", asked.location() + "/file").status())
                .isEqualTo(404);
        assertThat(door().getCsv("agency-ex-county", asked.location() + "/file").body())
                .contains("ex-county");
    }

    @Test
    void who_may_not_see_lines_may_not_take_them_away() {
        assertThat(asked("agency-other", SLICE).status()).isEqualTo(403);
        assertThat(asked("citizen", SLICE).status()).isEqualTo(403);
        assertThat(asked("analyst", "agency=ex-county").status()).isEqualTo(400);
    }

    @Test
    void what_has_expired_is_gone() throws Exception {
        SpendDoor.Answer asked = SpendDoor.expect(202, asked("board", SLICE));
        String file = ready("board", asked).path("file").asString();
        change("update export set expires_at = asked_at where asked_by = 'board'");

        SpendDoor.Answer another = SpendDoor.expect(202, asked("board", SLICE));
        ready("board", another);

        assertThat(door().get("board", asked.location()).json().path("status").asString())
                .isEqualTo("expired");
        assertThat(door().getCsv("board", file).status()).isEqualTo(410);
    }

    /** What an export holds is in the database, so that whichever replica is asked can hand it out. */
    @Test
    void a_table_of_many_pieces_comes_whole_and_is_removed_when_it_has_expired() throws Exception {
        SpendDoor.Answer asked = SpendDoor.expect(202, asked("steward", SLICE));
        JsonNode export = ready("steward", asked);
        String file = export.path("file").asString();
        String id = export.path("id").asString();
        byte[] piece = new byte[Chunks.SIZE];
        java.util.Arrays.fill(piece, (byte) 'x');
        try (Connection owner = asOwner();
                var another = owner.prepareStatement("update export_chunk set bytes = ? where export = ?::uuid");
                var more = owner.prepareStatement(
                        "insert into export_chunk select export, n, bytes from export_chunk, generate_series(1, 40) n"
                                + " where export = ?::uuid");
                var larger = owner.prepareStatement("update export set bytes = ? where id = ?::uuid")) {
            another.setBytes(1, piece);
            another.setString(2, id);
            another.executeUpdate();
            more.setString(1, id);
            more.executeUpdate();
            larger.setLong(1, 41L * Chunks.SIZE);
            larger.setString(2, id);
            larger.executeUpdate();
        }

        assertThat(SpendDoor.expect(200, door().getCsv("steward", file)).body()).hasSize(41 * Chunks.SIZE);

        change("update export set expires_at = asked_at where asked_by = 'steward'");
        ready("steward", SpendDoor.expect(202, asked("steward", SLICE)));
        assertThat(number("select count(*) from export_chunk where export = '" + id + "'"))
                .isZero();
    }

    @Test
    void there_is_room_for_so_much_of_each_caller_and_of_all() throws Exception {
        SpendDoor.Answer asked = SpendDoor.expect(202, asked("auditor", SLICE));
        ready("auditor", asked);

        change("update export set bytes = 1024 * 1024 * 1024 - 100 where asked_by = 'auditor'");
        SpendDoor.Answer refused = SpendDoor.expect(429, asked("auditor", SLICE));
        change("update export set bytes = 11::bigint * 1024 * 1024 * 1024 where asked_by = 'auditor'");
        SpendDoor.Answer others = SpendDoor.expect(429, asked("analyst", SLICE));
        change("update export set bytes = 10 where asked_by = 'auditor'");

        assertThat(refused.json().path("code").asString()).isEqualTo("no-room-for-export");
        assertThat(refused.json().path("detail").asString()).contains("Yours hold 1024 MB of 1024 MB", "/lines as CSV");
        assertThat(others.json().path("detail").asString()).contains("everybody's 1126", "of 10240 MB");
        SpendDoor.expect(202, asked("auditor", SLICE));
    }

    /** Lines may be longer than they were thought to be when the export was asked for. */
    @Test
    void who_finds_less_room_than_the_table_needs_gives_up() throws Exception {
        String another = "insert into export (id, asked_by, question, revision, counted, status, asked_at, expires_at)"
                + " select '%s', asked_by, question, revision, 0, 'waiting', asked_at, expires_at from export"
                + " where asked_by = '%s' and status = 'ready' limit 1";
        ready("auditor", SpendDoor.expect(202, asked("auditor", SLICE)));
        ready("board", SpendDoor.expect(202, asked("board", SLICE)));
        UUID ofCaller = UUID.randomUUID();
        UUID ofAnother = UUID.randomUUID();

        change("update export set bytes = 1024 * 1024 * 1024 - 10 where asked_by = 'auditor' and status = 'ready'");
        change(another.formatted(ofCaller, "auditor"));
        String own = ended("auditor", ofCaller);
        change("update export set bytes = 10 * 1024::bigint * 1024 * 1024 - 20 where asked_by = 'auditor'"
                + " and status = 'ready'");
        change(another.formatted(ofAnother, "board"));
        String everybodys = ended("board", ofAnother);
        change("update export set bytes = 10 where asked_by = 'auditor' and status = 'ready'");

        assertThat(List.of(own, everybodys)).containsExactly("failed", "failed");
        assertThat(number(
                        "select count(*) from export_chunk where export in ('" + ofCaller + "', '" + ofAnother + "')"))
                .isZero();
    }

    private String ended(String who, UUID export) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String status = "waiting";
        rounds.wake();
        while (System.nanoTime() < until && List.of("waiting", "writing").contains(status)) {
            status = SpendDoor.expect(200, door().get(who, EXPORTS + "/" + export))
                    .json()
                    .path("status")
                    .asString();
        }
        return status;
    }

    private static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
    }

    private static void change(String update) throws SQLException {
        try (Connection owner = asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private static long number(String select) throws SQLException {
        try (Connection owner = asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
