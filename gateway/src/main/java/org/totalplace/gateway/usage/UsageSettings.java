package org.totalplace.gateway.usage;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the usage record is vouched for.
 *
 * @param signingKey Ed25519 private key, 64 hexadecimal digits; when empty, one is made and kept in the data folder
 * @param earlierKeys public keys of before, X.509 in Base64
 * @param headEvery how often the chain's end is signed
 */
@ConfigurationProperties("totalplace.usage")
record UsageSettings(
        @DefaultValue("") String signingKey,
        @DefaultValue List<String> earlierKeys,
        @DefaultValue("60s") Duration headEvery) {}
