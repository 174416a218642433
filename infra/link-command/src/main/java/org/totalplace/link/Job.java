package org.totalplace.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.PreparedRecords;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.model.Thresholds;

/** Trains on the records of all sources and links them. */
record Job(
        List<Source> sources,
        boolean linkOnly,
        long seed,
        double threshold,
        @Nullable String modelText) {

    /** Of persons of more records than this {@code pairs.csv} holds only pairs that a blocking rule proposed. */
    private static final int TOLD_IN_FULL = 200;

    Result run() {
        List<IdentityRecord> records = new ArrayList<>();
        Set<String> codes = new TreeSet<>();
        for (Source source : sources) {
            records.addAll(source.records());
        }
        records.forEach(identity -> codes.add(identity.source()));
        if (linkOnly && codes.size() < 2) {
            throw new IllegalArgumentException("--link-only leaves nothing to link: all records are of one source, "
                    + String.join(", ", codes) + ". Give several files, or name the column of sources by"
                    + " --source-column.");
        }
        Duplicates asked = linkOnly ? Duplicates.none() : new Duplicates(codes);
        long begun = System.nanoTime();
        PreparedRecords prepared = PreparedRecords.of(records, asked);
        Result first = run(prepared, asked, begun);
        if (linkOnly || codes.size() < 2) {
            return first;
        }
        Duplicates seen = prepared.duplicatesSeen(first.linked().clusters());
        return seen.equals(asked) ? first : run(prepared.holding(seen), seen, begun);
    }

    private Result run(PreparedRecords prepared, Duplicates duplicates, long begun) {
        LinkageModel start = modelText == null ? LinkageModel.initial() : LinkageModel.fromJson(modelText);
        start = start.with(new Thresholds(
                threshold,
                Math.min(threshold / 2, start.thresholds().attention()),
                Math.min(threshold / 2, start.thresholds().breaking())));
        LinkageModel model = modelText == null ? prepared.train(start, seed) : start;
        Linked linked = prepared.linkInFull(model, Decisions.none(), TOLD_IN_FULL);
        return new Result(prepared, duplicates, model, linked, (System.nanoTime() - begun) / 1e9);
    }
}
