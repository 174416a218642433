package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.totalplace.journey.identity.EncodingSchemas;
import org.totalplace.journey.identity.IdentityRecords;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.PersonTables;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linkage;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.SubjectKey;

/**
 * Links all records of the place anew and writes the difference in one transaction. What it ends in depends on the
 * records, the decisions and the model alone, not on what was linked before; only ids remember.
 */
final class FullLinking {

    private static final Logger LOG = LoggerFactory.getLogger(FullLinking.class);

    /** Any number that no other advisory lock of the database uses. */
    static final long ONE_AT_A_TIME = 7_446_201_022L;

    private final BulkDatabase database;
    private final Models models;
    private final PersonLinks links;
    private final LinkingRun run;
    private final LinkageSettings settings;
    private final EncodingSchemas schemas;
    private final InstantSource clock;

    FullLinking(
            BulkDatabase database,
            Models models,
            PersonLinks links,
            LinkingRun run,
            LinkageSettings settings,
            EncodingSchemas schemas,
            InstantSource clock) {
        this.database = database;
        this.models = models;
        this.links = links;
        this.run = run;
        this.settings = settings;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Links if any subject is due, and nobody else is at it; tells how long it took. */
    Duration linkDue() throws Exception {
        Instant began = clock.instant();
        database.inTransaction(connection -> {
            if (isMyTurn(connection)) {
                DueSubjects seen = DueSubjects.read(connection);
                if (!seen.stamps().isEmpty()) {
                    link(connection, seen);
                }
            }
            return null;
        });
        return Duration.between(began, clock.instant());
    }

    private void link(Connection connection, DueSubjects seen) throws SQLException {
        var began = clock.instant();
        List<IdentityRecord> records = IdentityRecords.all(connection);
        LinkageModel model = models.inForceFor(connection, records);
        Decisions decisions = StewardsDecisions.inForce(connection);
        EncodedLinks encoded = EncodedPersons.of(IdentityRecords.encoded(connection, schemas), decisions);
        Linked linked =
                Linkage.link(records, model, encoded.beside(decisions), new Duplicates(settings.duplicatesHeldBy()));
        var linkedAt = clock.instant();
        links.bring(connection, linked.links(), model.version(), encoded);
        int changed = write(connection, seen, LinkingRun.groups(linked), LinkingRun.agencies(records));
        LOG.info(
                "Linked {} records by model {} in {} ms, wrote {} changed subjects in {} ms",
                records.size(),
                model.version(),
                Duration.between(began, linkedAt).toMillis(),
                changed,
                Duration.between(linkedAt, clock.instant()).toMillis());
    }

    private int write(Connection connection, DueSubjects seen, List<Group> found, Map<SubjectKey, AgencyCode> agencies)
            throws SQLException {
        PersonTables.takeTurns(connection);
        Set<UUID> late = seen.changedSince(DueSubjects.read(connection));
        KnownPersons known = PersonTables.all(connection);
        List<Group> groups = LateSubjects.kept(LinkingRun.keys(late), found, known);
        links.replaceAll(connection, late);
        int changed = run.write(connection, groups, known, agencies, links.doubtful(connection));
        seen.remove(connection);
        return changed;
    }

    private static boolean isMyTurn(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, ONE_AT_A_TIME);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
