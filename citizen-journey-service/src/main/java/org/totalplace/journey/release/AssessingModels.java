package org.totalplace.journey.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.totalplace.journey.identity.IdentityRecords;
import org.totalplace.journey.linkage.EncodedLinks;
import org.totalplace.journey.linkage.StewardsDecisions;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.release.FairnessGate;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** Trains and judges one proposed model after the other; what was cut short by a crash is begun anew. */
final class AssessingModels implements Rounds.Round {

    private static final Duration REST = Duration.ofSeconds(5);

    private final BulkDatabase database;
    private final Proposals proposals;
    private final Duplicates duplicates;
    private final FairnessGate gate;
    private final InstantSource clock;

    AssessingModels(
            BulkDatabase database, Proposals proposals, Duplicates duplicates, FairnessGate gate, InstantSource clock) {
        this.database = database;
        this.proposals = proposals;
        this.duplicates = duplicates;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        return database.inTransaction(connection -> {
            Optional<Proposals.Asked> next = proposals.next(connection);
            if (next.isEmpty()) {
                return REST;
            }
            assess(connection, next.get());
            return Duration.ZERO;
        });
    }

    private void assess(Connection connection, Proposals.Asked asked) throws Exception {
        Instant now = clock.instant();
        List<IdentityRecord> records = IdentityRecords.all(connection);
        List<Cluster> inForce = inForce(connection);
        Decisions stewards = StewardsDecisions.inForce(connection);
        KnownTruth truth = Labels.truth(connection, stewards);
        Decisions decisions = EncodedLinks.standing(connection).beside(stewards);
        Assessor assessor = new Assessor(duplicates, gate, LocalDate.ofInstant(now, ZoneOffset.UTC));
        // The engine computes for long: not on the virtual thread of the round, whose carrier others need.
        Assessor.Assessed assessed = ForkJoinPool.commonPool()
                .submit(() -> assessor.assess(records, asked.seed(), inForce, decisions, truth))
                .get();
        proposals.keep(connection, asked, assessed, records.size(), now);
    }

    private static List<Cluster> inForce(Connection connection) throws SQLException {
        Map<String, List<String>> persons = new TreeMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select person::text, subject::text from person_subject");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                persons.computeIfAbsent(row.getString(1), person -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return persons.values().stream().map(Cluster::new).toList();
    }
}
