package org.totalplace.gateway.caller;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What browsers may do with an answer. */
@Component
class PageHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private final String pages;
    private final String apiDescription;

    PageHeaders(SignInSettings settings, @Value("${totalplace.issuer}") String issuer) {
        // A form may end at the identity provider: signing out there is a redirect of a form's answer.
        List<String> common = List.of(
                "default-src 'none'",
                "script-src 'self'",
                "connect-src 'self'",
                "font-src 'self'",
                "form-action 'self' " + issuer + elsewhere(settings.logout()),
                "frame-ancestors 'none'",
                "base-uri 'none'");
        String rules = String.join("; ", common);
        this.pages = rules + "; img-src 'self'; style-src 'self'";
        // The page that shows the API's description sets styles from its script.
        this.apiDescription = rules + "; img-src 'self' data:; style-src 'self' 'unsafe-inline'";
    }

    private static String elsewhere(String logout) {
        return logout.startsWith("/") || logout.isBlank() ? "" : " " + logout;
    }

    static void ofTheApi(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                // The services say themselves how long their answers keep.
                .cache(HeaderSpec.CacheSpec::disable);
    }

    void ofThePages(HeaderSpec headers) {
        headers.writer(policy()).referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private ServerHttpHeadersWriter policy() {
        return exchange -> Mono.fromRunnable(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set(POLICY, isApiDescription(exchange) ? apiDescription : pages);
        });
    }

    private static boolean isApiDescription(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/swagger-ui/");
    }
}
