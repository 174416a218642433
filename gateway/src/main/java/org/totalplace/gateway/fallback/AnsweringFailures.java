package org.totalplace.gateway.fallback;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/** Turns what goes wrong on a route into a problem detail, as long as nothing of an answer has gone out. */
@Component
class AnsweringFailures implements GlobalFilter, Ordered {

    private static final String TRACE_ID = "X-Trace-Id";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemWriter problems;
    private final Messages messages;

    AnsweringFailures(ProblemWriter problems, Messages messages) {
        this.problems = problems;
        this.messages = messages;
    }

    /** Outside of the filters that write the answer, so that they let go of the service's connection first. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(Problem.class, problem -> answer(exchange, problem))
                .onErrorResume(BackendAway.class, away -> {
                    Problem told = Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE, away.code(), away.told(messages, Language.ENGLISH));
                    return answer(exchange, told);
                });
    }

    private Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        forgetTheServicesAnswer(response.getHeaders());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return problems.write(exchange, problem);
    }

    private static void forgetTheServicesAnswer(HttpHeaders headers) {
        String traceId = headers.getFirst(TRACE_ID);
        headers.clear();
        if (traceId != null) {
            headers.set(TRACE_ID, traceId);
        }
    }
}
