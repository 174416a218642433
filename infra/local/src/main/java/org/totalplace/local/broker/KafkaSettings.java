package org.totalplace.local.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * How one Kafka broker is to run.
 *
 * @param port for clients, on the loopback interface
 * @param controllerPort for its own controller, on the loopback interface
 * @param folder of this broker: its data, kept between runs, its configuration, log and pid file
 * @param jvmOptions more options of its JVM, for example an AOT cache
 */
public record KafkaSettings(int port, int controllerPort, Path folder, List<String> jvmOptions) {

    public KafkaSettings {
        folder = folder.toAbsolutePath();
        jvmOptions = List.copyOf(jvmOptions);
    }
}
