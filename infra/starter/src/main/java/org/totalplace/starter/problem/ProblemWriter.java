package org.totalplace.starter.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem detail where no endpoint was reached: in security and gateway filters. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Ends the exchange with the problem. */
    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        return write(exchange, status, ProblemDetails.of(status, code, detail, exchange));
    }

    /** Ends the exchange with a refusal and what was wrong with the input. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ProblemDetail body = ProblemDetails.of(problem.status(), problem.code(), problem.detail(), exchange);
        if (!problem.errors().isEmpty()) {
            body.setProperty("errors", problem.errors());
        }
        return write(exchange, problem.status(), body);
    }

    private Mono<Void> write(ServerWebExchange exchange, HttpStatus status, ProblemDetail body) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().remove("Content-Length");
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(flat(body)))));
    }

    /** The body's own properties beside the standard ones, as RFC 9457 wants them. */
    private static java.util.Map<String, Object> flat(ProblemDetail body) {
        var members = new java.util.LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        for (String name : List.of("title", "status", "detail", "instance")) {
            Object value = switch (name) {
                case "title" -> body.getTitle();
                case "status" -> body.getStatus();
                case "detail" -> body.getDetail();
                default -> body.getInstance();
            };
            if (value != null) {
                members.put(name, value);
            }
        }
        if (body.getProperties() != null) {
            members.putAll(body.getProperties());
        }
        return members;
    }
}
