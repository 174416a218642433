package org.totalplace.spend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;

/** The service on a real PostgreSQL and a real Kafka, once for all tests of the module. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningSpendService {

    protected static final Database DATABASE = RealServers.postgres().freshDatabase("spend");

    /** Where tests may serve files from. */
    protected static final int AGENCY_PORT = FreePorts.any();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("TOTALPLACE_DB_HOST", DATABASE::host);
        registry.add("TOTALPLACE_DB_PORT", DATABASE::port);
        registry.add("TOTALPLACE_DB_PASSWORD", DATABASE::password);
        registry.add("TOTALPLACE_KAFKA", () -> RealServers.kafka().bootstrapServers());
        registry.add("TOTALPLACE_ISSUER", () -> TokenIssuer.shared().url());
        registry.add("TOTALPLACE_DATA", () -> folder().toString());
        registry.add("totalplace.deflators.file", RunningSpendService::deflators);
        registry.add("totalplace.deflators.source", () -> "A made-up series");
        registry.add("totalplace.pull.first-wait", () -> "200ms");
        registry.add("TOTALPLACE_PULL_ALLOWED", () -> "localhost:" + AGENCY_PORT);
    }

    private static String deflators() {
        try {
            return Files.writeString(
                            folder().resolve("deflators.csv"),
                            "year,index,status\n2009-10,80,outturn\n2021-22,100,provisional\n2023-24,110,provisional\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("spend-deliveries");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected int port() {
        return port;
    }

    protected SpendDoor door() {
        return new SpendDoor(port);
    }
}
