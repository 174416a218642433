package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Everything that the running place has written down, searched for who its persons are. */
@Order(4)
class PrivacyAcceptanceTests {

    private static final List<String> DATABASES = List.of("spend", "journey", "outcomes", "gateway");

    /** Where names may stand: in the identity records, and in what services tell the public of where they are. */
    private static final Set<String> MAY_TELL =
            Set.of("journey.identity_record", "journey.directory_service", "journey.directory_place");

    @Test
    void who_the_persons_are_stands_in_the_identity_records_alone() throws Exception {
        RunningStack.sample();
        Telltales telltales = telltales();
        List<String> told = new ArrayList<>();
        long identities = 0;

        for (String database : DATABASES) {
            try (Connection connection = open(database)) {
                for (String table : tables(connection)) {
                    Set<String> found = found(connection, table, telltales);
                    if (table.equals("identity_record")) {
                        identities = found.size();
                    } else if (!found.isEmpty() && !MAY_TELL.contains(database + "." + table)) {
                        told.add("table " + database + "." + table + ": " + some(found));
                    }
                }
            }
        }

        assertThat(identities).as("what is found where it may stand").isGreaterThan(1_000);
        assertThat(told).isEmpty();
    }

    @Test
    void no_topic_and_no_log_tells_who_a_person_is() throws Exception {
        RunningStack.sample();
        Telltales telltales = telltales();
        List<String> told = new ArrayList<>();

        long records = searchTopics(telltales, told);
        searchLogs(telltales, told);

        assertThat(records).isGreaterThan(10_000);
        assertThat(told).isEmpty();
    }

    private static Telltales telltales() throws Exception {
        Telltales telltales = Telltales.of(RunningStack.now().data().resolve("sample/truth/persons.csv"));
        assertThat(telltales.known()).isGreaterThan(5_000);
        return telltales;
    }

    private static Connection open(String database) throws Exception {
        Path password = RunningStack.now().data().resolve("secrets").resolve("database-password");
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + RunningStack.postgresPort() + "/" + database,
                "postgres",
                Files.readString(password).strip());
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> tables(Connection connection) throws Exception {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind = 'r' order by 1
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static Set<String> found(Connection connection, String table, Telltales telltales) throws Exception {
        Set<String> found = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                while (rows.next()) {
                    found.addAll(telltales.in(rows.getString(1)));
                }
            }
        }
        return found;
    }

    private static long searchTopics(Telltales telltales, List<String> told) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + RunningStack.kafkaPort(), "isolation.level", "read_committed");
        long records = 0;
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    records++;
                    if (event.value() != null) {
                        Set<String> found = telltales.in(new String(event.value(), StandardCharsets.ISO_8859_1));
                        found.forEach(one -> told.add("topic " + event.topic() + ": " + one));
                    }
                }
            }
        }
        return records;
    }

    private static void searchLogs(Telltales telltales, List<String> told) throws Exception {
        try (Stream<Path> files = Files.walk(RunningStack.now().data())) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .filter(file -> !file.toString().contains("kafka"))
                    .toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                Set<String> found = telltales.in(Files.readString(log, StandardCharsets.ISO_8859_1));
                if (!found.isEmpty()) {
                    told.add("log " + log.getFileName() + ": " + some(found));
                }
            }
        }
    }

    private static List<String> some(Set<String> found) {
        return found.stream().limit(5).toList();
    }
}
