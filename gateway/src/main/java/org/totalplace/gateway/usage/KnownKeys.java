package org.totalplace.gateway.usage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Public Ed25519 keys (RFC 8032) whose heads are believed. */
final class KnownKeys {

    static final String ED25519 = "Ed25519";

    private final Map<String, PublicKey> byId;

    private KnownKeys(Map<String, PublicKey> byId) {
        this.byId = byId;
    }

    /**
     * @param published X.509 in Base64
     * @throws IllegalArgumentException if one of them is no such key
     */
    static KnownKeys of(List<String> published) {
        Map<String, PublicKey> byId = new HashMap<>();
        try {
            KeyFactory keys = KeyFactory.getInstance(ED25519);
            for (String encoded : published) {
                PublicKey key = keys.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(encoded.strip())));
                byId.put(id(key), key);
            }
            return new KnownKeys(byId);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The keys of the usage record cannot be used", unusable);
        }
    }

    /** Whether one of the keys signed this head as it stands. */
    boolean signed(SignedHead head) {
        PublicKey key = byId.get(head.key());
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

    static String id(PublicKey key) {
        return Chained.sha256(key.getEncoded()).substring(0, 16);
    }
}
