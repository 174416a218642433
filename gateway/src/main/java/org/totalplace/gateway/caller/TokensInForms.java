package org.totalplace.gateway.caller;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where a form carries its token. A form with a file carries it in the same body, which is then read before it is known
 * whether it may be sent: so it is looked for there only where files are handed in, by somebody who signed in.
 */
final class TokensInForms implements ServerCsrfTokenRequestHandler {

    private static final String FILES = "/feeds/";

    private final XorServerCsrfTokenRequestAttributeHandler inFields = new XorServerCsrfTokenRequestAttributeHandler();
    private final XorServerCsrfTokenRequestAttributeHandler besideFiles =
            new XorServerCsrfTokenRequestAttributeHandler();

    TokensInForms() {
        besideFiles.setTokenFromMultipartDataEnabled(true);
    }

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        inFields.handle(exchange, token);
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        return Sessions.isOpen(exchange)
                .map(open -> open && exchange.getRequest().getPath().value().startsWith(FILES))
                .flatMap(withFile -> (withFile ? besideFiles : inFields).resolveCsrfTokenValue(exchange, token));
    }
}
