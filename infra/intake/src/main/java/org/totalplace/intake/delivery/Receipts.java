package org.totalplace.intake.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs what an agency is told when its delivery is published (Ed25519, RFC 8032). The statement is one line of text
 * that names the delivery, its bytes and its figures; who keeps it can prove what was taken. The key is kept in the
 * service's data folder.
 */
final class Receipts {

    private static final String ALGORITHM = "Ed25519";
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final KeyPair keys;

    Receipts(Path data) {
        try {
            Files.createDirectories(data);
            this.keys = keptKeys(data.resolve("receipt-key"));
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt key in " + data + " cannot be read or written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The receipt key in " + data + " is damaged", e);
        }
    }

    Map<String, Object> sign(Delivery delivery, Accounts accounts, Instant publishedAt) {
        String statement = "total-place-receipt/1 delivery=" + delivery.id() + " feed="
                + delivery.feed().code() + " sha256=" + delivery.sha256() + " rows=" + accounts.accepted() + " total="
                + accounts.acceptedAmount() + " published=" + publishedAt;
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("publishedAt", publishedAt.toString());
        receipt.put("statement", statement);
        receipt.put("signature", signed(statement));
        receipt.put("publicKey", publicKey());
        return receipt;
    }

    /** The public half, as the base64 of its X.509 form; what is between the lines of a PEM file. */
    String publicKey() {
        return BASE64.encodeToString(keys.getPublic().getEncoded());
    }

    private String signed(String statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(statement.getBytes(StandardCharsets.UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A receipt could not be signed", e);
        }
    }

    private static KeyPair keptKeys(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            byte[] secret = Base64.getDecoder().decode(lines.get(0));
            byte[] open = Base64.getDecoder().decode(lines.get(1));
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(open)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        }
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                List.of(
                        BASE64.encodeToString(made.getPrivate().getEncoded()),
                        BASE64.encodeToString(made.getPublic().getEncoded())));
        return made;
    }
}
