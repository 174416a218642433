package org.totalplace.starter.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.SubjectKey;

class BatchFoldIntegrationTests {

    private static final Database DATABASE = RealServers.postgres().freshDatabase("starter_fold");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeadLetters letters = mock(DeadLetters.class);

    @BeforeAll
    static void migrate() throws Exception {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password())
                .locations("classpath:db/starter")
                .load()
                .migrate();
        try (Connection owner =
                DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password())) {
            owner.createStatement()
                    .execute("create table folded (projection text, subject uuid, primary key (projection, subject))");
            owner.createStatement().execute("grant all on folded to " + DATABASE.appRole());
        }
    }

    @Test
    void sets_records_aside_that_the_code_stumbles_over_within_three_tries_and_takes_all_others() {
        onDatabase(database -> {
            Folding projection = new Folding("poisoned");
            List<ConsumerRecord<byte[], byte[]>> batch = IntStream.range(0, 400)
                    .mapToObj(i -> record("poisoned", i, i == 7 || i == 250 ? new byte[] {1, 2, 3} : key(i)))
                    .toList();

            fold(projection, database, PATIENCE).fold(batch);

            verify(letters).send(batch.get(7), "poisoned", projection.stumbled);
            verify(letters, times(2)).send(any(), any(), any(Exception.class));
            assertThat(folded(database, "poisoned")).isEqualTo(398);
            assertThat(projection.tries.values()).allMatch(tries -> tries <= 3);
        });
    }

    @Test
    void sets_nothing_aside_and_tries_all_again_when_something_else_than_a_record_is_at_fault() {
        onDatabase(database -> {
            Folding projection = new Folding("away");
            projection.away = new IllegalStateException("Timeout on blocking read");
            List<ConsumerRecord<byte[], byte[]>> batch = List.of(record("away", 0, key(1)), record("away", 1, key(2)));
            BatchFold<IdentityLink> fold = fold(projection, database, PATIENCE);

            assertThatThrownBy(() -> fold.fold(batch)).isSameAs(projection.away);
            verifyNoInteractions(letters);
            assertThat(fold.storedOffsets()).isEmpty();
            projection.away = null;
            fold.fold(batch);

            assertThat(folded(database, "away")).isEqualTo(2);
        });
    }

    @Test
    void goes_on_for_a_successor_while_a_consumer_is_frozen_in_the_middle_of_its_transaction() {
        onDatabase(database -> {
            CountDownLatch thawed = new CountDownLatch(1);
            Folding frozen = new Folding("frozen");
            frozen.until = thawed;
            List<ConsumerRecord<byte[], byte[]>> batch =
                    List.of(record("frozen", 0, key(1)), record("frozen", 1, key(2)));
            var stopped = new FutureTask<>(() -> {
                fold(frozen, database, Duration.ofMillis(300)).fold(batch);
                return "done";
            });
            Thread.ofVirtual().start(stopped);
            assertThat(frozen.begun.await(20, TimeUnit.SECONDS)).isTrue();

            BatchFold<IdentityLink> successor = fold(new Folding("frozen"), database, PATIENCE);
            successor.fold(batch);

            assertThat(folded(database, "frozen")).isEqualTo(2);
            thawed.countDown();
            assertThatThrownBy(stopped::get).hasMessageContaining("connection");
            assertThat(successor.storedOffsets())
                    .containsEntry(new TopicPartition(Topics.IDENTITY_LINKS.name(), 0), 2L);
        });
    }

    private BatchFold<IdentityLink> fold(Folding projection, BulkDatabase database, Duration patience) {
        return new BatchFold<>(projection, database, letters, patience);
    }

    private interface OnDatabase {
        void with(BulkDatabase database) throws Exception;
    }

    private static void onDatabase(OnDatabase work) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(BulkConfiguration.class))
                .withPropertyValues(
                        "totalplace.bulk.url=" + DATABASE.jdbcUrl(),
                        "totalplace.bulk.username=" + DATABASE.appRole(),
                        "totalplace.bulk.password=" + DATABASE.password())
                .run(context -> work.with(context.getBean(BulkDatabase.class)));
    }

    private static ConsumerRecord<byte[], byte[]> record(String agency, int offset, byte[] key) {
        IdentityLink link = new IdentityLink(new UUID(0, offset), agency, new UUID(1, offset), 1L, false);
        return new ConsumerRecord<>(Topics.IDENTITY_LINKS.name(), 0, offset, key, Topics.IDENTITY_LINKS.encode(link));
    }

    private static byte[] key(int number) {
        return new SubjectKey(new UUID(0, number)).bytes();
    }

    private static long folded(BulkDatabase database, String projection) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement count =
                    connection.prepareStatement("select count(*) from folded where projection = ?")) {
                count.setString(1, projection);
                try (var row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Writes down the keys, stumbles over those that are none, and counts how often it is given each. */
    private static final class Folding implements Projection<IdentityLink> {

        private final String name;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final Map<UUID, Integer> tries = new HashMap<>();
        private final IllegalArgumentException stumbled = new IllegalArgumentException("A key of 3 bytes");
        private CountDownLatch until = new CountDownLatch(0);
        private @Nullable RuntimeException away;

        Folding(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Topic<IdentityLink> topic() {
            return Topics.IDENTITY_LINKS;
        }

        @Override
        public void apply(Connection connection, List<Event<IdentityLink>> batch) throws Exception {
            if (away != null) {
                throw away;
            }
            begun.countDown();
            assertThat(until.await(20, TimeUnit.SECONDS)).isTrue();
            try (PreparedStatement insert = connection.prepareStatement("insert into folded values (?, ?)")) {
                for (Event<IdentityLink> event : batch) {
                    IdentityLink link = event.value();
                    assertThat(link).isNotNull();
                    tries.merge(link.getSubject(), 1, Integer::sum);
                    if (event.key().length != 16) {
                        throw stumbled;
                    }
                    insert.setString(1, name);
                    insert.setObject(2, SubjectKey.of(event.key()).value());
                    insert.executeUpdate();
                }
            }
        }
    }
}
