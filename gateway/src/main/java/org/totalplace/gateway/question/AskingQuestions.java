package org.totalplace.gateway.question;

import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Turns a question into the call that answers it, before anybody else looks: it is counted, guarded, routed and
 * answered as that call is, and can see no more.
 */
@Component
final class AskingQuestions implements WebFilter, Ordered {

    static final String QUESTIONS = "/api/v1/questions";

    /** Names the question of an answer. */
    static final String HEADER = "Question-Id";

    private static final String ONE = QUESTIONS + "/";
    private static final int LARGEST = 16 * 1024;
    private static final int AFTER_WHO_ASKS = -50;

    private final JsonMapper json;
    private final ProblemWriter problems;

    AskingQuestions(JsonMapper json, ProblemWriter problems) {
        this.json = json;
        this.problems = problems;
    }

    /** After the filters that find out who asks, before those that count and guard. */
    @Override
    public int getOrder() {
        return AFTER_WHO_ASKS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return asked(exchange.getRequest())
                .map(question -> question.map(found -> chain.filter(answering(exchange, found)))
                        .onErrorResume(Problem.class, problem -> Mono.just(problems.write(exchange, problem)))
                        .flatMap(next -> next))
                .orElseGet(() -> chain.filter(exchange));
    }

    /** Empty if no question is asked. */
    private Optional<Mono<Posed>> asked(ServerHttpRequest request) {
        String path = request.getPath().value();
        HttpMethod method = request.getMethod();
        if (path.equals(QUESTIONS) && method.equals(HttpMethod.POST)) {
            return Optional.of(posed(request));
        }
        boolean reading = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return reading && path.startsWith(ONE)
                ? Optional.of(Mono.fromSupplier(() -> known(path.substring(ONE.length()), request)))
                : Optional.empty();
    }

    private Mono<Posed> posed(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LARGEST)
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLong -> Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "too-large",
                                "A question has at most " + LARGEST + " bytes."))
                .map(this::read)
                .switchIfEmpty(Mono.fromSupplier(MissingNode::getInstance))
                .map(QuestionReading::posed);
    }

    private JsonNode read(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        try {
            return json.readTree(bytes);
        } catch (JacksonException unreadable) {
            throw Problem.badInput("$", "not-json", "The question cannot be read as JSON.");
        }
    }

    private static Posed known(String id, ServerHttpRequest request) {
        Question question = Question.ofId(id)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-question",
                        "'" + id + "' is not the id of a question. The answer to a question names its id in " + HEADER
                                + "."));
        SortedMap<String, String> page = new TreeMap<>();
        for (String member : Posed.MEMBERS) {
            String value = request.getQueryParams().getFirst(member);
            if (value != null) {
                page.put(member, value);
            }
        }
        return new Posed(question, page);
    }

    private static ServerWebExchange answering(ServerWebExchange exchange, Posed posed) {
        Question question = posed.question();
        ServerHttpResponse response = exchange.getResponse();
        // The service's own headers come in between.
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            response.getHeaders().set(HEADER, question.id());
            response.getHeaders().set(HttpHeaders.CONTENT_LOCATION, posed.address());
            response.getHeaders().add(HttpHeaders.LINK, "<" + ONE + question.id() + ">; rel=\"bookmark\"");
        }));
        boolean heading = exchange.getRequest().getMethod().equals(HttpMethod.HEAD);
        ServerHttpRequest asked = exchange.getRequest()
                .mutate()
                .method(heading ? HttpMethod.HEAD : HttpMethod.GET)
                .uri(exchange.getRequest().getURI().resolve(URI.create(posed.address())))
                .headers(headers -> {
                    headers.remove(HttpHeaders.CONTENT_TYPE);
                    headers.remove(HttpHeaders.CONTENT_LENGTH);
                    headers.remove(HttpHeaders.TRANSFER_ENCODING);
                })
                .build();
        return exchange.mutate().request(withoutBody(asked)).build();
    }

    private static ServerHttpRequest withoutBody(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.empty();
            }
        };
    }
}
