package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.local.process.Command;
import org.totalplace.local.process.JavaProgram;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.servers.RealServers;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.RunningService;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * A consumer in a process of its own is stopped with records in its hands, for longer than the group waits, and goes on
 * when another has folded them and what came after.
 */
class StoppedConsumerIntegrationTests extends OnRunningService {

    private static final String GROUP = "outcomes-identity-links";
    private static final String AGENCY = "stopped";
    /** Enough that every partition has some. */
    private static final int SUBJECTS = 60;

    private static final String LINKED = "select count(*) from subject_person where agency = '" + AGENCY + "'";

    private static final String STATE = """
            select md5((select string_agg(s::text, ',' order by s.subject) from subject_person s)
                || (select string_agg(e::text, ',' order by e.subject) from erased_subject e)
                || (select string_agg(o::text, ',' order by o.projection, o.partition) from projection_offset o))
            """;

    @TempDir
    private Path folder = Path.of("");

    private final BulkDatabase database;

    @Autowired
    StoppedConsumerIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, BulkDatabase database) {
        super(kafka);
        this.database = database;
    }

    @Test
    void cannot_overwrite_what_its_successor_did() throws Exception {
        linkAll(1);
        eventually("all are linked", () -> linked() == SUBJECTS);
        try (OwnedProcess second = secondConsumer();
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()))) {
            eventually("both have partitions", () -> membersWithPartitions(admin) == 2);
            for (int i = 0; i < SUBJECTS; i++) {
                unlink(AGENCY, "T" + i);
            }
            eventually("the second has records in its hands", () -> said(second, SecondConsumer.POLLED));
            signal(second, "STOP");
            eventually("its successor has folded them", () -> linked() == 0);
            linkAll(2);
            eventually("and what came after", () -> linked() == SUBJECTS);
            String before = state();

            signal(second, "CONT");
            eventually("the second went on", () -> said(second, SecondConsumer.FOLDED));

            assertThat(linked()).isEqualTo(SUBJECTS);
            assertThat(state()).isEqualTo(before);
        }
    }

    private void linkAll(long version) throws Exception {
        for (int i = 0; i < SUBJECTS; i++) {
            link(AGENCY, "T" + i, new UUID(0x57_09, i), version);
        }
    }

    private OwnedProcess secondConsumer() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TOTALPLACE_BULK_URL", RunningService.DATABASE.jdbcUrl());
        environment.put("TOTALPLACE_BULK_USERNAME", RunningService.DATABASE.appRole());
        environment.put("TOTALPLACE_BULK_PASSWORD", RunningService.DATABASE.password());
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", RealServers.kafka().bootstrapServers());
        List<String> words = JavaProgram.onOwnClassPath(
                List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"), SecondConsumer.class.getName());
        return OwnedProcess.start(Command.of("second-consumer", words, environment, folder, folder));
    }

    private static long membersWithPartitions(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP)).describedGroups().values().iterator().next().get().members().stream()
                .map(MemberDescription::assignment)
                .filter(assignment -> !assignment.topicPartitions().isEmpty())
                .count();
    }

    private static boolean said(OwnedProcess process, String word) throws Exception {
        assertThat(process.isAlive()).as(process.obituary()).isTrue();
        return Files.readString(process.log()).lines().anyMatch(word::equals);
    }

    private static void signal(OwnedProcess process, String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private long linked() throws Exception {
        return Long.parseLong(one(LINKED));
    }

    private String state() throws Exception {
        return one(STATE);
    }

    private String one(String query) throws Exception {
        return database.inTransaction(connection -> {
            try (var row = connection.createStatement().executeQuery(query)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }
}
