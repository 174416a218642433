package org.totalplace.journey.linkage;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How linking runs.
 *
 * @param trainAt a model is trained once there are so many records; before, the engine's initial model decides
 * @param trainOutsideLargest and so many of them are not of the largest agency, for a model learns from pairs of
 * agencies
 * @param seed of the training
 * @param quickAtMost up to so many changed subjects are placed at once, more wait for the full run
 * @param quiet the full run begins when nothing has changed for so long
 * @param patience and at the latest when a change has waited for so long
 * @param rest but not before so many times the last full run's duration have passed since, where the quick step has
 *     placed all that changed: it reads the whole place, which may be large, for what may be little
 * @param duplicatesHeldBy agencies that say that they hold some persons more than once
 */
@ConfigurationProperties("totalplace.linkage")
public record LinkageSettings(
        @DefaultValue("2000") int trainAt,
        @DefaultValue("500") int trainOutsideLargest,
        @DefaultValue("20251") long seed,
        @DefaultValue("2000") int quickAtMost,
        @DefaultValue("2s") Duration quiet,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("3") int rest,
        @DefaultValue Set<String> duplicatesHeldBy) {}
