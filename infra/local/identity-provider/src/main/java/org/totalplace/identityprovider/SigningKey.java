package org.totalplace.identityprovider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** The key that signs tokens: made once and kept, so that a restart does not sign everybody out. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /** The key of the folder, made if it is not there; a passing one if there is no folder. */
    static RSAKey in(@Nullable Path folder) {
        try {
            if (folder == null) {
                return generate();
            }
            Path file = folder.resolve("signing-key.json");
            if (!Files.exists(file)) {
                keep(generate(), file);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException | JOSEException | ParseException broken) {
            throw new IllegalStateException("The signing key cannot be made or read in " + folder, broken);
        }
    }

    private static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static void keep(RSAKey key, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "signing-key",
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
