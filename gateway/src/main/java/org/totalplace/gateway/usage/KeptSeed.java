package org.totalplace.gateway.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A demonstration's private key: made at the first start and kept beside its data, readable to its owner only. */
final class KeptSeed {

    private KeptSeed() {}

    static String in(Path folder) {
        Path file = folder.resolve("usage-signing-key");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("The usage record's signing key cannot be kept in " + folder, broken);
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(
                folder,
                "key",
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, HexFormat.of().formatHex(seed));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
