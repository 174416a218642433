package org.totalplace.local.servers;

import org.totalplace.local.postgres.Database;
import org.totalplace.local.postgres.Databases;

/**
 * The real PostgreSQL and Kafka of integration tests: started when first asked for, once a JVM, gone when it ends.
 *
 * <p>Where a Docker engine answers they run in containers, elsewhere embedded. The environment variable
 * {@code TOTALPLACE_TEST_SERVERS} ({@code docker} or {@code embedded}) decides instead.
 */
public final class RealServers {

    private RealServers() {}

    /** The database server of this JVM's tests. */
    public static Postgres postgres() {
        return Postgres.THIS_JVM;
    }

    /** The broker of this JVM's tests. */
    public static Kafka kafka() {
        return Kafka.THIS_JVM;
    }

    /** What happens while a server is away. */
    @FunctionalInterface
    public interface Meanwhile {
        void happens() throws Exception;
    }

    /** A running PostgreSQL. */
    public static final class Postgres {

        private static final Postgres THIS_JVM = new Postgres(Switch.chosen().postgres());

        private final Running<Databases> server;

        private Postgres(Running<Databases> server) {
            this.server = server;
        }

        public String host() {
            return server.at().host();
        }

        public int port() {
            return server.at().port();
        }

        /** An empty database of this name with its roles; one of the same name is dropped first. */
        public Database freshDatabase(String name) {
            return server.at().createFresh(name);
        }

        /** Takes the server away from everybody for as long as this takes; it comes back with its data. */
        public void whileAway(Meanwhile meanwhile) throws Exception {
            server.whileAway(meanwhile);
        }
    }

    /** A running Kafka broker; topics are not made by themselves. */
    public static final class Kafka {

        private static final Kafka THIS_JVM = new Kafka(Switch.chosen().kafka());

        private final Running<String> server;

        private Kafka(Running<String> server) {
            this.server = server;
        }

        public String bootstrapServers() {
            return server.at();
        }

        /** Takes the broker away from everybody for as long as this takes; it comes back with its data. */
        public void whileAway(Meanwhile meanwhile) throws Exception {
            server.whileAway(meanwhile);
        }
    }
}
