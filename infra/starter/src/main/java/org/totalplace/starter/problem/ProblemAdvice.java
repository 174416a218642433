package org.totalplace.starter.problem;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import org.totalplace.starter.observability.TraceIds;
import reactor.core.publisher.Mono;

/**
 * Answers every failure of an endpoint as a problem detail; what nobody foresaw is logged and told without its inside.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, ServerWebExchange exchange) {
        ProblemDetail body = ProblemDetails.of(problem.status(), problem.code(), problem.detail(), exchange);
        if (!problem.errors().isEmpty()) {
            body.setProperty("errors", problem.errors());
        }
        return answer(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, ServerWebExchange exchange) {
        return answer(
                ProblemDetails.of(HttpStatus.FORBIDDEN, "role-not-allowed", "Your role may not do this.", exchange));
    }

    /** No connection came free in time, or the database is away: another moment may do. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(DataAccessResourceFailureException busy, ServerWebExchange exchange) {
        LOG.warn("The database gave no connection, trace {}: {}", TraceIds.of(exchange), busy.getMessage());
        ProblemDetail body = ProblemDetails.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "There are more questions at the moment than can be answered. Ask again in some seconds.",
                exchange);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(body);
    }

    /** Nobody is told, and nothing is written down, where the caller has hung up. */
    @ExceptionHandler
    Mono<ResponseEntity<ProblemDetail>> unforeseen(Exception failure, ServerWebExchange exchange) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure)
                ? Mono.empty()
                : Mono.just(told(failure, exchange));
    }

    private static ResponseEntity<ProblemDetail> told(Exception failure, ServerWebExchange exchange) {
        if (failure instanceof ErrorResponse known) {
            ProblemDetail body = known.getBody();
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String detail = body.getDetail() == null ? status.getReasonPhrase() : body.getDetail();
            ProblemDetail told = ProblemDetails.of(status, code(status), detail, exchange);
            List<FieldError> errors = InputErrors.of(failure);
            if (!errors.isEmpty()) {
                told.setProperty("errors", errors);
            }
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .body(told);
        }
        LOG.error("Unforeseen failure, trace {}", TraceIds.of(exchange), failure);
        return answer(ProblemDetails.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unforeseen",
                "Something went wrong on our side. Tell the partnership the trace id.",
                exchange));
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            default -> "bad-input";
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body(body);
    }
}
