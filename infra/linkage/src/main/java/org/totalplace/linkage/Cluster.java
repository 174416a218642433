package org.totalplace.linkage;

import java.util.List;

/** The ids of the records held to be one person, at least one, in their natural order. */
public record Cluster(List<String> ids) {

    public Cluster {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("A cluster holds at least one record, got none.");
        }
        ids = ids.stream().sorted().toList();
    }
}
