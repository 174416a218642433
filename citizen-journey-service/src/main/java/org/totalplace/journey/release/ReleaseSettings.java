package org.totalplace.journey.release;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gate of releases.
 *
 * @param fairnessLimit how far below that of all others the recall of a group may lie, beyond chance, 0 to 1
 * @param fewestPairs groups with fewer labelled pairs are told and not judged
 */
@ConfigurationProperties("totalplace.release")
record ReleaseSettings(
        @DefaultValue("0.05") double fairnessLimit,
        @DefaultValue("30") int fewestPairs) {}
