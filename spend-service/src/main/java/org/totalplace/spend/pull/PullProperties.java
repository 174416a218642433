package org.totalplace.spend.pull;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be pulled from, and how patiently.
 *
 * @param allowed hosts with ports, for example {@code localhost:8090}, that are fetched from although they are not
 * public
 * @param firstWait before a pull that failed is tried again; twice as long each time after that
 */
@ConfigurationProperties("totalplace.pull")
record PullProperties(
        @DefaultValue Set<String> allowed,
        @DefaultValue("1m") Duration firstWait) {

    PullProperties {
        allowed = Set.copyOf(allowed);
    }
}
