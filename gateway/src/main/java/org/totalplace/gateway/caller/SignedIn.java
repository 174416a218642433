package org.totalplace.gateway.caller;

import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.starter.security.Caller;

/**
 * Somebody who signed in to the pages.
 *
 * @param token their access token, with which the services are asked in their name
 */
public record SignedIn(Jwt token) {

    public Caller caller() {
        return Caller.of(token);
    }
}
