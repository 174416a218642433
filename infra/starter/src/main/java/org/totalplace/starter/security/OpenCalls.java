package org.totalplace.starter.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/**
 * The calls of the API that answer without a token, at the gateway and at the service's own port: what the place tells
 * everybody. A token that is sent all the same must be a good one.
 */
public final class OpenCalls {

    private static final Call NEED = new Call(HttpMethod.POST, "/api/v1/voice/need-flags");

    /** Method and path; whatever stands here is read by people whom nobody knows. */
    private static final List<Call> CALLS = List.of(
            new Call(HttpMethod.GET, "/api/v1/spend/published"),
            new Call(HttpMethod.GET, "/api/v1/services"),
            new Call(HttpMethod.GET, "/api/v1/services/{id}"),
            new Call(HttpMethod.GET, "/api/v1/taxonomy_terms"),
            new Call(HttpMethod.GET, "/api/v1/circles"),
            new Call(HttpMethod.GET, "/api/v1/circles/resources"),
            new Call(HttpMethod.GET, "/api/v1/circles/valuations"),
            new Call(HttpMethod.POST, "/api/v1/voice/suggestions"),
            new Call(HttpMethod.GET, "/api/v1/voice/suggestions/{code}"),
            new Call(HttpMethod.POST, "/api/v1/voice/suggestions/{code}/reopening"),
            new Call(HttpMethod.GET, "/api/v1/voice/code"),
            new Call(HttpMethod.GET, "/api/v1/voice/register"),
            new Call(HttpMethod.GET, "/api/v1/voice/chain"),
            new Call(HttpMethod.GET, "/api/v1/voice/surveys"),
            new Call(HttpMethod.GET, "/api/v1/voice/engagements"),
            new Call(HttpMethod.GET, "/api/v1/voice/engagements/{code}"),
            new Call(HttpMethod.POST, "/api/v1/voice/engagements/{code}/responses"),
            NEED,
            new Call(HttpMethod.GET, "/api/v1/voice/need-flags/{code}"));

    private OpenCalls() {}

    private record Call(HttpMethod method, String path) {

        ServerWebExchangeMatcher matcher() {
            return new PathPatternParserServerWebExchangeMatcher(path, method);
        }
    }

    /** Matches the call by which anybody says that somebody may need help. */
    static ServerWebExchangeMatcher needs() {
        return NEED.matcher();
    }

    /** Matches requests of these calls. */
    public static ServerWebExchangeMatcher matcher() {
        return new OrServerWebExchangeMatcher(
                CALLS.stream().map(Call::matcher).toArray(ServerWebExchangeMatcher[]::new));
    }
}
