package org.totalplace.gateway.usage;

import java.time.Instant;

/**
 * That the chain had so many records at a time, the last with this hash, vouched for by the gateway's key.
 *
 * @param key which key signed
 * @param signature Ed25519 over {@link #text}, Base64
 */
record SignedHead(long seq, String hash, Instant at, String key, String signature) {

    /** What is signed. */
    static String text(long seq, String hash, Instant at, String key) {
        return "usage head\nseq=" + seq + "\nhash=" + hash + "\nat=" + Chained.time(at) + "\nkey=" + key + "\n";
    }

    String text() {
        return text(seq, hash, at, key);
    }
}
