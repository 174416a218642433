package org.totalplace.gateway.caller;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the gateway is known to the identity provider.
 *
 * @param clientId its client id
 * @param clientSecret its secret
 */
@ConfigurationProperties("totalplace.sign-in")
record SignInSettings(String clientId, String clientSecret) {}
