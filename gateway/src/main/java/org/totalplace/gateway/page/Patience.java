package org.totalplace.gateway.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a page waits for a service.
 *
 * @param answer for an answer, or for the beginning of a long one
 * @param next for the next part of an answer that has begun
 * @param file for a file to be taken: a large one over a slow line takes minutes
 */
@ConfigurationProperties("totalplace.patience")
record Patience(Duration answer, Duration next, Duration file) {}
