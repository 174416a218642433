package org.totalplace.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.local.postgres.Database;

class RealServersIntegrationTests {

    @Nested
    class AFreshDatabase {

        private final Database database = RealServers.postgres().freshDatabase("fresh");

        @Test
        void lets_the_service_read_and_write_rows_of_the_owners_tables() throws SQLException {
            ownerRuns("create table letter (id bigint generated always as identity, text varchar)");

            appRuns("insert into letter (text) values ('dear')");
            appRuns("update letter set text = 'Dear'");
            appRuns("delete from letter");
        }

        @Test
        void lets_the_service_use_temporary_tables_for_bulk_loads() throws SQLException {
            appRuns("create temporary table arriving (row text) on commit drop");
        }

        @Test
        void does_not_let_the_service_make_tables() {
            assertThatThrownBy(() -> appRuns("create table mine (id bigint)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }

        @Test
        void does_not_let_the_service_drop_tables() throws SQLException {
            ownerRuns("create table kept (id bigint)");

            assertThatThrownBy(() -> appRuns("drop table kept")).hasMessageContaining("must be owner");
        }

        @Test
        void is_closed_to_the_roles_of_another_database() {
            Database other = RealServers.postgres().freshDatabase("other");

            assertThatThrownBy(() -> connect(database, other.appRole()).close())
                    .hasMessageContaining("permission denied");
        }

        @Test
        void lets_the_owner_make_the_extensions_that_matching_needs() throws SQLException {
            ownerRuns("create extension pg_trgm");
            ownerRuns("create extension fuzzystrmatch");
        }

        private void ownerRuns(String sql) throws SQLException {
            run(database.ownerRole(), sql);
        }

        private void appRuns(String sql) throws SQLException {
            run(database.appRole(), sql);
        }

        private void run(String role, String sql) throws SQLException {
            try (Connection connection = connect(database, role);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private static Connection connect(Database database, String role) throws SQLException {
            return DriverManager.getConnection(database.jdbcUrl(), role, database.password());
        }
    }

    @Nested
    class TheBroker {

        private final Map<String, Object> connection =
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers());

        @Test
        void gives_back_what_a_transaction_wrote() throws Exception {
            topic("letters");
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    with("transactional.id", "writer"), new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("letters", "key", "dear"));
                producer.commitTransaction();
            }

            assertThat(read("letters")).containsExactly("dear");
        }

        @Test
        void makes_no_topic_that_nobody_made() throws Exception {
            try (Admin admin = Admin.create(connection)) {
                assertThat(admin.listTopics().names().get()).doesNotContain("misspelt");
            }
        }

        private void topic(String name) throws Exception {
            try (Admin admin = Admin.create(connection)) {
                admin.createTopics(List.of(new NewTopic(name, 3, (short) 1)))
                        .all()
                        .get();
            }
        }

        private List<String> read(String topic) {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                    with("group.id", "reader", "auto.offset.reset", "earliest", "isolation.level", "read_committed"),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                consumer.subscribe(List.of(topic));
                List<String> values = List.of();
                for (int attempt = 0; attempt < 40 && values.isEmpty(); attempt++) {
                    values = values(consumer);
                }
                return values;
            }
        }

        private static List<String> values(KafkaConsumer<String, String> consumer) {
            return java.util.stream.StreamSupport.stream(
                            consumer.poll(Duration.ofMillis(500)).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .toList();
        }

        private Map<String, Object> with(String... more) {
            Map<String, Object> all = new java.util.HashMap<>(connection);
            for (int index = 0; index < more.length; index += 2) {
                all.put(more[index], more[index + 1]);
            }
            return all;
        }
    }
}
