package org.totalplace.benchmarks;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.local.servers.RealServers;
import org.totalplace.value.SubjectKey;

/** Sends made observations and links of made persons, of each of whom several agencies know something. */
final class MadeOutcomes implements AutoCloseable {

    /** Subjects a person. */
    static final int AGENCIES = 4;

    static final String AGENCY = "agency";
    static final String MEASURE = "ons-happy";

    private static final LocalDateTime BEGIN = LocalDateTime.of(2023, 4, 1, 9, 0);
    private static final int DAYS = 700;
    private static final Callback UNNOTICED = (metadata, failure) -> {};

    private final int persons;
    private final Random random = new Random(42);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    RealServers.kafka().bootstrapServers(),
                    "linger.ms",
                    10,
                    "batch.size",
                    256 * 1024,
                    "compression.type",
                    "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    MadeOutcomes(int persons) {
        this.persons = persons;
    }

    static UUID subject(int number) {
        return new UUID(0x5B, number);
    }

    static UUID person(int number) {
        return new UUID(0x9E, number);
    }

    int subjects() {
        return persons * AGENCIES;
    }

    void link(int subject, int person, long version) {
        IdentityLink link = new IdentityLink(subject(subject), AGENCY, person(person), version, false);
        send(Topics.IDENTITY_LINKS, subject(subject), Topics.IDENTITY_LINKS.encode(link), UNNOTICED);
    }

    void linkAll() {
        for (int subject = 0; subject < subjects(); subject++) {
            link(subject, subject / AGENCIES, 1);
        }
        producer.flush();
    }

    /** One observation of anybody. */
    void observe(String record, Callback accepted) {
        ObservationEvent event = observation(record);
        send(Topics.OBSERVATIONS, event.getSubject(), Topics.OBSERVATIONS.encode(event), accepted);
    }

    void observe(int many, String records) {
        for (int i = 0; i < many; i++) {
            observe(records + i, UNNOTICED);
        }
        producer.flush();
    }

    ObservationEvent observation(String record) {
        return ObservationEvent.newBuilder()
                .setAgency(AGENCY)
                .setRecordId(record)
                .setVersion(1)
                .setSubject(subject(random.nextInt(subjects())))
                .setMeasure(MEASURE)
                .setValue(random.nextInt(11) * 1_000L)
                .setObservedAt(BEGIN.plusDays(random.nextInt(DAYS)))
                .setDelivery(new UUID(0, 1))
                .build();
    }

    void flush() {
        producer.flush();
    }

    private void send(Topic<?> topic, UUID key, byte[] event, Callback accepted) {
        producer.send(new ProducerRecord<>(topic.name(), new SubjectKey(key).bytes(), event), accepted);
    }

    @Override
    public void close() {
        producer.close();
    }
}
