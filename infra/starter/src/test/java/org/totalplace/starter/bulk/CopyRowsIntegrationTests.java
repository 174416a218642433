package org.totalplace.starter.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;

/** What is written by COPY is read back as it was. */
class CopyRowsIntegrationTests {

    private Connection connection;

    @BeforeEach
    void a_table() throws SQLException {
        Database database = RealServers.postgres().freshDatabase("copied");
        connection = DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
        try (Statement create = connection.createStatement()) {
            create.execute("create table copied (place bigint, words text, number bigint, day date, flag boolean)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private List<String> read(String column) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("select " + column + " from copied order by place")) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void texts_keep_every_character_but_nul() throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(List.of(
                "",
                "plain",
                "tab\tnew\nline\rback\\slash",
                "\\N",
                "\\.",
                "Café £5 “quoted”",
                "a😀b\\€\t😀",
                "€".repeat(70_000)));
        texts.add(null);
        try (CopyRows copy = new CopyRows(connection, "copied(place, words)")) {
            for (int place = 0; place < texts.size(); place++) {
                copy.number(place).text(texts.get(place));
                copy.endRow();
            }
            copy.number(texts.size()).text("with\0out");
            copy.endRow();
            assertThat(copy.finish()).isEqualTo(texts.size() + 1L);
        }

        texts.add("without");
        assertThat(read("words")).isEqualTo(texts);
    }

    @Test
    void numbers_days_and_flags_are_what_they_were() throws SQLException {
        List<Long> numbers = List.of(0L, 9L, 10L, -1L, 1_234_567_890_123L, Long.MAX_VALUE, Long.MIN_VALUE);
        List<LocalDate> days = List.of(
                LocalDate.parse("2024-02-29"),
                LocalDate.parse("2010-01-01"),
                LocalDate.parse("1999-12-31"),
                LocalDate.parse("0999-10-09"),
                LocalDate.parse("1000-01-01"),
                LocalDate.parse("9999-12-31"),
                LocalDate.parse("2026-11-22"));
        try (CopyRows copy = new CopyRows(connection, "copied(place, number, day, flag)")) {
            for (int place = 0; place < numbers.size(); place++) {
                copy.number(place).number(numbers.get(place)).day(days.get(place));
                copy.flag(place % 3 == 0 ? Boolean.TRUE : place % 3 == 1 ? Boolean.FALSE : null);
                copy.endRow();
            }
            copy.finish();
        }

        assertThat(read("number"))
                .isEqualTo(numbers.stream().map(String::valueOf).toList());
        assertThat(read("day")).isEqualTo(days.stream().map(String::valueOf).toList());
        assertThat(read("flag")).containsExactly("t", "f", null, "t", "f", null, "t");
    }

    @Test
    void nothing_is_left_of_rows_that_were_given_up() throws SQLException {
        try (CopyRows copy = new CopyRows(connection, "copied(place)")) {
            copy.number(1);
            copy.endRow();
        }

        assertThat(read("place")).isEmpty();
    }
}
