package org.totalplace.journey.journey;

/**
 * Why a journey map cannot be used.
 *
 * @param path where in the map
 * @param message what was given, what was expected
 */
record MapRefused(String path, String message) {}
