package org.totalplace.spend.feed;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be pulled from.
 *
 * @param allowed hosts with ports, for example {@code localhost:8090}, that are fetched from although they are not
 * public
 */
@ConfigurationProperties("totalplace.pull")
record PullProperties(@DefaultValue Set<String> allowed) {

    PullProperties {
        allowed = Set.copyOf(allowed);
    }
}
