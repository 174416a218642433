package org.totalplace.outcomes.proposal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.proposal.ProposalAnswer.Version;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import tools.jackson.databind.json.JsonMapper;

/** Keeps proposals, version by version, and what was found out afterwards. Everything here blocks. */
@Component
class Proposals {

    private static final String LATEST = """
            select code, version, document::text as document, set_by from proposal
             where code = ? and version <= ? order by version desc limit 1
            """;

    private static final String ALL = """
            select distinct on (code) code, version, document::text as document, set_by from proposal
             order by code, version desc limit 1000
            """;

    private static final String ADD = """
            insert into proposal (code, version, document, set_by, set_at)
            values (?, (select coalesce(max(version), 0) + 1 from proposal where code = ?), ?::jsonb, ?, ?)
                on conflict do nothing returning version
            """;

    private static final String OUTTURN = """
            insert into proposal_outturn (code, agency, year, paid, saved, source, entered_by, entered_at)
            select ?, ?, ?, ?, ?, ?, ?, ? where exists (select from proposal where code = ?)
                on conflict (code, agency, year) do update
               set paid = excluded.paid, saved = excluded.saved, source = excluded.source, entered_by = excluded.entered_by,
                   entered_at = excluded.entered_at
            """;

    private static final String OUTTURNS =
            "select agency, year, paid, saved, source from proposal_outturn where code = ? order by year, agency";

    private final BulkDatabase database;
    private final JsonMapper json;
    private final InstantSource clock;

    Proposals(BulkDatabase database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A version with what was found out since. */
    record Found(Version version, List<Outturn> outturns) {}

    /** The same again is the same version; empty where somebody else wrote one at the same moment. */
    Optional<Integer> set(String code, Proposal proposal, String by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Version> latest = latest(connection, code, Integer.MAX_VALUE);
            if (latest.isPresent() && latest.get().proposal().equals(proposal)) {
                return Optional.of(latest.get().version());
            }
            return all(
                            connection,
                            ADD,
                            row -> row.getInt(1),
                            code,
                            code,
                            json.writeValueAsString(proposal),
                            by,
                            Timestamp.from(clock.instant()))
                    .stream()
                    .findFirst();
        });
    }

    List<Version> all() throws Exception {
        return database.inTransaction(connection -> all(connection, ALL, this::version));
    }

    Optional<Found> find(String code, int atMost) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Version> version = latest(connection, code, atMost);
            return version.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(version.get(), all(connection, OUTTURNS, Proposals::outturn, code)));
        });
    }

    /** False where there is no such proposal. */
    boolean found(String code, Outturn outturn, String by) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement insert = prepared(
                    connection,
                    OUTTURN,
                    code,
                    outturn.agency(),
                    outturn.year().start(),
                    outturn.paid().value(),
                    outturn.saved().value(),
                    outturn.source(),
                    by,
                    Timestamp.from(clock.instant()),
                    code)) {
                return insert.executeUpdate() > 0;
            }
        });
    }

    private Optional<Version> latest(Connection connection, String code, int atMost) throws SQLException {
        return all(connection, LATEST, this::version, code, atMost).stream().findFirst();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("code"),
                row.getInt("version"),
                json.readValue(row.getString("document"), Proposal.class),
                row.getString("set_by"));
    }

    private static Outturn outturn(ResultSet row) throws SQLException {
        return new Outturn(
                row.getString("agency"),
                new FinancialYear(row.getInt("year")),
                new Pence(row.getLong("paid")),
                new Pence(row.getLong("saved")),
                row.getString("source"));
    }

    /** Makes a value of the row that is being read. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(
            Connection connection, String sql, Reading<T> reading, @Nullable Object... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(reading.of(row));
            }
        }
        return all;
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
