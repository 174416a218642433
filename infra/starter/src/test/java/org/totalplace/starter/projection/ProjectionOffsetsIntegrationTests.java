package org.totalplace.starter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;

class ProjectionOffsetsIntegrationTests {

    private static final Database DATABASE = RealServers.postgres().freshDatabase("starter_offsets");
    private static final TopicPartition PARTITION = new TopicPartition("t", 3);

    private final ProjectionOffsets offsets = new ProjectionOffsets("p");

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password())
                .locations("classpath:db/starter")
                .load()
                .migrate();
    }

    @Test
    void are_kept_with_the_transaction_or_not_at_all() throws Exception {
        try (Connection connection = connection()) {
            offsets.lock(connection, List.of(PARTITION));
            offsets.store(connection, Map.of(PARTITION, 7L));
            connection.rollback();
        }
        try (Connection connection = connection()) {
            assertThat(offsets.lock(connection, List.of(PARTITION))).containsEntry(PARTITION, 0L);
            offsets.store(connection, Map.of(PARTITION, 9L));
            connection.commit();
        }
        try (Connection connection = connection()) {
            assertThat(offsets.read(connection, "t")).containsEntry(PARTITION, 9L);
        }
    }

    @Test
    void make_a_consumer_that_was_thought_dead_wait_and_then_see_what_its_successor_did() throws Exception {
        TopicPartition partition = new TopicPartition("t", 4);
        try (Connection successor = connection();
                Connection zombie = connection()) {
            offsets.lock(successor, List.of(partition));
            var waiting = new FutureTask<>(() -> offsets.lock(zombie, List.of(partition)));
            Thread.ofVirtual().start(waiting);
            Thread.sleep(200);
            assertThat(waiting.isDone()).isFalse();

            offsets.store(successor, Map.of(partition, 250L));
            successor.commit();

            assertThat(waiting.get()).containsEntry(partition, 250L);
        }
    }

    private static Connection connection() throws Exception {
        Connection connection =
                DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.appRole(), DATABASE.password());
        connection.setAutoCommit(false);
        return connection;
    }
}
