package org.totalplace.outcomes.claim;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.claim.AuditSample.Judged;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.SubjectKey;

/** Keeps claims and judges them by the observations of now. Everything here blocks. */
@Component
class Claims {

    private static final String WITHDRAWN =
            "select withdrawn_reason is not null from claim where agency = ? and claim = ? for update";

    /** The table itself keeps what a claim said before. */
    private static final String SAVE = """
            insert into claim (agency, claim, measure, series, need_on, need_evidence, threshold, sustained_days,
                               evidence_source, made_at, said_at, subject)
            select ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, k.subject
            from (select ?::uuid as subject) k
            where not exists (
                select from erased_subject e where e.subject = k.subject and e.up_to = 9223372036854775807)
            on conflict (agency, claim) do update set
                subject = excluded.subject, measure = excluded.measure, series = excluded.series,
                need_on = excluded.need_on, need_evidence = excluded.need_evidence, threshold = excluded.threshold,
                sustained_days = excluded.sustained_days, evidence_source = excluded.evidence_source,
                said_at = excluded.said_at
            """;

    /** Observations of the reference that is claimed for and, for who may know of others, of the whole person. */
    private static final String JUDGE = """
            select c.*, m.polarity, seen.days, seen.readings, seen.agencies
            from claim c
            join measure_series m on m.code = c.measure and m.series = c.series
            cross join lateral (
                select coalesce(array_agg(o.observed_at::date order by o.observed_at, o.agency, o.record_id), '{}') as days,
                       coalesce(array_agg(o.value order by o.observed_at, o.agency, o.record_id), '{}') as readings,
                       coalesce(array_agg(o.agency order by o.observed_at, o.agency, o.record_id), '{}') as agencies
                from observation o
                where o.measure = c.measure and o.observed_at >= m.since and o.observed_at < m.until and not o.deleted
                  and o.subject in (
                    select c.subject
                    union select other.subject from subject_person one join subject_person other using (person)
                          where one.subject = c.subject and ?)) seen
            where (?::text is null or c.agency = ?) and (?::text is null or c.claim = ?)
            order by c.agency, c.claim
            """;

    private static final String EARLIER = """
            select e.*, e.subject <> c.subject as other_reference
            from claim_earlier e join claim c using (agency, claim)
            where (?::text is null or e.agency = ?) and (?::text is null or e.claim = ?)
            order by e.agency, e.claim, e.revision
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Claims(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By whose observations a claim is judged. */
    enum Sight {
        /** Those of the reference that it is made for: what the claiming agency itself observed. */
        OWN,
        /** Those of all agencies of whoever is held to be the same person. */
        WHOLE
    }

    /** What became of a claim that was handed in. */
    enum Saved {
        KEPT,
        /** Nothing is kept of its subject. */
        ERASED,
        /** It was withdrawn before, and stays so. */
        WITHDRAWN
    }

    /** Makes or changes a claim. */
    Saved save(Claim claim, SubjectKey subject) throws Exception {
        return database.inTransaction(connection -> {
            if (isWithdrawn(connection, claim)) {
                return Saved.WITHDRAWN;
            }
            try (PreparedStatement save = connection.prepareStatement(SAVE)) {
                Timestamp now = Timestamp.from(clock.instant());
                Object[] values = {
                    claim.agency(),
                    claim.id(),
                    claim.measure(),
                    claim.series(),
                    claim.needOn(),
                    claim.needEvidence(),
                    claim.threshold(),
                    claim.sustainedDays(),
                    claim.evidenceSource(),
                    now,
                    now,
                    subject.value()
                };
                for (int i = 0; i < values.length; i++) {
                    save.setObject(i + 1, values[i]);
                }
                return save.executeUpdate() > 0 ? Saved.KEPT : Saved.ERASED;
            }
        });
    }

    private static boolean isWithdrawn(Connection connection, Claim claim) throws SQLException {
        try (PreparedStatement withdrawn = connection.prepareStatement(WITHDRAWN)) {
            withdrawn.setString(1, claim.agency());
            withdrawn.setString(2, claim.id());
            try (ResultSet row = withdrawn.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** False if the agency has no such claim. */
    boolean withdraw(String agency, String claim, String reason) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement withdraw = connection.prepareStatement(
                    "update claim set withdrawn_reason = ? where agency = ? and claim = ?")) {
                withdraw.setString(1, reason);
                withdraw.setString(2, agency);
                withdraw.setString(3, claim);
                return withdraw.executeUpdate() > 0;
            }
        });
    }

    /** @param agency null for the claims of all */
    List<Judged> judged(@Nullable String agency, Sight sight) throws Exception {
        return database.inTransaction(connection -> judged(connection, agency, null, sight));
    }

    /** As its own agency is told of it; empty if the agency has no such claim. */
    Optional<Judged> judged(String agency, String claim) throws Exception {
        return database.inTransaction(connection ->
                judged(connection, agency, claim, Sight.OWN).stream().findFirst());
    }

    private static List<Judged> judged(
            Connection connection, @Nullable String agency, @Nullable String claimed, Sight sight) throws SQLException {
        Map<List<String>, List<EarlierClaim>> earlier = earlier(connection, agency, claimed);
        List<Judged> judged = new ArrayList<>();
        try (PreparedStatement judge = connection.prepareStatement(JUDGE)) {
            judge.setBoolean(1, sight == Sight.WHOLE);
            only(judge, 2, agency, claimed);
            try (ResultSet rows = judge.executeQuery()) {
                while (rows.next()) {
                    Claim claim = claim(rows);
                    List<Evidence> evidence = evidence(rows);
                    List<EarlierClaim> before = earlier.getOrDefault(List.of(claim.agency(), claim.id()), List.of());
                    judged.add(new Judged(claim, Verdict.of(claim, evidence), evidence, before));
                }
            }
        }
        return judged;
    }

    private static Map<List<String>, List<EarlierClaim>> earlier(
            Connection connection, @Nullable String agency, @Nullable String claimed) throws SQLException {
        Map<List<String>, List<EarlierClaim>> earlier = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            only(select, 1, agency, claimed);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    earlier.computeIfAbsent(
                                    List.of(rows.getString("agency"), rows.getString("claim")),
                                    none -> new ArrayList<>())
                            .add(earlier(rows));
                }
            }
        }
        return earlier;
    }

    private static void only(PreparedStatement select, int from, @Nullable String agency, @Nullable String claimed)
            throws SQLException {
        select.setString(from, agency);
        select.setString(from + 1, agency);
        select.setString(from + 2, claimed);
        select.setString(from + 3, claimed);
    }

    private static EarlierClaim earlier(ResultSet row) throws SQLException {
        return new EarlierClaim(
                row.getString("measure"),
                row.getObject("need_on", LocalDate.class),
                row.getString("need_evidence"),
                row.getLong("threshold"),
                row.getInt("sustained_days"),
                row.getString("evidence_source"),
                row.getBoolean("other_reference"),
                row.getTimestamp("said_until").toInstant());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("agency"),
                row.getString("claim"),
                row.getString("measure"),
                row.getInt("series"),
                Polarity.valueOf(row.getString("polarity").toUpperCase(Locale.ROOT)),
                row.getObject("need_on", LocalDate.class),
                row.getString("need_evidence"),
                row.getLong("threshold"),
                row.getInt("sustained_days"),
                row.getString("evidence_source"),
                row.getString("withdrawn_reason"));
    }

    private static List<Evidence> evidence(ResultSet row) throws SQLException {
        Date[] days = (Date[]) array(row, "days").getArray();
        Long[] readings = (Long[]) array(row, "readings").getArray();
        String[] agencies = (String[]) array(row, "agencies").getArray();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            evidence.add(new Evidence(days[i].toLocalDate(), readings[i], agencies[i]));
        }
        return evidence;
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getArray(column), column);
    }
}
