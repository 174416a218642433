package org.totalplace.intake.health;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What a service that fetches files says of its pulls. */
public interface PullHealth {

    /**
     * @param feeds codes
     * @return by code; feeds that nothing is fetched for are left out
     */
    Mono<Map<String, FeedHealth.Pull>> of(Collection<String> feeds);
}
