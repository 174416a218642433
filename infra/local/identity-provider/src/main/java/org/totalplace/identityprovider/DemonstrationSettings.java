package org.totalplace.identityprovider;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration.
 *
 * @param data folder that keeps the signing key; without one the key is new at every start
 * @param gatewayPort where the gateway of this place listens, to which a browser comes back after signing in
 * @param password of every demonstration user and secret of every demonstration client but the gateway
 * @param gatewaySecret by which the gateway is known
 * @param citizenAgency the agency of the sample place to whose record the citizen's account is tied
 * @param citizenReference that agency's own reference of the citizen; blank for an account that is tied to none
 * @param beyondLoopback whether it may listen on an address that other machines reach, in spite of its known passwords
 */
@ConfigurationProperties("totalplace.identity")
record DemonstrationSettings(
        @Nullable Path data,
        @DefaultValue("8080") int gatewayPort,
        @DefaultValue("demo") String password,
        @DefaultValue("demo-gateway") String gatewaySecret,
        @DefaultValue("county") String citizenAgency,
        @DefaultValue("N1966414") String citizenReference,
        @DefaultValue("false") boolean beyondLoopback) {}
