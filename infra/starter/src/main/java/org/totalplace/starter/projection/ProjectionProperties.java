package org.totalplace.starter.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections read.
 *
 * @param batch records in one transaction at most
 * @param consumers consumer threads a projection
 * @param patience after so long without a word from a consumer the database ends its transaction
 */
@ConfigurationProperties("totalplace.projection")
public record ProjectionProperties(
        @DefaultValue("20000") int batch,
        @DefaultValue("1") int consumers,
        @DefaultValue("30s") Duration patience) {}
