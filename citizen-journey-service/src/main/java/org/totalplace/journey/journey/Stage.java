package org.totalplace.journey.journey;

/**
 * A step of a journey map.
 *
 * @param stage its code, unique in the map
 */
record Stage(String stage, String name) {}
