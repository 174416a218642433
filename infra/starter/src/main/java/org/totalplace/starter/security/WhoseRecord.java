package org.totalplace.starter.security;

import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Finds out who a citizen is now. */
@FunctionalInterface
public interface WhoseRecord {

    /**
     * The person who has the record that the token's bearer is tied to ({@link OwnRecord}).
     *
     * @return empty when the account is tied to none, or nobody has it
     */
    Mono<PersonId> person(Jwt token);
}
