package org.totalplace.gateway.caller;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.fallback.Breakers;
import org.totalplace.gateway.usage.BorneId;
import org.totalplace.gateway.usage.KnownIds;
import org.totalplace.starter.observability.Trace;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Under which ids a person was looked at: looks are kept by the id of their moment, and persons are joined and parted.
 * Asked of citizen-journey-service in the reader's name; when it does not answer, no list is shown that lacks some.
 */
@Component
class BorneIds implements KnownIds {

    private record Told(List<Id> ids) {

        record Id(
                String id,
                @Nullable Instant since,
                @Nullable Instant until) {}
    }

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final WebClient web;
    private final Breakers breakers;

    BorneIds(Services services, Breakers breakers) {
        this.breakers = breakers;
        HttpClient http = HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000);
        this.web = WebClient.builder()
                .baseUrl(services.of(Backend.JOURNEY).toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .filter(Trace.passedOn())
                .build();
    }

    /** Of nobody whom it knows now, as of somebody who was joined into another or erased, only the id that is asked. */
    @Override
    public Mono<List<BorneId>> of(Jwt token, Purpose purpose, PersonId person) {
        Mono<List<BorneId>> asked = web.get()
                .uri("/api/v1/people/{id}/ids", person.toString())
                .headers(headers -> {
                    headers.setBearerAuth(token.getTokenValue());
                    headers.set(Purpose.HEADER, purpose.code());
                })
                .exchangeToMono(answer -> ids(answer, person))
                .timeout(WITHIN);
        return breakers.guard(Backend.JOURNEY, false, asked)
                .onErrorMap(failure -> !(failure instanceof Problem), BorneIds::away);
    }

    private static Mono<List<BorneId>> ids(ClientResponse answer, PersonId person) {
        if (answer.statusCode().is2xxSuccessful()) {
            return answer.bodyToMono(Told.class)
                    .map(told -> told.ids().stream()
                            .map(id -> new BorneId(PersonId.parse(id.id()), id.since(), id.until()))
                            .toList());
        }
        return answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                        || answer.statusCode().is3xxRedirection()
                ? answer.releaseBody().thenReturn(List.of(BorneId.always(person)))
                : answer.createError();
    }

    private static Problem away(Throwable failure) {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ids-unknown",
                "Under which ids this person was looked at cannot be found out at the moment, and a list that lacks"
                        + " some is not shown. Try again in a minute.");
    }
}
