package org.totalplace.gateway.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.Sessions;
import org.totalplace.gateway.caller.SignedIn;
import reactor.core.publisher.Mono;

/** Shows a page within the frame that all pages share. */
@Component
public class Pages {

    private final ViewResolver views;
    private final Sessions sessions;

    Pages(ViewResolver thymeleafReactiveViewResolver, Sessions sessions) {
        this.views = thymeleafReactiveViewResolver;
        this.sessions = sessions;
    }

    /**
     * Shows a template.
     *
     * @param values what it shows; all pages also get {@code menu}, {@code csrf} and {@code path}
     */
    public Mono<Void> show(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            Map<String, ? extends @Nullable Object> values) {
        Mono<Optional<SignedIn>> person =
                sessions.of(exchange).map(Optional::of).onErrorComplete().defaultIfEmpty(Optional.empty());
        Mono<Optional<String>> csrf = exchange.<Mono<CsrfToken>>getAttributeOrDefault(
                        CsrfToken.class.getName(), Mono.empty())
                .map(token -> Optional.of(token.getToken()))
                .defaultIfEmpty(Optional.empty());
        // A token takes a session, of which there are so many: visitors get one with a form only, which has mistakes.
        boolean asks = values.containsKey("mistakes");
        return person.zipWhen(somebody -> somebody.isPresent() || asks ? csrf : Mono.just(Optional.<String>empty()))
                .flatMap(both -> {
                    Map<String, @Nullable Object> model = new HashMap<>(values);
                    both.getT1().ifPresent(signedIn -> model.put("menu", Menu.of(signedIn.caller(), path(exchange))));
                    both.getT2().ifPresent(token -> model.put("csrf", token));
                    return render(exchange, status, template, model);
                });
    }

    private Mono<Void> render(
            ServerWebExchange exchange, HttpStatus status, String template, Map<String, @Nullable Object> model) {
        exchange.getResponse().setStatusCode(status);
        return views.resolveViewName(template, Locale.UK)
                .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }
}
