package org.totalplace.journey.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Proposed models as the table holds them. */
final class Proposals {

    private static final String SELECT = """
            select proposal, seed, asked_by, asked_at, version, assessment::text, assessed_at, released_by, released_at
              from model_proposal
            """;

    private static final String RELEASE = """
            with released as (
                update model_proposal
                   set released_by = ?, released_at = ?, reason = ?
                 where proposal = ? and released_at is null
             returning version, model, records, released_at
            ), in_force as (
                insert into linkage_model (version, model, records, in_force)
                select version, model, records, released_at from released
                    on conflict (version) do update set in_force = excluded.in_force
             returning version
            )
            insert into linking_due (subject, placed)
            select subject, true from identity_record where exists (select 1 from in_force) order by subject
                on conflict (subject) do update set stamp = excluded.stamp
            """;

    private final JsonMapper json;

    Proposals(JsonMapper json) {
        this.json = json;
    }

    /** What is to be assessed next. */
    record Asked(long proposal, long seed) {}

    Proposal ask(Connection connection, long seed, String by, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into model_proposal (seed, asked_by, asked_at) values (?, ?, ?) returning proposal")) {
            insert.setLong(1, seed);
            insert.setString(2, by);
            insert.setTimestamp(3, Timestamp.from(at));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return find(connection, row.getLong(1)).orElseThrow();
            }
        }
    }

    /** The oldest that nobody assessed and nobody is assessing, held until the transaction ends. */
    Optional<Asked> next(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select proposal, seed from model_proposal where assessed_at is null
                         order by proposal limit 1 for update skip locked
                        """);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Asked(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }

    void keep(Connection connection, Asked asked, Assessor.Assessed assessed, int records, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update model_proposal
                   set version = ?, model = ?, records = ?, assessment = ?::jsonb, assessed_at = ?
                 where proposal = ?
                """)) {
            update.setString(1, assessed.model().version());
            update.setString(2, assessed.model().toJson());
            update.setLong(3, records);
            update.setString(4, json.writeValueAsString(assessed.assessment()));
            update.setTimestamp(5, Timestamp.from(at));
            update.setLong(6, asked.proposal());
            update.executeUpdate();
        }
    }

    /** The model is in force from now on, and every record is to be linked anew. */
    void release(Connection connection, long proposal, String by, String reason, Instant at) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setString(1, by);
            release.setTimestamp(2, Timestamp.from(at));
            release.setString(3, reason);
            release.setLong(4, proposal);
            release.executeUpdate();
        }
    }

    Optional<Proposal> find(Connection connection, long proposal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " where proposal = ?")) {
            select.setLong(1, proposal);
            return read(select).stream().findFirst();
        }
    }

    /** The newest first. */
    List<Proposal> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " order by proposal desc")) {
            return read(select);
        }
    }

    private List<Proposal> read(PreparedStatement select) throws SQLException {
        List<Proposal> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String told = row.getString(6);
                Assessment assessment = told == null ? null : json.readValue(told, Assessment.class);
                Instant released = instant(row.getTimestamp(9));
                found.add(new Proposal(
                        row.getLong(1),
                        Proposal.state(assessment, released),
                        row.getLong(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        assessment,
                        instant(row.getTimestamp(7)),
                        row.getString(8),
                        released));
            }
        }
        return found;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
