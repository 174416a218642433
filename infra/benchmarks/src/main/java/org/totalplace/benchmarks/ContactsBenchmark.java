package org.totalplace.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.value.SubjectKey;

/** What batch projection of contacts is worth: the running service against one record a transaction. */
final class ContactsBenchmark implements Benchmark {

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final long ONE_BY_ONE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final LocalDateTime YEAR = LocalDateTime.of(2024, 4, 1, 9, 0);
    private static final int SERVICES = 40;
    private static final int WARM = 20_000;
    private static final String FOLDED = "select count(*) from contact where agency = 'agency'";

    /** 1 once nothing is left to be costed and told. */
    private static final String QUIET = """
            select case when exists (select from costing_due) or exists (select from touched_subject)
                          or exists (select from touched_person) then 0 else 1 end
            """;

    /** What the projection does to the tables, for one contact of the table's own kind. */
    private static final String UPSERT = """
            with written as (
                insert into contact as held (version, started, units, kind, year, deleted, agency, record_id, subjects, delivery)
                select ?, ?::timestamp, 1000, k.id, 2024, false, 'peer', ?, array[?::uuid], ?::uuid
                  from contact_kind k where k.agency = 'agency' and k.service = ? and k.type = 'visit'
                    on conflict (agency, record_id) do update
                   set version = excluded.version, started = excluded.started, kind = excluded.kind, subjects = excluded.subjects
                 where held.version < excluded.version
                returning new.id, new.subjects
            ), come as (
                insert into participant (subject, contact) select unnest(subjects), id from written on conflict do nothing
            ), touched as (
                insert into touched_subject (subject) select unnest(subjects) from written
            )
            insert into costing_due (agency, service, year) select 'peer', ?, 2024 from written
            """;

    private final int contacts;

    ContactsBenchmark(int contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public String question() {
        return "How many contacts a second go from the log into the journey tables, against one upsert a transaction?";
    }

    @Override
    public List<Figure> run() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                        "citizen-journey-service", "journey", Map.of("TOTALPLACE_PSEUDONYM_KEY", KEY), "-Xmx1g");
                Connection tables = open(service.database())) {
            send(WARM, "warm");
            await(tables, FOLDED, WARM);
            awaitQuiet(tables);
            double single = oneByOne(tables);
            awaitQuiet(tables);
            long begun = System.nanoTime();
            send(contacts, "measured");
            await(tables, FOLDED, WARM + contacts);
            double batches = contacts * 1e9 / (System.nanoTime() - begun);
            return List.of(
                    Figure.alone("contacts", "one contact a transaction", single, "contacts/s"),
                    Figure.against(
                            "contacts",
                            "contacts sent, logged and folded",
                            batches,
                            "contacts/s",
                            "one upsert a transaction",
                            single));
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
    }

    private static void send(int many, String batch) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                RealServers.kafka().bootstrapServers(),
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "compression.type",
                "lz4");
        Random random = new Random(42);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < many; i++) {
                ContactEvent contact = contact(batch + i, random);
                byte[] key = new SubjectKey(contact.getSubjects().getFirst()).bytes();
                producer.send(new ProducerRecord<>(Topics.CONTACTS.name(), key, Topics.CONTACTS.encode(contact)));
            }
        }
    }

    private static ContactEvent contact(String record, Random random) {
        return ContactEvent.newBuilder()
                .setAgency("agency")
                .setRecordId(record)
                .setVersion(1)
                .setSubjects(List.of(subject(random)))
                .setService("S" + random.nextInt(SERVICES))
                .setType("visit")
                .setStart(YEAR.plusHours(random.nextInt(8_700)))
                .setUnits(1_000)
                .setDelivery(new UUID(0, 1))
                .build();
    }

    private static UUID subject(Random random) {
        return new UUID(random.nextInt(100_000), 0);
    }

    private static void awaitQuiet(Connection tables) throws Exception {
        await(tables, QUIET, 1);
    }

    private static void await(Connection tables, String question, long expected) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (var select = tables.prepareStatement(question)) {
            while (System.nanoTime() < until) {
                try (var row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) >= expected) {
                        return;
                    }
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("Within " + PATIENCE + " this did not come to " + expected + ": " + question);
    }

    private static double oneByOne(Connection tables) throws SQLException {
        Random random = new Random(43);
        long begun = System.nanoTime();
        int done = 0;
        try (PreparedStatement upsert = tables.prepareStatement(UPSERT)) {
            while (System.nanoTime() - begun < ONE_BY_ONE_NANOS) {
                String service = "S" + random.nextInt(SERVICES);
                upsert.setLong(1, 1);
                upsert.setObject(2, YEAR.plusHours(random.nextInt(8_700)));
                upsert.setString(3, "one" + done);
                upsert.setObject(4, subject(random));
                upsert.setObject(5, new UUID(0, 1));
                upsert.setString(6, service);
                upsert.setString(7, service);
                upsert.executeUpdate();
                done++;
            }
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }
}
