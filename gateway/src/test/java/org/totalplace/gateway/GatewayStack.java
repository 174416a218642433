package org.totalplace.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;

/** A running gateway: real database, stand-ins for everything behind it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class GatewayStack {

    public static final String SOMEBODY = "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";

    /** The address of a proxy whose word is taken. */
    protected static final String PROXY = "127.0.0.7";

    protected static final String GUARD_KEY = "a key between the gateway and the services";
    protected static final String METRICS_KEY = "a key of who watches the services";
    protected static final int MOST_GROUPS = 3_000;

    protected static final StandInIdentityProvider IDENTITY_PROVIDER = new StandInIdentityProvider();
    protected static final WireMockServer SPEND = service();
    protected static final WireMockServer JOURNEY = service();
    protected static final WireMockServer OUTCOMES = service();
    protected static final Database DATABASE = RealServers.postgres().freshDatabase("gateway");
    protected static final FaultyLine DATABASE_LINE = new FaultyLine(DATABASE.host(), DATABASE.port());

    private static final Path KEYS = folder();

    @LocalServerPort
    protected int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("TOTALPLACE_DB_HOST", () -> "localhost");
        registry.add("TOTALPLACE_DB_PORT", DATABASE_LINE::port);
        registry.add("TOTALPLACE_DB_PASSWORD", DATABASE::password);
        registry.add("TOTALPLACE_ISSUER", IDENTITY_PROVIDER::issuer);
        registry.add("TOTALPLACE_IDENTITY_KEYS", () -> StandInIdentityProvider.PLACE + "/certs");
        registry.add("TOTALPLACE_SIGN_IN_AUTHORIZE", () -> StandInIdentityProvider.PLACE + "/auth");
        registry.add(
                "TOTALPLACE_SIGN_IN_TOKEN",
                () -> IDENTITY_PROVIDER.issuer() + StandInIdentityProvider.PLACE + "/token");
        registry.add("TOTALPLACE_SIGN_IN_LOGOUT", () -> StandInIdentityProvider.PLACE + "/logout");
        registry.add("TOTALPLACE_IDENTITY_ROLES", () -> "realm_access.roles");
        registry.add("TOTALPLACE_METRICS_KEY", () -> METRICS_KEY);
        registry.add("totalplace.data", KEYS::toString);
        // Tests sign by themselves, when they want a head.
        registry.add("totalplace.usage.head-every", () -> "1h");
        List.of("PERSON", "READ", "WRITE", "UPLOAD", "ADDRESS", "STRANGER", "FOLLOWER")
                .forEach(group -> registry.add("TOTALPLACE_LIMIT_" + group, () -> 1_000_000));
        registry.add("totalplace.limits.callers.hasty.person.requests", () -> 2);
        registry.add("totalplace.limits.callers.hasty.person.every", () -> "1h");
        registry.add("totalplace.limits.callers[192.0.2.66].address.requests", () -> 2);
        registry.add("totalplace.limits.callers[192.0.2.66].address.every", () -> "1h");
        registry.add("totalplace.limits.callers[network 32.1.13.184.0.0.0.0].address.requests", () -> 2);
        registry.add("totalplace.limits.callers[network 32.1.13.184.0.0.0.0].address.every", () -> "1h");
        registry.add("totalplace.limits.callers[192.0.2.79].stranger.requests", () -> 2);
        registry.add("totalplace.limits.callers[192.0.2.79].stranger.every", () -> "1h");
        registry.add("totalplace.limits.callers[192.0.2.79].need.requests", () -> 2);
        registry.add("totalplace.limits.callers[192.0.2.79].need.every", () -> "1h");
        registry.add("totalplace.limits.callers[192.0.2.77].stranger.requests", () -> 2);
        registry.add("totalplace.limits.callers[192.0.2.77].stranger.every", () -> "1h");
        registry.add("TOTALPLACE_GUARD_KEY", () -> GUARD_KEY);
        registry.add("totalplace.sequence.most", () -> MOST_GROUPS);
        registry.add("totalplace.limits.body", () -> "64KB");
        // This machine's tests come from 127.0.0.1; the proxy is another.
        registry.add("totalplace.trusted-proxies", () -> PROXY + "/32");
        registry.add("TOTALPLACE_SPEND_URL", SPEND::baseUrl);
        registry.add("TOTALPLACE_JOURNEY_URL", JOURNEY::baseUrl);
        registry.add("TOTALPLACE_OUTCOMES_URL", OUTCOMES::baseUrl);
    }

    @BeforeEach
    void nothingHappenedYet() throws SQLException {
        List.of(SPEND, JOURNEY, OUTCOMES).forEach(WireMockServer::resetAll);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("truncate usage_record, usage_head");
            statement.execute("update usage_tip set seq = 0, hash = repeat('0', 64)");
        }
    }

    protected WebTestClient web() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** What the usage records say, oldest first. */
    protected static List<String> usage() throws SQLException {
        List<String> records = new ArrayList<>();
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select concat_ws(' ', coalesce(organisation, '-'), caller, role, purpose, what, person_id, success)
                        from usage_record order by id
                        """)) {
            while (rows.next()) {
                records.add(rows.getString(1));
            }
        }
        return records;
    }

    protected static String usageOf(String caller, String purpose, String what) {
        return "- " + caller + " " + caller + " " + purpose + " " + what + " " + UUID.fromString(SOMEBODY) + " t";
    }

    /** As the tables' owner, who may do what the gateway may not. */
    protected static Connection owner() throws SQLException {
        return DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.ownerRole(), DATABASE.password());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("gateway");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireMockServer service() {
        try (ServerSocket free = new ServerSocket(0)) {
            // A port of its own, so that it can be stopped and started again at the same address.
            WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                    .bindAddress("127.0.0.1")
                    .port(free.getLocalPort())
                    .extensions(new ToldNothing()));
            free.close();
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
