package org.totalplace.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** @param upload the largest body that a request may carry */
@ConfigurationProperties("totalplace.limits")
record Limits(DataSize upload) {}
