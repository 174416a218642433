package org.totalplace.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.totalplace.contracts.Topics;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;

/** What folding by batches is worth, how fresh views are, and how soon a join or a split shows. */
final class OutcomesBenchmark implements Benchmark {

    private static final String NAME = "outcomes";
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OBSERVATIONS = "outcomes-observations";
    private static final int WARM = 50_000;
    private static final Duration ONE_BY_ONE = Duration.ofSeconds(10);
    private static final int FRESH_SECONDS = 20;
    private static final int A_TICK = 50;
    private static final int TICK_MILLIS = 10;
    private static final int MOVES = 100;

    private final int outcomes;
    private final int persons;

    OutcomesBenchmark(int outcomes, int persons) {
        this.outcomes = outcomes;
        this.persons = persons;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "How many outcomes a second go into the views, against polling, single upserts and Kafka Streams?";
    }

    @Override
    public List<Figure> run() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                        "outcomes-service", "outcomes", Map.of("TOTALPLACE_PSEUDONYM_KEY", KEY), "-Xmx1g");
                OutcomeTables tables = new OutcomeTables(service.database());
                MadeOutcomes made = new MadeOutcomes(persons)) {
            made.linkAll();
            tables.awaitRead("outcomes-identity-links", made.subjects());
            made.observe(WARM, "warm");
            tables.awaitRead(OBSERVATIONS, WARM);
            tables.awaitTold();
            tables.analyze();
            List<Figure> figures = new ArrayList<>(rates(tables, made));
            figures.add(fresh(tables, made));
            figures.addAll(moved(tables, made));
            figures.add(Figure.alone(NAME, "views that differ from a rebuild", differing(service), "views"));
            return figures;
        }
    }

    private List<Figure> rates(OutcomeTables tables, MadeOutcomes made) throws Exception {
        tables.hold();
        made.observe(outcomes, "measured");
        long begun = System.nanoTime();
        tables.release();
        tables.awaitRead(OBSERVATIONS, WARM + outcomes);
        double folded = outcomes * 1e9 / (System.nanoTime() - begun);
        // What is told of the views would slow the others down.
        tables.awaitTold();
        double told = outcomes * 1e9 / (System.nanoTime() - begun);
        double polled = polled(WARM + outcomes);
        double single = tables.oneByOne(made, ONE_BY_ONE);
        double streams = StreamsPeer.rate(WARM + outcomes);
        return List.of(
                Figure.alone(NAME, "outcomes folded and their views told", told, "outcomes/s"),
                Figure.alone(NAME, "outcomes polled", polled, "outcomes/s"),
                Figure.alone(NAME, "one outcome a transaction", single, "outcomes/s"),
                Figure.alone(NAME, "Kafka Streams to a topic", streams, "outcomes/s"),
                Figure.against(NAME, "outcomes folded", folded, "outcomes/s", "raw poll", polled),
                Figure.against(NAME, "outcomes folded", folded, "outcomes/s", "one upsert a transaction", single),
                Figure.against(NAME, "outcomes folded", folded, "outcomes/s", "Kafka Streams", streams));
    }

    /** As the service's consumers poll, and nothing more. */
    private static double polled(long records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                RealServers.kafka().bootstrapServers(),
                "max.poll.records",
                20_000,
                "fetch.max.bytes",
                16 * 1024 * 1024,
                "max.partition.fetch.bytes",
                4 * 1024 * 1024);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.OBSERVATIONS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long begun = System.nanoTime();
            long read = 0;
            while (read < records) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
            return read * 1e9 / (System.nanoTime() - begun);
        }
    }

    /** From the broker's acknowledgement until the view has it, of one outcome in fifty. */
    private static Figure fresh(OutcomeTables tables, MadeOutcomes made) throws Exception {
        Map<String, Long> accepted = new ConcurrentHashMap<>();
        List<Long> waits = new ArrayList<>();
        int ticks = FRESH_SECONDS * 1_000 / TICK_MILLIS;
        long begun = System.nanoTime();
        for (int tick = 0; tick < ticks || !accepted.isEmpty(); tick++) {
            if (tick < ticks) {
                String marked = "fresh" + tick;
                for (int i = 1; i < A_TICK; i++) {
                    made.observe(marked + "-" + i, (metadata, failure) -> {});
                }
                made.observe(marked, (metadata, failure) -> accepted.put(marked, System.nanoTime()));
            }
            for (String seen : tables.seen(List.copyOf(accepted.keySet()))) {
                Long since = accepted.remove(seen);
                waits.add(System.nanoTime() - (since == null ? System.nanoTime() : since));
            }
            long due = begun + (tick + 1L) * TICK_MILLIS * 1_000_000;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
        return Figure.alone(NAME, "accepted to visible at 5000 a second, p95", percentile(waits), "s");
    }

    /** One subject of a person goes to another, and back. */
    private List<Figure> moved(OutcomeTables tables, MadeOutcomes made) throws Exception {
        List<Long> joins = new ArrayList<>();
        List<Long> splits = new ArrayList<>();
        for (int move = 0; move < MOVES; move++) {
            int person = move * (persons / MOVES);
            int subject = person * MadeOutcomes.AGENCIES;
            int other = (person + 1) % persons;
            joins.add(moved(tables, made, subject, other, 2));
            splits.add(moved(tables, made, subject, person, 3));
        }
        String views = " of " + persons + " persons, both views right, p95";
        return List.of(
                Figure.alone(NAME, "joined" + views, percentile(joins), "s"),
                Figure.alone(NAME, "split" + views, percentile(splits), "s"));
    }

    private static long moved(OutcomeTables tables, MadeOutcomes made, int subject, int person, long version)
            throws Exception {
        long begun = System.nanoTime();
        made.link(subject, person, version);
        made.flush();
        tables.awaitPerson(subject, person);
        return System.nanoTime() - begun;
    }

    /** The service's own comparison of every view with what the facts give. */
    private static double differing(ServiceProcess service) throws Exception {
        HttpRequest compare = HttpRequest.newBuilder(URI.create(service.root() + "/api/v1/outcomes/parity"))
                .header("Authorization", "Bearer " + TokenIssuer.shared().role("steward"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = service.http().send(compare, HttpResponse.BodyHandlers.ofString());
        String healed = answer.body().replaceAll(".*\"healed\":(\\d+).*", "$1");
        return Double.parseDouble(healed);
    }

    private static double percentile(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length * 95 / 100] / 1e9;
    }
}
