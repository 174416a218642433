package org.totalplace.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.local.process.FreePorts;

class KafkaServerIntegrationTests {

    @TempDir
    Path folder;

    @Test
    void keeps_its_topics_when_it_is_killed_and_started_on_other_ports() throws Exception {
        KafkaServer first = start();
        try (Admin admin = admin(first)) {
            admin.createTopics(List.of(new NewTopic("letters", 2, (short) 1)))
                    .all()
                    .get();
        }
        ProcessHandle process = ProcessHandle.of(first.process().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        try (KafkaServer second = start();
                Admin admin = admin(second)) {
            Set<String> topics = admin.listTopics().names().get();

            assertThat(topics).contains("letters");
        }
    }

    private KafkaServer start() {
        return KafkaServer.start(new KafkaSettings(FreePorts.any(), FreePorts.any(), folder, List.of()));
    }

    private static Admin admin(KafkaServer server) {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()));
    }
}
