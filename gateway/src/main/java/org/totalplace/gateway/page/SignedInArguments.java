package org.totalplace.gateway.page;

import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.Sessions;
import org.totalplace.gateway.caller.SignedIn;
import reactor.core.publisher.Mono;

/** Hands whoever signed in to the pages that ask for them. */
@Component
class SignedInArguments implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    private final Sessions sessions;

    SignedInArguments(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return sessions.of(exchange)
                .switchIfEmpty(Mono.error(() -> new AccessDeniedException("Nobody is signed in")))
                .cast(Object.class);
    }
}
