package org.totalplace.gateway.language;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** What a reader chose stays chosen, and every page leads to itself in the other language. */
public final class ChosenLanguage {

    private static final Duration KEPT = Duration.ofDays(365);

    private ChosenLanguage() {}

    /** Keeps what the address says, where it says something. */
    public static void keep(ServerWebExchange exchange) {
        Language.chosen(exchange.getRequest())
                .ifPresent(language -> exchange.getResponse()
                        .addCookie(ResponseCookie.from(Language.COOKIE, language.code())
                                .path("/")
                                .maxAge(KEPT)
                                .httpOnly(true)
                                .sameSite("Lax")
                                .build()));
    }

    /** The address of the page in another language; of a form's answer, that of the page which the form was on. */
    public static String address(ServerHttpRequest request, Language language) {
        if (HttpMethod.GET.equals(request.getMethod())) {
            return address(request.getURI(), language);
        }
        return address(referrer(request.getHeaders().getFirst(HttpHeaders.REFERER)), language);
    }

    private static URI referrer(@Nullable String text) {
        try {
            return URI.create(text == null ? "/" : text);
        } catch (IllegalArgumentException unreadable) {
            return URI.create("/");
        }
    }

    private static String address(URI page, Language language) {
        // One slash alone: two would lead to another host.
        String path = "/" + (page.getRawPath() == null ? "" : page.getRawPath().replaceFirst("^/+", ""));
        String query = page.getRawQuery() == null ? "" : page.getRawQuery();
        String others = Arrays.stream(query.split("&", -1))
                .filter(each -> !each.isEmpty() && !each.startsWith(Language.PARAMETER + "="))
                .map(each -> each + "&")
                .collect(Collectors.joining());
        return path + "?" + others + Language.PARAMETER + "=" + language.code();
    }
}
