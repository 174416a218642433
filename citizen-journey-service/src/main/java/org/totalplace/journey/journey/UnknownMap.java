package org.totalplace.journey.journey;

import org.totalplace.starter.problem.Problem;

/** What is answered of a map that there is not. */
public final class UnknownMap {

    private UnknownMap() {}

    /** @return a problem 404 */
    public static Problem of(String map) {
        return Problem.notFound(
                "map-unknown", "There is no journey map '" + map + "'; GET /api/v1/journeys/maps lists them.");
    }
}
