package org.totalplace.gateway.limit;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.totalplace.gateway.usage.PathMeant;

/** What is limited together. */
enum RouteGroup {
    /** Answers about one person: never given when they cannot be counted. */
    PERSON,
    /** Files handed in. */
    UPLOAD,
    WRITE,
    READ,
    /** All that comes from one address before it is known who asks. */
    ADDRESS,
    /** What one address sends in without anybody being signed in: never taken when it cannot be counted. */
    STRANGER,
    /** Words that somebody may need help, of one address, whoever sends them: nothing else uses them up. */
    NEED,
    /** What one address looks up by codes without a sign-in: none is looked up when they cannot be counted. */
    FOLLOWER;

    private static final List<String> PEOPLE =
            List.of("/api/v1/people", "/api/v1/usage", "/people", "/me", "/contests");

    /** Whether a request only asks. */
    static boolean isRead(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }

    /**
     * Whether a request raises a need flag. It takes the time of the few who look at them whoever sends it, so that
     * its address counts even when somebody is signed in.
     */
    static boolean raisesNeed(ServerHttpRequest request) {
        String path = PathMeant.of(request);
        return !isRead(request) && (path.equals("/api/v1/voice/need-flags") || path.equals("/voice/need"));
    }

    /** Whether a request follows something by its code, which somebody might guess. */
    static boolean follows(ServerHttpRequest request) {
        String path = PathMeant.of(request);
        return isRead(request)
                ? path.startsWith("/api/v1/voice/suggestions/")
                        || path.startsWith("/api/v1/voice/need-flags/")
                        || path.equals("/api/v1/voice/code")
                : path.equals("/voice/follow") || path.equals("/voice/need-follow");
    }

    static RouteGroup of(ServerHttpRequest request) {
        String path = PathMeant.of(request);
        if (PEOPLE.stream().anyMatch(prefix -> isAt(path, prefix))) {
            return PERSON;
        }
        if (isRead(request)) {
            return READ;
        }
        return carriesFile(path) ? UPLOAD : WRITE;
    }

    /** Whether a request at this path hands in a file, which may be large. */
    static boolean carriesFile(String path) {
        return path.endsWith("/deliveries")
                || path.endsWith("/previews")
                || path.endsWith("/event-logs")
                || path.endsWith("/imports");
    }

    /** As headers and settings name it. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isAt(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
