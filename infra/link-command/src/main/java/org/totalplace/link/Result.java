package org.totalplace.link;

import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.Linked;
import org.totalplace.linkage.PreparedRecords;
import org.totalplace.linkage.model.LinkageModel;

/**
 * What a run found.
 *
 * @param seconds of the engine, from cleaning to clusters
 */
record Result(PreparedRecords records, Duplicates duplicates, LinkageModel model, Linked linked, double seconds) {}
