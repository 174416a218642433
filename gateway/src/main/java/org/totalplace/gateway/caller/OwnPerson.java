package org.totalplace.gateway.caller;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.fallback.Breakers;
import org.totalplace.starter.observability.Trace;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.WhoseRecord;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Who a citizen is: asked of citizen-journey-service each time, in the citizen's name, because persons are joined and
 * parted. When it does not answer, nothing about anybody is shown to them.
 */
@Component
class OwnPerson implements WhoseRecord {

    private record Found(String personId) {}

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final WebClient web;
    private final Breakers breakers;

    OwnPerson(Services services, Breakers breakers) {
        this.breakers = breakers;
        HttpClient http = HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000);
        this.web = WebClient.builder()
                .baseUrl(services.of(Backend.JOURNEY).toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(Trace.passedOn())
                .build();
    }

    @Override
    public Mono<PersonId> person(Jwt token) {
        Mono<PersonId> asked = web.get()
                .uri("/api/v1/people/me")
                .headers(headers -> {
                    headers.setBearerAuth(token.getTokenValue());
                    headers.set(Purpose.HEADER, Purpose.SUBJECT_ACCESS.code());
                })
                .exchangeToMono(answer -> answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                        ? answer.releaseBody().then(Mono.<PersonId>empty())
                        : answer.statusCode().is2xxSuccessful()
                                ? answer.bodyToMono(Found.class).map(found -> PersonId.parse(found.personId()))
                                : answer.createError())
                .timeout(WITHIN);
        return breakers.guard(Backend.JOURNEY, false, asked);
    }
}
