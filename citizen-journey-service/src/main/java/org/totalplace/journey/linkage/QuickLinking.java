package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.totalplace.journey.identity.IdentityRecords;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.PersonTables;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linkage;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Places a few changed subjects among their neighbours at once, so that a person changes within a second or two
 * whatever the size of the place. The full run that follows has the last word.
 */
final class QuickLinking {

    private final BulkDatabase database;
    private final Models models;
    private final PersonLinks links;
    private final LinkingRun run;
    private final LinkageSettings settings;

    QuickLinking(BulkDatabase database, Models models, PersonLinks links, LinkingRun run, LinkageSettings settings) {
        this.database = database;
        this.models = models;
        this.links = links;
        this.run = run;
        this.settings = settings;
    }

    /** Returns how many subjects were placed; none when too many wait. */
    int placeDue() throws Exception {
        return database.inTransaction(this::placeDue);
    }

    private int placeDue(Connection connection) throws SQLException {
        if (!DueSubjects.isUnplaced(connection, settings.quickAtMost())) {
            return 0;
        }
        PersonTables.takeTurns(connection);
        DueSubjects due = DueSubjects.read(connection).onlyUnplaced();
        Set<UUID> changed = due.stamps().keySet();
        if (changed.size() > settings.quickAtMost()) {
            return 0;
        }
        Set<UUID> near = Neighbourhood.of(connection, changed, settings.background());
        List<IdentityRecord> records = IdentityRecords.of(connection, near);
        LinkageModel model = models.inForce(connection);
        Linked linked = Linkage.link(
                records,
                amongSome(model, records.size(), IdentityRecords.count(connection)),
                StewardsDecisions.inForce(connection),
                new Duplicates(settings.duplicatesHeldBy()));
        links.bring(connection, linked.links(), model.version());
        links.replaceOf(connection, changed);
        KnownPersons known = PersonTables.of(connection, near);
        List<Group> groups = QuickGroups.around(LinkingRun.keys(changed), LinkingRun.groups(linked), known);
        run.write(connection, groups, known, LinkingRun.agencies(records));
        due.markPlaced(connection);
        return changed.size();
    }

    /**
     * The prior probability of a match falls with the number of records; among some of them the model must expect as
     * few matches a record as keep it what it is among all.
     */
    private static LinkageModel amongSome(LinkageModel model, int some, int all) {
        double share = Math.min(1, (double) some / Math.max(1, all));
        return new LinkageModel(
                model.version(),
                model.date(),
                model.matchesPerRecord() * share,
                model.householdPerRecord() * share,
                model.twinsPerRecord() * share,
                model.thresholds(),
                model.fields(),
                model.blocking(),
                model.pairsPerRecord());
    }
}
