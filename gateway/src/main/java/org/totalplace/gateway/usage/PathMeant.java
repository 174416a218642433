package org.totalplace.gateway.usage;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The path of a request as routes and services read it: without percent signs and what stands behind semicolons. */
public final class PathMeant {

    private PathMeant() {}

    public static String of(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        StringBuilder meant = new StringBuilder();
        path.elements()
                .forEach(element -> meant.append(
                        element instanceof PathSegment segment ? segment.valueToMatch() : element.value()));
        return meant.toString();
    }
}
