package org.totalplace.gateway.usage;

import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Says under which ids a person was looked at: looks are kept by the id of their moment. */
public interface KnownIds {

    /**
     * Every id that the records of a person had.
     *
     * @param token of the reader, in whose name it is asked
     * @return an error that is the reader's answer, when that cannot be found out
     */
    Mono<List<BorneId>> of(Jwt token, Purpose purpose, PersonId person);
}
