package org.totalplace.gateway.caller;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Citizens see themselves and nobody else, in the API and on pages. */
@Configuration(proxyBeanMethods = false)
public class OwnData {

    private final OwnPerson own;

    OwnData(OwnPerson own) {
        this.own = own;
    }

    @Bean
    CitizensOwn citizensOwn(ProblemWriter problems) {
        return new CitizensOwn(own, problems);
    }

    /**
     * Lets everybody pass but citizens who ask about somebody else; for pages, which are outside of the API.
     *
     * @return {@link Problem} 403 {@code not-your-own}
     */
    public Mono<Void> require(Jwt token, PersonId person) {
        if (!CitizensOwn.isCitizen(Caller.of(token))) {
            return Mono.empty();
        }
        return own.person(token)
                .filter(person::equals)
                .switchIfEmpty(Mono.error(CitizensOwn::notYourOwn))
                .then();
    }
}
