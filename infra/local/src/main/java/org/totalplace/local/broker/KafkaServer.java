package org.totalplace.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.totalplace.local.process.Command;
import org.totalplace.local.process.JavaProgram;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.PlainRun;
import org.totalplace.local.process.ProcessFailure;
import org.totalplace.local.process.RunAs;

/**
 * A Kafka broker of our own in KRaft mode, in a JVM of its own on the loopback interface. Its data is kept; closing
 * stops the broker and leaves the data.
 */
public final class KafkaServer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final List<String> MEMORY = List.of("-Xms48m", "-Xmx192m", "-XX:+UseSerialGC");

    private final KafkaSettings settings;
    private final OwnedProcess process;

    private KafkaServer(KafkaSettings settings, OwnedProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the broker and waits until it serves.
     *
     * @throws ProcessFailure if it does not serve within a minute and a half, with the end of its log
     */
    public static KafkaServer start(KafkaSettings settings) {
        try {
            Path configuration = BrokerConfiguration.write(settings);
            if (!Files.exists(settings.folder().resolve("data").resolve("meta.properties"))) {
                format(configuration);
            }
            OwnedProcess process = OwnedProcess.start(command(settings, configuration));
            KafkaServer server = new KafkaServer(settings, process);
            new BrokerReadiness("127.0.0.1", settings.port()).await(process, READY_WITHIN);
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException("Kafka's folder " + settings.folder() + " cannot be written", broken);
        }
    }

    private static void format(Path configuration) {
        PlainRun.of(
                java(
                        List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        configuration.toString(),
                        "--standalone"),
                RunAs.THIS_USER);
    }

    private static Command command(KafkaSettings settings, Path configuration) {
        List<String> options = new ArrayList<>(MEMORY);
        options.addAll(settings.jvmOptions());
        return Command.of(
                "kafka",
                java(options, "kafka.Kafka", configuration.toString()),
                Map.of(),
                settings.folder(),
                settings.folder());
    }

    private static List<String> java(List<String> options, String... mainAndArguments) {
        List<String> all = new ArrayList<>(options);
        // By name: the test class path of a service holds a logging configuration of its own.
        all.add("-Dlogback.configurationFile=org/totalplace/local/broker/logback-kafka.xml");
        return JavaProgram.onOwnClassPath(all, mainAndArguments);
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /** The process, for whoever watches it. */
    public OwnedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
