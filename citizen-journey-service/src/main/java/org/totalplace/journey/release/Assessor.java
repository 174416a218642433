package org.totalplace.journey.release;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.totalplace.linkage.Cluster;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.PreparedRecords;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.release.FairnessGate;
import org.totalplace.linkage.release.PeopleGroups;
import org.totalplace.linkage.release.ReleaseComparison;

/**
 * Trains a model on the records that are there and judges it. What would change for persons is told with the stewards'
 * decisions, which outlive the release; how fair the model is, without them, for they would hide its mistakes.
 */
record Assessor(Duplicates duplicates, FairnessGate gate, LocalDate on) {

    record Assessed(LinkageModel model, Assessment assessment) {}

    Assessed assess(
            List<IdentityRecord> records, long seed, List<Cluster> inForce, Decisions decisions, KnownTruth truth) {
        PreparedRecords prepared = PreparedRecords.of(records, duplicates);
        LinkageModel trained = prepared.train(LinkageModel.initial(), seed);
        LinkageModel candidate = trained.released(trained.version() + "-" + on, on);
        Linked linked = prepared.link(candidate, decisions);
        List<FairnessGate.Fared> fared = truth.isEmpty() ? List.of() : fared(prepared, candidate, records, truth);
        return new Assessed(candidate, Assessment.of(ReleaseComparison.of(inForce, linked.clusters()), fared, gate));
    }

    private List<FairnessGate.Fared> fared(
            PreparedRecords prepared, LinkageModel candidate, List<IdentityRecord> records, KnownTruth truth) {
        List<IdentityRecord> labelled = records.stream()
                .filter(identity -> truth.persons().containsKey(identity.id()))
                .toList();
        Map<String, String> persons = new HashMap<>();
        labelled.forEach(identity -> persons.put(
                identity.id(), Objects.requireNonNull(truth.persons().get(identity.id()))));
        Map<String, Map<String, String>> groups = new HashMap<>(PeopleGroups.of(labelled, persons, on));
        groups.put("name origin", truth.nameOrigins());
        return gate.judge(prepared.link(candidate, Decisions.none()).clusters(), persons, groups);
    }
}
