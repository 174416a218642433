package org.totalplace.journey.journey;

import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.Pence;

/**
 * One cell of a map as it may be published.
 *
 * @param stage null for contacts that no rule catches
 */
record Cell(
        @Nullable String stage, String agency, PublishedCount contacts, PublishedCount persons, PublishedAmount cost) {

    private static final PublishedCount CONFIDENTIAL = new PublishedCount(null, "c");
    private static final PublishedAmount NOT_AVAILABLE = new PublishedAmount(null, "x");

    static Cell of(CellFacts facts) {
        // Many contacts of few people are as telling as few people.
        boolean few = facts.subjects() > 0 && facts.subjects() <= PublishedCount.CONFIDENTIAL_UP_TO;
        Pence cost = facts.cost();
        return new Cell(
                facts.stage(),
                facts.agency(),
                few ? CONFIDENTIAL : PublishedCount.of(facts.contacts()),
                PublishedCount.of(facts.persons()),
                cost == null ? NOT_AVAILABLE : PublishedAmount.of(cost, facts.bearers(), facts.largestTwo()));
    }
}
