package org.totalplace.local.servers;

import org.totalplace.local.postgres.Databases;

/** A way of running the two servers until this JVM ends. */
sealed interface Servers permits EmbeddedServers, ContainerServers {

    /** Starts PostgreSQL. */
    Running<Databases> postgres();

    /** Starts Kafka, at its bootstrap servers. */
    Running<String> kafka();
}
