package org.totalplace.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.Pseudonyms;

/**
 * The service on real servers, started once for all integration tests that extend this: two at a time would share
 * consumer groups and take each other's events. So tests use agencies and references of their own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningJourneyService {

    protected static final String PSEUDONYM_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    protected static final Pseudonyms PSEUDONYMS = Pseudonyms.ofHex(PSEUDONYM_KEY);
    protected static final Database DATABASE = RealServers.postgres().freshDatabase("journey");

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("TOTALPLACE_DB_HOST", DATABASE::host);
        registry.add("TOTALPLACE_DB_PORT", DATABASE::port);
        registry.add("TOTALPLACE_DB_PASSWORD", DATABASE::password);
        registry.add("TOTALPLACE_KAFKA", () -> RealServers.kafka().bootstrapServers());
        registry.add("TOTALPLACE_ISSUER", () -> TokenIssuer.shared().url());
        registry.add("TOTALPLACE_PSEUDONYM_KEY", () -> PSEUDONYM_KEY);
        registry.add("TOTALPLACE_DATA", RunningJourneyService::folder);
        registry.add("totalplace.deflators.file", RunningJourneyService::deflators);
        registry.add("totalplace.deflators.source", () -> "A made-up series, first edition");
    }

    private static String deflators() {
        try {
            Path file = Files.createTempFile(Path.of("target"), "deflators", ".csv");
            return Files.writeString(file, "year,index,status\n2020-21,80,outturn\n2024-25,100,provisional\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "journey").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
