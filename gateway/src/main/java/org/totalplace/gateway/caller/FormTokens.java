package org.totalplace.gateway.caller;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.WebSessionServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * By which a form shows that it came from a page of ours: kept in the session of whoever signed in, by the browser of
 * anybody else.
 */
final class FormTokens implements ServerCsrfTokenRepository {

    private static final LeftWithBrowser OF_A_VISITOR = new LeftWithBrowser("FORM", Duration.ZERO);
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final WebSessionServerCsrfTokenRepository ofTheSession = new WebSessionServerCsrfTokenRepository();

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return ofTheSession.generateToken(exchange);
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Sessions.isOpen(exchange)
                .flatMap(open -> open
                        ? ofTheSession.saveToken(exchange, token)
                        : Mono.fromRunnable(() -> leave(exchange, token)));
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return Sessions.isOpen(exchange)
                .flatMap(open -> open
                        ? ofTheSession.loadToken(exchange)
                        : Mono.justOrEmpty(OF_A_VISITOR
                                .shown(exchange)
                                .filter(TOKEN.asMatchPredicate())
                                .map(value -> new DefaultCsrfToken(HEADER, FIELD, value))));
    }

    private static void leave(ServerWebExchange exchange, @Nullable CsrfToken token) {
        if (token == null) {
            OF_A_VISITOR.takeBack(exchange);
        } else {
            OF_A_VISITOR.leave(exchange, token.getToken());
        }
    }
}
