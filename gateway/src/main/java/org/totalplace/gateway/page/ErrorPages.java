package org.totalplace.gateway.page;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.RequestedPage;
import org.totalplace.gateway.caller.SignInOver;
import org.totalplace.gateway.fallback.BackendAway;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/** Says in plain words what went wrong, as a page to browsers and as a problem detail to programs. */
@Component
public class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final ProblemWriter problems;

    private final RequestedPage requested;

    ErrorPages(Pages pages, ProblemWriter problems, RequestedPage requested) {
        this.pages = pages;
        this.problems = problems;
        this.requested = requested;
    }

    /** Ends the exchange with what the failure means to its reader. */
    public Mono<Void> show(ServerWebExchange exchange, Throwable failure) {
        Words words = pages.words(exchange);
        return switch (failure) {
            case Problem problem -> show(exchange, problem);
            case BackendAway away ->
                show(exchange, Problem.of(HttpStatus.SERVICE_UNAVAILABLE, away.code(), words.away(away)));
            case SignInOver over when !over.mayGoRound() && isReadAsPage(exchange) -> requested.afterSignIn(exchange);
            case SignInOver over ->
                show(exchange, Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-over", words.say("error.sign-in-over")));
            case org.springframework.web.ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                show(
                        exchange,
                        Problem.of(
                                HttpStatus.valueOf(known.getStatusCode().value()),
                                "bad-input",
                                words.say("error.unusable")));
            default -> {
                LOG.error("Unforeseen failure of a page, trace {}", TraceIds.of(exchange), failure);
                yield show(
                        exchange,
                        Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unforeseen", words.say("error.unforeseen")));
            }
        };
    }

    private Mono<Void> show(ServerWebExchange exchange, Problem problem) {
        if (!wantsPage(exchange)) {
            return problems.write(exchange, problem.status(), problem.code(), problem.detail());
        }
        // The page takes the place of whatever else was about to be sent.
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_DISPOSITION);
        String key = switch (problem.status()) {
            case NOT_FOUND -> "error.title.not-found";
            case FORBIDDEN -> "error.title.forbidden";
            case SERVICE_UNAVAILABLE -> "error.title.away";
            case INTERNAL_SERVER_ERROR -> "error.title.broken";
            default -> "error.title.other";
        };
        return pages.show(
                exchange,
                problem.status(),
                "error",
                Map.of(
                        "title",
                        pages.words(exchange).say(key),
                        "detail",
                        pages.words(exchange).problem(problem),
                        "traceId",
                        TraceIds.of(exchange)));
    }

    private static boolean isReadAsPage(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod()) && wantsPage(exchange);
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        boolean api = exchange.getRequest().getPath().value().startsWith("/api/");
        return !api
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(accepted -> accepted.isCompatibleWith(MediaType.TEXT_HTML));
    }
}
