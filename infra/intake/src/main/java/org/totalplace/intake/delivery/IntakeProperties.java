package org.totalplace.intake.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the delivery API stands.
 *
 * @param path for example {@code /api/v1/spend}; feeds are below it
 */
@ConfigurationProperties("totalplace.intake")
public record IntakeProperties(String path) {}
