package org.totalplace.gateway.sequence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long, and how much, is remembered of what callers were told.
 *
 * @param kept after so long a group counts as never told
 * @param most groups of one caller; who was told of more is told of no other until some are forgotten
 */
@ConfigurationProperties("totalplace.sequence")
record SequenceSettings(
        @DefaultValue("90d") Duration kept,
        @DefaultValue("100000") long most) {

    SequenceSettings {
        if (kept.toDays() < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "totalplace.sequence.kept is a day or more, and most 1 or more; not " + kept + " and " + most);
        }
    }
}
