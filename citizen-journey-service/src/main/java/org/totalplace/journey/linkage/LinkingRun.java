package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.totalplace.journey.person.Group;
import org.totalplace.journey.person.KnownPersons;
import org.totalplace.journey.person.PersonTables;
import org.totalplace.journey.person.Regrouping;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linked;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.SubjectKey;

/** What the quick step and the full run have in common: from the engine's words to ours, and into the tables. */
final class LinkingRun {

    private final InstantSource clock;

    LinkingRun(InstantSource clock) {
        this.clock = clock;
    }

    static List<Group> groups(Linked linked) {
        return linked.clusters().stream().map(LinkingRun::group).toList();
    }

    private static Group group(Cluster cluster) {
        return new Group(cluster.ids().stream().map(SubjectKey::parse).toList());
    }

    static Map<SubjectKey, AgencyCode> agencies(List<IdentityRecord> records) {
        Map<String, AgencyCode> codes = new HashMap<>();
        Map<SubjectKey, AgencyCode> agencies = new HashMap<>(records.size() * 4 / 3);
        for (IdentityRecord record : records) {
            agencies.put(SubjectKey.parse(record.id()), codes.computeIfAbsent(record.source(), AgencyCode::new));
        }
        return agencies;
    }

    static Set<SubjectKey> keys(Collection<UUID> subjects) {
        return subjects.stream().map(SubjectKey::new).collect(Collectors.toSet());
    }

    /**
     * Writes the groups as persons; returns how many subjects changed.
     *
     * @param doubtful of the subjects in the groups, those with a link that a steward has yet to decide
     */
    int write(
            Connection connection,
            List<Group> groups,
            KnownPersons known,
            Map<SubjectKey, AgencyCode> agencies,
            Set<SubjectKey> doubtful)
            throws SQLException {
        Regrouping regrouping = Regrouping.of(groups, known, agencies, doubtful);
        PersonTables.write(connection, regrouping, clock.instant());
        return regrouping.changed().size();
    }
}
