package org.totalplace.starter.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the blocking connections go.
 *
 * @param url JDBC address of the service's own database
 * @param username the run-time role, without DDL rights
 * @param connections at most so many at once
 */
@ConfigurationProperties("totalplace.bulk")
public record BulkProperties(
        String url,
        String username,
        String password,
        @DefaultValue("10") int connections) {}
