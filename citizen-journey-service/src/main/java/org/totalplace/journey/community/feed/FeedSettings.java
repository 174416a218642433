package org.totalplace.journey.community.feed;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How directories are fetched.
 *
 * @param allowed hosts with ports, for example {@code localhost:8090}, that are fetched from although they are not
 * public
 * @param every how long a directory rests before it is fetched again by itself
 */
@ConfigurationProperties("totalplace.directory.feeds")
record FeedSettings(
        @DefaultValue Set<String> allowed,
        @DefaultValue("24h") Duration every) {

    FeedSettings {
        allowed = Set.copyOf(allowed);
    }
}
