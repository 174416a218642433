package org.totalplace.intake.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the delivery API stands.
 *
 * @param path for example {@code /api/v1/spend}; feeds are below it
 * @param logFirst whether records of the service go to the log first, and to its database from there
 */
@ConfigurationProperties("totalplace.intake")
public record IntakeProperties(String path, boolean logFirst) {}
