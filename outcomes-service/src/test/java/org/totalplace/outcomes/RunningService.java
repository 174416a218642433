package org.totalplace.outcomes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;
import org.totalplace.value.Pseudonyms;

/** The real servers that the service under test runs on. */
public final class RunningService {

    public static final String PSEUDONYM_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    public static final Pseudonyms PSEUDONYMS = Pseudonyms.ofHex(PSEUDONYM_KEY);
    public static final Database DATABASE = RealServers.postgres().freshDatabase("outcomes");

    private RunningService() {}

    public static void properties(DynamicPropertyRegistry registry) {
        registry.add("TOTALPLACE_DB_HOST", DATABASE::host);
        registry.add("TOTALPLACE_DB_PORT", DATABASE::port);
        registry.add("TOTALPLACE_DB_PASSWORD", DATABASE::password);
        registry.add("TOTALPLACE_KAFKA", () -> RealServers.kafka().bootstrapServers());
        registry.add("TOTALPLACE_ISSUER", () -> TokenIssuer.shared().url());
        registry.add("TOTALPLACE_PSEUDONYM_KEY", () -> PSEUDONYM_KEY);
        registry.add("TOTALPLACE_EVENT_FEEDS", () -> "direct-outcomes");
        registry.add("TOTALPLACE_DATA", RunningService::folder);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("outcomes").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
