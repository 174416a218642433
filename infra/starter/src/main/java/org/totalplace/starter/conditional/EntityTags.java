package org.totalplace.starter.conditional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.security.Purpose;
import reactor.core.publisher.Mono;

/**
 * Gives JSON answers about the place a weak {@code ETag} and answers 304 to who already has the same figures (RFC 9110,
 * section 13). Two answers that differ only in {@code asOf}, the moment at which they were asked for, say the same.
 *
 * <p>Answers about a person are left out: nobody may keep them. So is everything that is streamed: nothing is held back
 * for the sake of a tag.
 */
final class EntityTags implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String PEOPLE = "/api/v1/people";
    private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"[^\"]*\"");
    private static final int DIGITS = 32;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean aboutThePlace = READING.contains(request.getMethod())
                && request.getHeaders().getFirst(Purpose.HEADER) == null
                && request.getPath().value().startsWith("/api/")
                && !request.getPath().value().startsWith(PEOPLE);
        return aboutThePlace
                ? chain.filter(exchange.mutate()
                        .response(new Tagged(exchange.getResponse(), request))
                        .build())
                : chain.filter(exchange);
    }

    /** The tag of an answer: of its bytes but for the moment at which it was asked for. */
    static String tag(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(AS_OF.matcher(json).replaceAll("").getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash).substring(0, DIGITS) + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static final class Tagged extends ServerHttpResponseDecorator {

        private final ServerHttpRequest request;

        Tagged(ServerHttpResponse response, ServerHttpRequest request) {
            super(response);
            this.request = request;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return body instanceof Mono<? extends DataBuffer> whole && isTagged()
                    ? whole.flatMap(this::writeOnce)
                    : super.writeWith(body);
        }

        private boolean isTagged() {
            HttpHeaders headers = getHeaders();
            return HttpStatus.OK.equals(getStatusCode())
                    && MediaType.APPLICATION_JSON.isCompatibleWith(headers.getContentType())
                    && headers.getETag() == null
                    && headers.getCacheControl() == null;
        }

        private Mono<Void> writeOnce(DataBuffer body) {
            String tag = tag(body.toString(StandardCharsets.UTF_8));
            getHeaders().setETag(tag);
            // Kept by who asked and by nobody between, and compared every time.
            getHeaders().setCacheControl("private, no-cache");
            if (!has(tag)) {
                return super.writeWith(Mono.just(body));
            }
            DataBufferUtils.release(body);
            setStatusCode(HttpStatus.NOT_MODIFIED);
            getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            return setComplete();
        }

        private boolean has(String tag) {
            return request.getHeaders().getIfNoneMatch().stream()
                    .anyMatch(known -> known.equals("*") || weak(known).equals(tag));
        }

        private static String weak(String known) {
            return known.startsWith("W/") ? known : "W/" + known;
        }
    }
}
