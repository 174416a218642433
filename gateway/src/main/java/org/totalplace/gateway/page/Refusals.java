package org.totalplace.gateway.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Leads every failure of a page to {@link ErrorPages}. */
@Configuration(proxyBeanMethods = false)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    /** Scanned before the advice of the API, which would answer pages with problem details. */
    @ControllerAdvice(annotations = Controller.class, basePackageClasses = Refusals.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class OfPages {

        private final ErrorPages errors;

        OfPages(ErrorPages errors) {
            this.errors = errors;
        }

        @ExceptionHandler
        Mono<Void> failed(Exception failure, ServerWebExchange exchange) {
            return errors.show(exchange, failure);
        }
    }

    /** An address that nothing answers. */
    @Bean
    SimpleUrlHandlerMapping nowhere(ErrorPages errors) {
        WebHandler notFound =
                exchange -> errors.show(exchange, Problem.notFound("not-found", say(exchange, "error.not-found")));
        return new SimpleUrlHandlerMapping(java.util.Map.of("/**", notFound), Ordered.LOWEST_PRECEDENCE);
    }

    /** A form without this session's token, or a page that the role does not open. */
    @Bean
    ServerAccessDeniedHandler refusedPage(ErrorPages errors) {
        return (exchange, denied) ->
                errors.show(exchange, Problem.forbidden("refused", say(exchange, "error.form-out-of-date")));
    }

    /** The identity provider's answer is no good: a page, for another try by itself could go round for ever. */
    @Bean
    ServerAuthenticationFailureHandler signInFailedPage(ErrorPages errors) {
        return (exchange, failure) -> {
            LOG.warn("Nobody could be signed in, trace {}", TraceIds.of(exchange.getExchange()), failure);
            return errors.show(
                    exchange.getExchange(),
                    Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "sign-in-failed",
                            say(exchange.getExchange(), "error.sign-in-failed")));
        };
    }

    private String say(ServerWebExchange exchange, String key) {
        return pages.words(exchange).say(key);
    }
}
