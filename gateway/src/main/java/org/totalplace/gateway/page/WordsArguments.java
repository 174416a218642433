package org.totalplace.gateway.page;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import reactor.core.publisher.Mono;

/** Hands the words in the reader's language to the pages that make sentences. */
@Component
class WordsArguments implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    private final Messages messages;

    WordsArguments(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return Mono.just(new Words(messages, Language.of(exchange.getRequest())));
    }
}
