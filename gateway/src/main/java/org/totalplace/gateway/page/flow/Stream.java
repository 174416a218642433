package org.totalplace.gateway.page.flow;

/**
 * What goes from a node of one column to a node of the next.
 *
 * @param weight how broad it is, above nothing
 */
record Stream(String from, String to, long weight) {

    Stream {
        if (weight <= 0) {
            throw new IllegalArgumentException("Nothing goes from " + from + " to " + to + ": " + weight);
        }
    }
}
