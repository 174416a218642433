package org.totalplace.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration file of a small single broker, written anew at every start because ports may change. */
final class BrokerConfiguration {

    private BrokerConfiguration() {}

    static Path write(KafkaSettings settings) throws IOException {
        Files.createDirectories(settings.folder());
        return Files.writeString(settings.folder().resolve("server.properties"), of(settings));
    }

    private static String of(KafkaSettings settings) {
        // Topics are made by the services that own them, with partitions that they chose; a misspelt name fails.
        return """
                process.roles=broker,controller
                node.id=1
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                group.coordinator.threads=1
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(
                settings.port(), settings.controllerPort(), settings.folder().resolve("data"));
    }
}
