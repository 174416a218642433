package org.totalplace.starter.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The offsets of one projection, in the database that it writes to. */
final class ProjectionOffsets {

    private static final String READ =
            "select partition, next_offset from projection_offset where projection = ? and topic = ?";

    private static final String CLAIM = """
            insert into projection_offset (projection, topic, partition, next_offset) values (?, ?, ?, 0)
            on conflict do nothing
            """;

    private static final String LOCK = """
            select next_offset from projection_offset
            where projection = ? and topic = ? and partition = ? for update
            """;

    private static final String STORE =
            "update projection_offset set next_offset = ? where projection = ? and topic = ? and partition = ?";

    private final String projection;

    ProjectionOffsets(String projection) {
        this.projection = projection;
    }

    /** Where each partition of the topic goes on; partitions never read are absent. */
    Map<TopicPartition, Long> read(Connection connection, String topic) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, projection);
            read.setString(2, topic);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    offsets.put(new TopicPartition(topic, rows.getInt(1)), rows.getLong(2));
                }
            }
        }
        return offsets;
    }

    /**
     * Locks the partitions until the transaction ends, in order of their number, and says where each goes on. A
     * consumer that was thought dead waits here, and then finds that its records are already done.
     */
    Map<TopicPartition, Long> lock(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        var inOrder = partitions.stream()
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
        for (TopicPartition partition : inOrder) {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                bind(claim, 1, partition);
                claim.executeUpdate();
            }
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                bind(lock, 1, partition);
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    offsets.put(partition, row.getLong(1));
                }
            }
        }
        return offsets;
    }

    void store(Connection connection, Map<TopicPartition, Long> next) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            for (var entry : next.entrySet()) {
                store.setLong(1, entry.getValue());
                bind(store, 2, entry.getKey());
                store.addBatch();
            }
            store.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, int from, TopicPartition partition) throws SQLException {
        statement.setString(from, projection);
        statement.setString(from + 1, partition.topic());
        statement.setInt(from + 2, partition.partition());
    }
}
