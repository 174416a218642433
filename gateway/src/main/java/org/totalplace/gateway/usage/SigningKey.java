package org.totalplace.gateway.usage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The gateway's Ed25519 key (RFC 8032), and those that it had before. */
final class SigningKey {

    static final int SEED_BYTES = 32;

    private final KeyPair pair;
    private final String id;
    private final KnownKeys known;

    private SigningKey(KeyPair pair, List<String> earlier) {
        this.pair = pair;
        this.id = KnownKeys.id(pair.getPublic());
        List<String> believed = new ArrayList<>(earlier);
        believed.add(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        this.known = KnownKeys.of(believed);
    }

    /**
     * @param seed the private key, 32 bytes as hexadecimal digits
     * @param earlier public keys whose heads are still believed, X.509 in Base64
     */
    static SigningKey of(String seed, List<String> earlier) {
        byte[] bytes = seed(seed);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KnownKeys.ED25519);
            generator.initialize(NamedParameterSpec.ED25519, new Given(bytes));
            return new SigningKey(generator.generateKeyPair(), earlier);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The keys of the usage record cannot be used", unusable);
        }
    }

    /** Which key signs now. */
    String id() {
        return id;
    }

    /** With which others check what it signed: X.509, Base64. */
    String published() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    SignedHead signed(long seq, String hash, Instant at) {
        try {
            Signature signature = Signature.getInstance(KnownKeys.ED25519);
            signature.initSign(pair.getPrivate());
            signature.update(SignedHead.text(seq, hash, at, id).getBytes(StandardCharsets.UTF_8));
            return new SignedHead(seq, hash, at, id, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether one of the keys signed this head as it stands. */
    boolean signed(SignedHead head) {
        return known.signed(head);
    }

    private static byte[] seed(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal.strip());
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException("The usage record's signing key is 64 hexadecimal digits, not "
                    + hexadecimal.strip().length() + ": make one with 'openssl rand -hex 32'.");
        }
        return bytes;
    }

    /** Java makes a private key only from what it believes to be chance: here it draws the configured seed. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
