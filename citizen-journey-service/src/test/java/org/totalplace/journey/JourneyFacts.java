package org.totalplace.journey;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ServiceTotal;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;

/**
 * What others than the agencies say: the ledger's totals and which subject is which person; and what stands in the
 * tables then.
 */
public final class JourneyFacts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection tables;
    private final KafkaProducer<byte[], byte[]> producer;

    public JourneyFacts(Database database) throws SQLException {
        this.tables = DriverManager.getConnection(database.jdbcUrl(), database.appRole(), database.password());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The ledger's payments of a line in 2024-25. */
    public void ledger(String agency, String service, long pence, long version) throws Exception {
        String key = agency + "|" + service + "|2024|payment";
        ServiceTotal total = new ServiceTotal(agency, service, null, 2024, "payment", pence, 1L, version);
        producer.send(new ProducerRecord<>(
                        Topics.SERVICE_TOTALS.name(),
                        key.getBytes(StandardCharsets.UTF_8),
                        Topics.SERVICE_TOTALS.encode(total)))
                .get();
    }

    public <E extends SpecificRecord> void send(Topic<E> topic, byte[] key, E event) {
        producer.send(new ProducerRecord<>(topic.name(), key, topic.encode(event)));
    }

    public void flush() {
        producer.flush();
    }

    /** As linking does: the subject is held to be the person from now on, and both persons are touched. */
    public void link(UUID subject, String agency, UUID person) throws SQLException {
        tables.setAutoCommit(false);
        run("""
                insert into touched_person (person, touched_at)
                select person, ?
                  from (select person from person_subject where subject = ? union select ?) before_and_after (person)
                 order by person
                    on conflict (person) do update set touched_at = excluded.touched_at
                """, Timestamp.from(Instant.EPOCH), subject, person);
        run("""
                insert into person_subject (subject, agency, person, version, needs_attention) values (?, ?, ?, 1, false)
                    on conflict (subject) do update
                   set person = excluded.person, version = person_subject.version + 1
                """, subject, agency, person);
        tables.commit();
        tables.setAutoCommit(true);
    }

    /** As erasure does: the subject is nobody's. */
    public void unlink(UUID subject, UUID person) throws SQLException {
        tables.setAutoCommit(false);
        run("delete from person_subject where subject = ?", subject);
        run(
                "insert into touched_person (person, touched_at) values (?, ?)"
                        + " on conflict (person) do update set touched_at = excluded.touched_at",
                person,
                Timestamp.from(Instant.EPOCH));
        tables.commit();
        tables.setAutoCommit(true);
    }

    /** As a delivery of people does: the agency's record of the subject says which property it lives at. */
    public void livesAt(UUID subject, String agency, String uprn) throws SQLException {
        run(
                "insert into identity_record (subject, agency, uprn, updated_at, delivery, row)"
                        + " values (?, ?, ?, ?, 1, 1)"
                        + " on conflict (subject) do update set uprn = excluded.uprn",
                subject,
                agency,
                uprn,
                Timestamp.from(Instant.EPOCH));
    }

    /** As linking weighs two subjects. */
    public void likely(UUID one, UUID other, double probability, String verdict) throws SQLException {
        run(
                "insert into person_link (subject_a, subject_b, weight, probability, verdict, model, evidence, reason)"
                        + " values (least(?, ?), greatest(?, ?), 1, ?, ?, 'made-up', '{}', 'made up')",
                one,
                other,
                one,
                other,
                probability,
                verdict);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (var statement = tables.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    /** One statement, as time or an operator would change what stands there. */
    public void change(String sql) throws SQLException {
        run(sql);
    }

    /** Rows as text, in the query's order. */
    public List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = tables.createStatement();
                var row = statement.executeQuery("select r::text from (" + sql + ") r")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /** Waits until the query answers as expected; a query of one row and column. */
    public void await(String sql, String expected) throws Exception {
        Instant begun = Instant.now();
        List<String> rows = List.of();
        while (Duration.between(begun, Instant.now()).compareTo(PATIENCE) < 0) {
            rows = rows(sql);
            if (rows.equals(List.of("(" + expected + ")"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(sql + " did not become " + expected + " within " + PATIENCE + " but is " + rows);
    }

    /** Waits until nothing is left to be recomputed. */
    public void awaitQuiet() throws Exception {
        await("""
                select (select count(*) from costing_due) + (select count(*) from touched_subject)
                     + (select count(*) from touched_person) + (select count(*) from touched_kind)
                     + (select count(*) from outbox)
                """, "0");
    }

    /** Every committed record of a topic so far, in the order of each partition. */
    public static List<ConsumerRecord<byte[], byte[]>> committed(Topic<?> topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealServers.kafka().bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        tables.close();
    }
}
