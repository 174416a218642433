package org.totalplace.gateway.caller;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page that somebody asked for before they signed in: their browser keeps its address until they come back. */
@Component
public class RequestedPage implements ServerRequestCache {

    private static final LeftWithBrowser ADDRESS = new LeftWithBrowser("REQUESTED", Duration.ofMinutes(10));
    private static final int LONGEST = 1_500;

    /** A page of ours: whatever else a browser shows leads nowhere. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    @Override
    public Mono<Void> saveRequest(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            ServerHttpRequest request = exchange.getRequest();
            String address = address(request);
            if (HttpMethod.GET.equals(request.getMethod()) && isPage(request) && address.length() <= LONGEST) {
                ADDRESS.leave(exchange, coded(address));
            }
        });
    }

    @Override
    public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
        return Mono.justOrEmpty(asked(exchange).map(URI::create));
    }

    @Override
    public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            ServerHttpRequest request = exchange.getRequest();
            if (asked(exchange).filter(address(request)::equals).isPresent()) {
                ADDRESS.takeBack(exchange);
            }
            return request;
        });
    }

    /** Sends somebody to sign in and then back to the page that they asked for. */
    public Mono<Void> afterSignIn(ServerWebExchange exchange) {
        return saveRequest(exchange).then(Mono.defer(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.FOUND);
            exchange.getResponse().getHeaders().setLocation(URI.create(SignIn.START));
            return exchange.getResponse().setComplete();
        }));
    }

    private static Optional<String> asked(ServerWebExchange exchange) {
        return ADDRESS.shown(exchange).flatMap(RequestedPage::read);
    }

    /** Without the host, so that it cannot lead to another. */
    private static String address(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    }

    private static boolean isPage(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static String coded(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> read(String shown) {
        try {
            String address = new String(Base64.getUrlDecoder().decode(shown), StandardCharsets.UTF_8);
            URI.create(address);
            return Optional.of(address).filter(OURS.asMatchPredicate());
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}
