package org.totalplace.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What must stay secret and the same: made once a data folder, readable to its owner only.
 *
 * @param databasePassword of every database role
 * @param pseudonymKey hexadecimal, under which agencies' references become pseudonyms: another key, and the same
 *     person is no longer recognised
 * @param gatewaySecret by which the identity provider knows the gateway
 * @param guardKey by which the services know the gateway
 * @param metricsKey by which the services know who may read their metrics
 */
record Secrets(String databasePassword, String pseudonymKey, String gatewaySecret, String guardKey, String metricsKey) {

    private static final int PASSWORD_BYTES = 16;
    private static final int PSEUDONYM_KEY_BYTES = 32;

    static Secrets in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Secrets(
                    kept(folder.resolve("database-password"), PASSWORD_BYTES),
                    kept(folder.resolve("pseudonym-key"), PSEUDONYM_KEY_BYTES),
                    kept(folder.resolve("gateway-secret"), PASSWORD_BYTES),
                    kept(folder.resolve("guard-key"), PASSWORD_BYTES),
                    kept(folder.resolve("metrics-key"), PASSWORD_BYTES));
        } catch (IOException broken) {
            throw new LaunchFailure(("The secrets in %s cannot be read or written (%s):"
                            + " mend its rights, or choose another folder with --data DIR.")
                    .formatted(folder, broken.getMessage()));
        }
    }

    private static String kept(Path file, int bytes) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[bytes];
            new SecureRandom().nextBytes(secret);
            Path unfinished = Files.createTempFile(
                    file.getParent(),
                    "secret",
                    ".unfinished",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(secret));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
