package org.totalplace.starter.table;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.totalplace.starter.paging.Csv;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says beside every table in CSV where its columns are described ({@code Link}, {@code rel=describedby}), and answers
 * {@code format=csvw} with that description. It is read off the table's own first line, so that it cannot tell of
 * another table; no more of the table is read for it.
 */
final class DescribingTables implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String PARAMETER = "format=csvw";

    private final TableDescription description;
    private final JsonMapper json;

    DescribingTables(TableDescription description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!READING.contains(request.getMethod()) || !request.getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        String query = request.getURI().getRawQuery();
        List<String> parameters = query == null || query.isEmpty() ? List.of() : Arrays.asList(query.split("&"));
        String rest =
                parameters.stream().filter(part -> !part.equals(PARAMETER)).collect(Collectors.joining("&"));
        String address = request.getURI().getRawPath() + (rest.isEmpty() ? "" : "?" + rest);
        if (!parameters.contains(PARAMETER)) {
            linked(exchange.getResponse(), address + (rest.isEmpty() ? "?" : "&") + PARAMETER);
            return chain.filter(exchange);
        }
        ServerHttpRequest table = request.mutate()
                .uri(request.getURI().resolve(URI.create(address)))
                .headers(headers -> headers.setAccept(List.of(Csv.TYPE)))
                .build();
        return chain.filter(exchange.mutate()
                .request(table)
                .response(new Described(exchange.getResponse(), address))
                .build());
    }

    private static void linked(ServerHttpResponse response, String description) {
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (isTable(response)) {
                response.getHeaders()
                        .add(
                                HttpHeaders.LINK,
                                "<" + description + ">; rel=\"describedby\"; type=\"" + TableDescription.TYPE + "\"");
            }
        }));
    }

    /** Whether the answer is a table in CSV. */
    static boolean isTable(ServerHttpResponse response) {
        MediaType type = response.getHeaders().getContentType();
        return HttpStatus.OK.equals(response.getStatusCode()) && type != null && type.isCompatibleWith(Csv.TYPE);
    }

    private final class Described extends ServerHttpResponseDecorator {

        private final String address;

        Described(ServerHttpResponse response, String address) {
            super(response);
            this.address = address;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return isTable(this) ? firstLine(body).flatMap(this::describe) : super.writeWith(body);
        }

        private Mono<Void> describe(String header) {
            getHeaders().setContentType(TableDescription.TYPE);
            getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            byte[] described = json.writeValueAsBytes(description.of(address, header));
            return super.writeWith(Mono.just(bufferFactory().wrap(described)));
        }

        private static Mono<String> firstLine(Publisher<? extends DataBuffer> body) {
            return Flux.from(body)
                    .map(Described::text)
                    .takeUntil(text -> text.indexOf('\n') >= 0)
                    .reduce("", String::concat)
                    .map(text -> text.lines().findFirst().orElse(""));
        }

        private static String text(DataBuffer buffer) {
            String text = buffer.toString(StandardCharsets.UTF_8);
            DataBufferUtils.release(buffer);
            return text;
        }
    }
}
