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
import java.util.List;
import java.util.Locale;
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

    private static final String SAVE = """
            insert into claim (agency, claim, subject, measure, need_on, need_evidence, threshold, sustained_days,
                               evidence_source, made_at)
            select ?, ?, k.subject, ?, ?::date, ?, ?, ?, ?, ?::timestamptz from (select ?::uuid as subject) k
            where not exists (
                select from erased_subject e where e.subject = k.subject and e.up_to = 9223372036854775807)
            on conflict (agency, claim) do update set
                subject = excluded.subject, measure = excluded.measure, need_on = excluded.need_on,
                need_evidence = excluded.need_evidence, threshold = excluded.threshold,
                sustained_days = excluded.sustained_days, evidence_source = excluded.evidence_source,
                withdrawn_reason = null
            """;

    /** Observations of whoever is held to be the same person, or of the subject alone while no person is known. */
    private static final String JUDGE = """
            select c.*, m.polarity, seen.days, seen.readings, seen.agencies
            from claim c
            join lateral (select polarity from measure_series where code = c.measure order by series desc limit 1) m on true
            cross join lateral (
                select coalesce(array_agg(o.observed_at::date order by o.observed_at, o.agency, o.record_id), '{}') as days,
                       coalesce(array_agg(o.value order by o.observed_at, o.agency, o.record_id), '{}') as readings,
                       coalesce(array_agg(o.agency order by o.observed_at, o.agency, o.record_id), '{}') as agencies
                from observation o
                where o.measure = c.measure and not o.deleted and o.subject in (
                    select c.subject
                    union select other.subject from subject_person one join subject_person other using (person)
                          where one.subject = c.subject)) seen
            where (?::text is null or c.agency = ?) and (?::text is null or c.claim = ?)
            order by c.agency, c.claim
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Claims(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes or corrects a claim; one that was withdrawn is made again. False if the subject was erased. */
    boolean save(Claim claim, SubjectKey subject) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement save = connection.prepareStatement(SAVE)) {
                save.setString(1, claim.agency());
                save.setString(2, claim.id());
                save.setString(3, claim.measure());
                save.setObject(4, claim.needOn());
                save.setString(5, claim.needEvidence());
                save.setLong(6, claim.threshold());
                save.setInt(7, claim.sustainedDays());
                save.setString(8, claim.evidenceSource());
                save.setTimestamp(9, Timestamp.from(clock.instant()));
                save.setObject(10, subject.value());
                return save.executeUpdate() > 0;
            }
        });
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
    List<Judged> judged(@Nullable String agency) throws Exception {
        return database.inTransaction(connection -> judged(connection, agency, null));
    }

    /** Empty if the agency has no such claim. */
    Optional<Judged> judged(String agency, String claim) throws Exception {
        return database.inTransaction(
                connection -> judged(connection, agency, claim).stream().findFirst());
    }

    private static List<Judged> judged(Connection connection, @Nullable String agency, @Nullable String claimed)
            throws SQLException {
        List<Judged> judged = new ArrayList<>();
        try (PreparedStatement judge = connection.prepareStatement(JUDGE)) {
            judge.setString(1, agency);
            judge.setString(2, agency);
            judge.setString(3, claimed);
            judge.setString(4, claimed);
            try (ResultSet rows = judge.executeQuery()) {
                while (rows.next()) {
                    Claim claim = claim(rows);
                    List<Evidence> evidence = evidence(rows);
                    judged.add(new Judged(claim, Verdict.of(claim, evidence), evidence));
                }
            }
        }
        return judged;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("agency"),
                row.getString("claim"),
                row.getString("measure"),
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
