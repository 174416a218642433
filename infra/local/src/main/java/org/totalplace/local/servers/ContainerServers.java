package org.totalplace.local.servers;

import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.totalplace.local.postgres.Databases;

/** The servers in containers; Testcontainers removes them when the JVM ends. */
record ContainerServers() implements Servers {

    private static final String PASSWORD = "totalplace";

    @Override
    @SuppressWarnings("resource") // Lives as long as the JVM.
    public Running<Databases> postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        image("TOTALPLACE_POSTGRES_IMAGE", "postgres:18").asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword(PASSWORD)
                // Durable, as the embedded server is; the container's own command turns fsync off.
                .withCommand("postgres", "-c", "shared_buffers=64MB", "-c", "max_wal_size=1GB");
        container.start();
        return pausing(
                container, new Databases(container.getHost(), container.getMappedPort(5432), "postgres", PASSWORD));
    }

    @Override
    @SuppressWarnings("resource") // Lives as long as the JVM.
    public Running<String> kafka() {
        KafkaContainer container = new KafkaContainer(
                        image("TOTALPLACE_KAFKA_IMAGE", "apache/kafka:4.2.1").asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return pausing(container, container.getBootstrapServers());
    }

    /** A container that is stopped would come back at another port; one that is paused answers nobody. */
    private static <T> Running<T> pausing(GenericContainer<?> container, T at) {
        return new Running<>(
                at,
                () -> container
                        .getDockerClient()
                        .pauseContainerCmd(container.getContainerId())
                        .exec(),
                () -> container
                        .getDockerClient()
                        .unpauseContainerCmd(container.getContainerId())
                        .exec());
    }

    private static DockerImageName image(String variable, String usual) {
        return DockerImageName.parse(Objects.requireNonNullElse(System.getenv(variable), usual));
    }
}
