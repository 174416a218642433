package org.totalplace.starter.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;

/** Makes problem details that carry {@code code} and {@code traceId}. */
public final class ProblemDetails {

    private ProblemDetails() {}

    /** @param detail a plain sentence: what was given, what was expected, what to do */
    public static ProblemDetail of(HttpStatus status, String code, String detail, ServerWebExchange exchange) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setTitle(status.getReasonPhrase());
        body.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        body.setProperty("code", code);
        body.setProperty("traceId", TraceIds.of(exchange));
        return body;
    }
}
