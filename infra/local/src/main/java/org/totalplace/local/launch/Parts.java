package org.totalplace.local.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.totalplace.local.agencies.AgencyEndpoints;
import org.totalplace.local.broker.KafkaServer;
import org.totalplace.local.broker.KafkaSettings;
import org.totalplace.local.postgres.PostgresServer;
import org.totalplace.local.postgres.PostgresSettings;
import org.totalplace.local.process.Command;
import org.totalplace.local.process.JavaProgram;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.ProcessFailure;

/** How each part of the stack is started. */
final class Parts {

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final int SHARED_BUFFERS_MB = 128;
    private static final int SERVICE_HEAP_MB = 256;
    private static final int IDENTITY_HEAP_MB = 96;
    private static final String DEMONSTRATION_RATE = "1000000";
    private static final List<String> DATABASES = List.of("spend", "journey", "outcomes", "gateway");

    private final StackSettings settings;
    private final DataFolder data;
    private final Ports ports;
    private final Secrets secrets;
    private final Readiness readiness = new Readiness();

    Parts(StackSettings settings, DataFolder data, Secrets secrets) {
        this.settings = settings;
        this.data = data;
        this.ports = settings.ports();
        this.secrets = secrets;
    }

    Part postgres() {
        return new Part("PostgreSQL", () -> {
            PostgresServer server = PostgresServer.start(new PostgresSettings(
                    ports.postgres(),
                    data.of("postgres"),
                    settings.project().binaries(),
                    secrets.databasePassword(),
                    SHARED_BUFFERS_MB));
            DATABASES.forEach(server.databases()::create);
            return server.process();
        });
    }

    Part kafka() {
        return new Part(
                "Kafka",
                () -> KafkaServer.start(new KafkaSettings(
                                ports.kafka(),
                                ports.kafkaController(),
                                data.of("kafka"),
                                JavaOptions.cache(settings.project().brokerCache(), settings.training())))
                        .process());
    }

    Part agencies() {
        List<String> words = JavaProgram.onOwnClassPath(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m"),
                AgencyEndpoints.class.getName(),
                String.valueOf(ports.agencies()),
                data.sample().toString());
        return new Part("agencies", () -> ready("agencies", words, Map.of(), ports.agencies(), "/health"));
    }

    /** Of those that are built: identity provider first, the gateway last. */
    Optional<Part> identityProvider() {
        return application("identity-provider", "infra/local/identity-provider", ports.identityProvider(), Map.of());
    }

    List<Part> services() {
        List<Part> parts = new ArrayList<>();
        application("spend-service", ports.spend()).ifPresent(parts::add);
        application("citizen-journey-service", ports.journey()).ifPresent(parts::add);
        application("outcomes-service", ports.outcomes()).ifPresent(parts::add);
        application("gateway", ports.gateway()).ifPresent(parts::add);
        return parts;
    }

    private Optional<Part> application(String name, int port) {
        return application(name, name, port, connections());
    }

    private Optional<Part> application(String name, String module, int port, Map<String, String> environment) {
        return settings.project().application(module).map(application -> {
            List<String> words = new ArrayList<>(List.of(JavaProgram.java()));
            int heap = name.equals("identity-provider") ? IDENTITY_HEAP_MB : SERVICE_HEAP_MB;
            words.addAll(JavaOptions.service(heap));
            words.addAll(JavaOptions.cache(application.cache(), settings.training()));
            words.addAll(List.of("-jar", application.jar().toString()));
            Map<String, String> all = new HashMap<>(environment);
            all.put("SERVER_PORT", String.valueOf(port));
            all.put("TOTALPLACE_ISSUER", "http://localhost:" + ports.identityProvider());
            all.put("TOTALPLACE_DATA", data.of(name).toString());
            // Of the broker's clients, warnings are enough.
            all.put("LOGGING_LEVEL_ORG_APACHE_KAFKA", "WARN");
            all.put("TOTALPLACE_GATEWAY_PORT", String.valueOf(ports.gateway()));
            all.put("TOTALPLACE_GATEWAY_SECRET", secrets.gatewaySecret());
            return new Part(
                    name, () -> ready(name, words, all, port, "/actuator/health/readiness", "/actuator/health"));
        });
    }

    private Map<String, String> connections() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TOTALPLACE_DB_HOST", "127.0.0.1");
        environment.put("TOTALPLACE_DB_PORT", String.valueOf(ports.postgres()));
        environment.put("TOTALPLACE_DB_PASSWORD", secrets.databasePassword());
        environment.put("TOTALPLACE_KAFKA", "127.0.0.1:" + ports.kafka());
        environment.put("TOTALPLACE_PSEUDONYM_KEY", secrets.pseudonymKey());
        environment.put("TOTALPLACE_GUARD_KEY", secrets.guardKey());
        environment.put("TOTALPLACE_METRICS_KEY", secrets.metricsKey());
        environment.put("TOTALPLACE_SPEND_URL", "http://127.0.0.1:" + ports.spend());
        environment.put("TOTALPLACE_JOURNEY_URL", "http://127.0.0.1:" + ports.journey());
        environment.put("TOTALPLACE_OUTCOMES_URL", "http://127.0.0.1:" + ports.outcomes());
        // A demonstration is measured and tried out by a few callers who are many people's worth.
        for (String group : List.of("PERSON", "READ", "WRITE", "UPLOAD", "ADDRESS", "STRANGER", "FOLLOWER")) {
            environment.put("TOTALPLACE_LIMIT_" + group, DEMONSTRATION_RATE);
        }
        environment.put("TOTALPLACE_STRANGERS_AN_HOUR", DEMONSTRATION_RATE);
        // The one address of this machine that feeds may be pulled from.
        environment.put("TOTALPLACE_PULL_ALLOWED", "localhost:" + ports.agencies());
        return environment;
    }

    private OwnedProcess ready(
            String name, List<String> words, Map<String, String> environment, int port, String... health) {
        OwnedProcess process = OwnedProcess.start(Command.of(name, words, environment, data.logs(), data.run()));
        List<String> addresses = new ArrayList<>();
        for (String path : health) {
            addresses.add("http://127.0.0.1:" + port + path);
        }
        if (!readiness.await(addresses, READY_WITHIN, process::isAlive)) {
            String answer = process.isAlive()
                    ? "%s answers %d.%n".formatted(addresses.getFirst(), readiness.status(addresses.getFirst()))
                    : "";
            String obituary = process.obituary();
            process.close();
            throw new ProcessFailure(answer + obituary);
        }
        return process;
    }
}
