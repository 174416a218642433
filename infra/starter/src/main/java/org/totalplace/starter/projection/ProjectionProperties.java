package org.totalplace.starter.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections read.
 *
 * @param batch records in one transaction at most
 * @param consumers consumer threads a projection
 */
@ConfigurationProperties("totalplace.projection")
public record ProjectionProperties(
        @DefaultValue("20000") int batch, @DefaultValue("1") int consumers) {}
