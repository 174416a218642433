package org.totalplace.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.local.process.Folders;
import org.totalplace.local.servers.RealServers;

/**
 * The same views by Kafka Streams: the latest state of each subject's records, joined with its person, gathered by
 * person, to a topic. Exactly once, as the service's views are; it writes no tables, so that it does less.
 */
final class StreamsPeer {

    private static final String OUT = "benchmark.views";
    private static final int PARTITIONS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** Of one record in a state: the hash of its id, its version, its value and its day. */
    private static final int WIDTH = 4 * Long.BYTES;

    private final AtomicLong gathered = new AtomicLong();
    private final CountDownLatch all = new CountDownLatch(1);
    private final long records;

    private StreamsPeer(long records) {
        this.records = records;
    }

    /** Records a second from the beginning of the log to its end, of so many. */
    static double rate(long records) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(OUT, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        return new StreamsPeer(records).run();
    }

    private double run() throws Exception {
        Path folder = Files.createTempDirectory("total-place-streams");
        try (KafkaStreams streams = new KafkaStreams(topology().build(), settings(folder))) {
            long begun = System.nanoTime();
            streams.start();
            if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(gathered + " of " + records + " within " + PATIENCE);
            }
            // What is cached goes out and is committed.
            streams.close(Duration.ofMinutes(1));
            return records * 1e9 / (System.nanoTime() - begun);
        } finally {
            delete(folder);
        }
    }

    private StreamsBuilder topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KTable<byte[], byte[]> persons = builder.<byte[], byte[]>stream(Topics.IDENTITY_LINKS.name())
                .mapValues(StreamsPeer::person)
                .toTable(Materialized.as("links"));
        KTable<byte[], byte[]> subjects = builder.<byte[], byte[]>stream(Topics.OBSERVATIONS.name())
                .groupByKey()
                .aggregate(
                        () -> new byte[0],
                        (subject, event, state) -> counted(event, state),
                        Materialized.as("subjects"));
        subjects.join(persons, StreamsPeer::ofPerson)
                .groupBy((subject, state) ->
                        KeyValue.pair(Arrays.copyOf(state, 16), Arrays.copyOfRange(state, 16, state.length)))
                .aggregate(
                        () -> new byte[0],
                        (person, state, view) -> joined(state, view),
                        (person, state, view) -> without(state, view),
                        Materialized.<byte[], byte[], org.apache.kafka.streams.state.KeyValueStore<Bytes, byte[]>>as(
                                "views"))
                .toStream()
                .to(OUT, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder;
    }

    private static Properties settings(Path folder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "benchmark-views");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.kafka().bootstrapServers());
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L * 1024 * 1024);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    private byte[] counted(byte[] event, byte[] state) {
        if (gathered.incrementAndGet() >= records) {
            all.countDown();
        }
        try {
            return upserted(Topics.OBSERVATIONS.decode(event), state);
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static byte[] upserted(ObservationEvent event, byte[] state) {
        long id = event.getRecordId().hashCode();
        ByteBuffer held = ByteBuffer.wrap(state);
        for (int at = 0; at < state.length; at += WIDTH) {
            if (held.getLong(at) == id) {
                return held.getLong(at + Long.BYTES) < event.getVersion() ? put(event, id, state.clone(), at) : state;
            }
        }
        return put(event, id, Arrays.copyOf(state, state.length + WIDTH), state.length);
    }

    private static byte[] put(ObservationEvent event, long id, byte[] state, int at) {
        ByteBuffer.wrap(state)
                .putLong(at, id)
                .putLong(at + 8, event.getVersion())
                .putLong(at + 16, event.getValue())
                .putLong(at + 24, event.getObservedAt().toEpochSecond(ZoneOffset.UTC));
        return state;
    }

    private static byte[] person(byte[] link) {
        try {
            var person = Topics.IDENTITY_LINKS.decode(link).getPerson();
            return ByteBuffer.allocate(16)
                    .putLong(person.getMostSignificantBits())
                    .putLong(person.getLeastSignificantBits())
                    .array();
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static byte[] ofPerson(byte[] state, byte[] person) {
        byte[] both = Arrays.copyOf(person, person.length + state.length);
        System.arraycopy(state, 0, both, person.length, state.length);
        return both;
    }

    private static byte[] joined(byte[] state, byte[] view) {
        byte[] both = Arrays.copyOf(view, view.length + state.length);
        System.arraycopy(state, 0, both, view.length, state.length);
        return both;
    }

    private static byte[] without(byte[] state, byte[] view) {
        byte[] rest = new byte[view.length];
        int kept = 0;
        for (int at = 0; at < view.length; at += WIDTH) {
            if (!holds(state, ByteBuffer.wrap(view).getLong(at))) {
                System.arraycopy(view, at, rest, kept, WIDTH);
                kept += WIDTH;
            }
        }
        return Arrays.copyOf(rest, kept);
    }

    private static boolean holds(byte[] state, long id) {
        for (int at = 0; at < state.length; at += WIDTH) {
            if (ByteBuffer.wrap(state).getLong(at) == id) {
                return true;
            }
        }
        return false;
    }

    private static void delete(Path folder) throws IOException {
        Folders.delete(folder);
    }
}
