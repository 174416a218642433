package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.totalplace.journey.identity.IdentityRecords;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.PersonTables;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.StandingRecords;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.SubjectKey;

/**
 * Places changed subjects at once among all records, which are kept in memory for it, so that a person changes within
 * a second or two whatever the size of the place. The full run that follows has the last word.
 */
final class QuickLinking {

    private static final Logger LOG = LoggerFactory.getLogger(QuickLinking.class);

    private final BulkDatabase database;
    private final Models models;
    private final PersonLinks links;
    private final LinkingRun run;
    private final LinkageSettings settings;
    private final StandingPlace place;
    private final InstantSource clock;

    QuickLinking(
            BulkDatabase database,
            Models models,
            PersonLinks links,
            LinkingRun run,
            LinkageSettings settings,
            InstantSource clock) {
        this.clock = clock;
        this.database = database;
        this.models = models;
        this.links = links;
        this.run = run;
        this.settings = settings;
        this.place = new StandingPlace(new Duplicates(settings.duplicatesHeldBy()));
    }

    /** Returns how many subjects were placed; none when too many wait. */
    int placeDue() throws Exception {
        try {
            return database.inTransaction(this::placeDue);
        } catch (Exception trouble) {
            place.giveUp();
            throw trouble;
        }
    }

    private int placeDue(Connection connection) throws SQLException {
        if (!DueSubjects.isUnplaced(connection, settings.quickAtMost())) {
            return 0;
        }
        PersonTables.takeTurns(connection);
        DueSubjects due = DueSubjects.readUnplaced(connection);
        Set<UUID> changed = due.stamps().keySet();
        if (changed.size() > settings.quickAtMost()) {
            return 0;
        }
        Instant began = clock.instant();
        LinkageModel model = models.inForce(connection);
        Placed placed = place(connection, changed, model);
        Linked linked = placed.linked();
        Instant placedAt = clock.instant();
        links.bring(connection, linked.links(), model.version(), placed.encoded());
        links.replaceOf(connection, changed);
        KnownPersons known = PersonTables.of(connection, subjects(linked));
        List<Group> groups = QuickGroups.around(LinkingRun.keys(changed), LinkingRun.groups(linked), known);
        run.write(connection, groups, known, placed.agencies(), links.doubtfulOf(connection, subjects(groups)));
        due.markPlaced(connection);
        LOG.info(
                "Placed {} changed subjects in {} ms, wrote them in {} ms",
                changed.size(),
                Duration.between(began, placedAt).toMillis(),
                Duration.between(placedAt, clock.instant()).toMillis());
        return changed.size();
    }

    /** Keeps the records at hand up to date while nothing is due, so that the next change need not wait for it. */
    void keepUp() throws Exception {
        database.inTransaction(connection -> {
            if (DueSubjects.latestStamp(connection) < 0) {
                place.keepUp(connection, models.inForce(connection));
            }
            return null;
        });
    }

    private record Placed(Linked linked, Map<SubjectKey, AgencyCode> agencies, EncodedLinks encoded) {}

    /**
     * Records may have been erased; whoever turns out to have none is forgotten and the others are placed again. So
     * they are when encodings link somebody who was found to others.
     */
    private Placed place(Connection connection, Set<UUID> changed, LinkageModel model) throws SQLException {
        Set<String> ids = changed.stream().map(UUID::toString).collect(Collectors.toSet());
        StandingRecords standing = place.asOfNow(connection, model, ids);
        List<IdentityRecord> records = IdentityRecords.of(connection, changed);
        KnownPersons standingPersons = PersonTables.of(connection, changed);
        Map<String, String> pairs = QuickGroups.pairs(standingPersons);
        Set<UUID> asked = standingPersons.members().keySet().stream()
                .map(SubjectKey::value)
                .collect(Collectors.toSet());
        List<String> mates = asked.stream().map(UUID::toString).toList();
        asked.addAll(changed);
        Decisions decided = StewardsDecisions.inForce(connection);
        EncodedLinks encoded = EncodedLinks.near(connection, asked);
        while (true) {
            Linked linked = standing.place(records, mates, pairs, encoded.beside(decided));
            Set<UUID> found = subjects(linked);
            EncodedLinks near = EncodedLinks.near(connection, found);
            Map<SubjectKey, AgencyCode> agencies = IdentityRecords.agencies(connection, found);
            if (agencies.size() < found.size()) {
                found.removeIf(subject -> agencies.containsKey(new SubjectKey(subject)));
                standing.forget(found.stream().map(UUID::toString).toList());
            } else if (encoded.cover(near)) {
                return new Placed(linked, agencies, encoded);
            }
            encoded = near.and(encoded);
        }
    }

    private static Set<UUID> subjects(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.subjects().stream())
                .map(SubjectKey::value)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> subjects(Linked linked) {
        return linked.clusters().stream()
                .flatMap(cluster -> cluster.ids().stream())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
