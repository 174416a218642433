package org.totalplace.gateway.usage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The gateway's Ed25519 key (RFC 8032), and those that it had before. */
final class SigningKey {

    static final int SEED_BYTES = 32;

    private static final String ED25519 = "Ed25519";

    private final KeyPair pair;
    private final String id;
    private final Map<String, PublicKey> known = new HashMap<>();

    private SigningKey(KeyPair pair) {
        this.pair = pair;
        this.id = id(pair.getPublic());
        this.known.put(id, pair.getPublic());
    }

    /**
     * @param seed the private key, 32 bytes as hexadecimal digits
     * @param earlier public keys whose heads are still believed, X.509 in Base64
     */
    static SigningKey of(String seed, List<String> earlier) {
        byte[] bytes = seed(seed);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
            generator.initialize(NamedParameterSpec.ED25519, new Given(bytes));
            SigningKey key = new SigningKey(generator.generateKeyPair());
            KeyFactory keys = KeyFactory.getInstance(ED25519);
            for (String encoded : earlier) {
                PublicKey old = keys.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
                key.known.put(id(old), old);
            }
            return key;
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
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(pair.getPrivate());
            signature.update(SignedHead.text(seq, hash, at, id).getBytes(StandardCharsets.UTF_8));
            return new SignedHead(seq, hash, at, id, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether one of the keys signed this head as it stands. */
    boolean signed(SignedHead head) {
        PublicKey key = known.get(head.key());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(key);
            signature.update(head.text().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static byte[] seed(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal.strip());
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException("The usage record's signing key is 64 hexadecimal digits, not "
                    + hexadecimal.strip().length() + ": make one with 'openssl rand -hex 32'.");
        }
        return bytes;
    }

    private static String id(PublicKey key) {
        return Chained.sha256(key.getEncoded()).substring(0, 16);
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
