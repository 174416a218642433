package org.totalplace.gateway.page;

import java.util.HashMap;
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
import org.totalplace.gateway.language.ChosenLanguage;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.language.OnlyEnglish;
import reactor.core.publisher.Mono;

/** Shows a page within the frame that all pages share. */
@Component
public class Pages {

    private final ViewResolver views;
    private final Sessions sessions;
    private final Messages messages;
    private final OnlyEnglish onlyEnglish;

    Pages(ViewResolver thymeleafReactiveViewResolver, Sessions sessions, Messages messages, OnlyEnglish onlyEnglish) {
        this.views = thymeleafReactiveViewResolver;
        this.sessions = sessions;
        this.messages = messages;
        this.onlyEnglish = onlyEnglish;
    }

    /** The words in the reader's language. */
    public Words words(ServerWebExchange exchange) {
        return new Words(messages, Language.of(exchange.getRequest()));
    }

    /**
     * Shows a template.
     *
     * @param values what it shows; all pages also get {@code words}, {@code menu}, {@code csrf} and where the other
     *     language is
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
        // A visitor's browser is given a token to keep with a form only, which has mistakes.
        boolean asks = values.containsKey("mistakes");
        return person.zipWhen(somebody -> somebody.isPresent() || asks ? csrf : Mono.just(Optional.<String>empty()))
                .flatMap(both -> {
                    Map<String, @Nullable Object> model = new HashMap<>(values);
                    Words words = speaking(exchange, template, model);
                    both.getT1()
                            .ifPresent(
                                    signedIn -> model.put("menu", Menu.of(signedIn.caller(), path(exchange), words)));
                    both.getT2().ifPresent(token -> model.put("csrf", token));
                    return render(exchange, status, template, model, words);
                });
    }

    /** A page that is in English only says so in the reader's language, and is marked as English. */
    private Words speaking(ServerWebExchange exchange, String template, Map<String, @Nullable Object> model) {
        Words asked = words(exchange);
        Language other = asked.language().other();
        boolean english = asked.welsh() && onlyEnglish.has(template);
        Words words = english ? new Words(messages, Language.ENGLISH) : asked;
        model.put("words", words);
        model.put("otherLanguage", other);
        model.put("elsewhere", ChosenLanguage.address(exchange.getRequest(), other));
        model.put("onlyEnglish", english ? asked.say("page.only-english") : null);
        return words;
    }

    private Mono<Void> render(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            Map<String, @Nullable Object> model,
            Words words) {
        exchange.getResponse().setStatusCode(status);
        ChosenLanguage.keep(exchange);
        return views.resolveViewName(template, words.language().locale())
                .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }
}
