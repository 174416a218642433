package org.totalplace.starter.security;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Hands the {@link Caller}, and the {@link Purpose} they stated, to endpoints that ask for them. */
public final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Purpose.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(JwtAuthenticationToken.class)
                .map(token -> Caller.of(token.getToken()))
                .switchIfEmpty(Mono.error(
                        () -> Problem.forbidden("token-required", "This answers only to a token of the partnership.")))
                .map(caller -> parameter.getParameterType() == Caller.class
                        ? caller
                        : Purpose.stated(exchange.getRequest().getHeaders().getFirst(Purpose.HEADER), caller));
    }
}
