package org.totalplace.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.fallback.AtOnce;
import org.totalplace.gateway.fallback.Breakers;
import org.totalplace.gateway.fallback.Kind;
import org.totalplace.gateway.sequence.AnswersInSequence;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.observability.Trace;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The services' answers, asked for in the name of the person at the page, or of nobody where it is for everybody. */
@Component
public class Answers {

    /**
     * What is asked.
     *
     * @param path of the service, without variables
     * @param query its parameters
     */
    public record Question(Backend backend, String path, Map<String, String> query, Consumer<HttpHeaders> headers) {

        public static Question of(Backend backend, String path, Map<String, String> query) {
            return new Question(backend, path, query, headers -> {});
        }

        /** The same with these parameters. */
        public Question about(Map<String, String> parameters) {
            return new Question(backend, path, parameters, headers);
        }

        /** The same with a header more. */
        public Question with(String header, String value) {
            return new Question(backend, path, query, this.headers.andThen(all -> all.set(header, value)));
        }
    }

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final ServerSentEvent<String> SIGN_OF_LIFE =
            ServerSentEvent.<String>builder().comment("here").build();
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int LARGEST_OF_OTHER_HEADERS = 32 * 1024;

    private final WebClient web;
    private final WebClient streaming;
    private final Services services;
    private final Breakers breakers;
    private final AnswersInSequence sequence;
    private final Patience patience;

    Answers(Services services, Breakers breakers, AnswersInSequence sequence, AtOnce atOnce, Patience patience) {
        this.services = services;
        this.breakers = breakers;
        this.sequence = sequence;
        this.patience = patience;
        this.web = client("pages", atOnce.read() + atOnce.write());
        this.streaming = client("events", atOnce.stream());
    }

    private static WebClient client(String name, int most) {
        ConnectionProvider connections = ConnectionProvider.builder(name)
                .maxConnections(most)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        HttpClient http = HttpClient.create(connections)
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(ToldGroups.LONGEST + LARGEST_OF_OTHER_HEADERS));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .filter(Trace.passedOn())
                .build();
    }

    /** @return the answer; {@link Problem} as the service refused it, or that the service is away */
    public <T> Mono<T> get(@Nullable SignedIn person, Question question, Class<T> type) {
        Mono<T> answer = ask(person, question, MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> response.statusCode().is2xxSuccessful()
                        ? compared(person, question, response).then(Mono.defer(() -> response.bodyToMono(type)))
                        : Answers.<T>refused(question.backend(), response))
                .timeout(patience.answer());
        return breakers.guard(question.backend(), Kind.READ, answer);
    }

    /** The same for what answers to everybody, in nobody's name. */
    public <T> Mono<T> openly(Question question, Class<T> type) {
        return get(null, question, type);
    }

    /** Sends a file, without trying twice. */
    public <T> Mono<T> post(SignedIn person, Question question, Flux<DataBuffer> body, Class<T> type) {
        Mono<T> answer = request(HttpMethod.POST, person, question, MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(BodyInserters.fromDataBuffers(body))
                .exchangeToMono(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToMono(type)
                        : Answers.<T>refused(question.backend(), response))
                .timeout(patience.file());
        return breakers.guard(question.backend(), Kind.WRITE, answer);
    }

    /** Sends a decision as JSON, without trying twice; nobody reads the answer but for whether it was taken. */
    public Mono<Void> decide(SignedIn person, HttpMethod method, Question question, Object decision) {
        Mono<Boolean> taken = request(method, person, question, MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(decision)
                .exchangeToMono(response -> response.statusCode().is2xxSuccessful()
                        ? response.releaseBody().thenReturn(true)
                        : Answers.<Boolean>refused(question.backend(), response))
                .timeout(patience.answer());
        return breakers.guard(question.backend(), Kind.WRITE, taken).then();
    }

    /** Sends words as JSON, without trying twice, and gives the answer. */
    public <T> Mono<T> send(@Nullable SignedIn person, Question question, Object words, Class<T> type) {
        Mono<T> answer = request(HttpMethod.POST, person, question, MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(words)
                .exchangeToMono(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToMono(type)
                        : Answers.<T>refused(question.backend(), response))
                .timeout(patience.answer());
        return breakers.guard(question.backend(), Kind.WRITE, answer);
    }

    /** The same question's rows as CSV, streamed. */
    public Flux<DataBuffer> csv(@Nullable SignedIn person, Question question) {
        Flux<DataBuffer> rows = ask(person, question, MediaType.parseMediaType("text/csv"))
                .exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                        ? compared(person, question, response)
                                .thenMany(Flux.defer(() -> response.bodyToFlux(DataBuffer.class)))
                        : Answers.<DataBuffer>refused(question.backend(), response)
                                .flux())
                .timeout(Mono.delay(patience.answer()), part -> Mono.delay(patience.next()));
        return breakers.guard(question.backend(), Kind.READ, rows);
    }

    /** What a page shows counts as told, and is compared, as it is when it is asked for without a page. */
    private Mono<Void> compared(@Nullable SignedIn person, Question question, ClientResponse response) {
        if (!AnswersInSequence.isNeeded(question.path())) {
            return Mono.empty();
        }
        Mono<Void> compared = person == null
                ? Mono.error(() -> Problem.forbidden("token-required", "This answers only to a token."))
                : sequence.compared(
                        person.caller(), response.headers().asHttpHeaders().getFirst(ToldGroups.HEADER));
        return compared.onErrorResume(refusal -> response.releaseBody().then(Mono.error(refusal)));
    }

    /** Events for as long as the service sends them; a sign of life, which tells nothing, comes first. */
    public Flux<ServerSentEvent<String>> events(SignedIn person, Question question) {
        Flux<ServerSentEvent<String>> events = request(
                        streaming, HttpMethod.GET, person, question, MediaType.TEXT_EVENT_STREAM)
                .exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToFlux(EVENT).startWith(SIGN_OF_LIFE)
                        : Answers.<ServerSentEvent<String>>refused(question.backend(), response)
                                .flux())
                .timeout(Mono.delay(patience.answer()), event -> Mono.delay(patience.next()));
        return breakers.guard(question.backend(), Kind.STREAM, events);
    }

    private WebClient.RequestHeadersSpec<?> ask(@Nullable SignedIn person, Question question, MediaType accept) {
        return request(HttpMethod.GET, person, question, accept);
    }

    private WebClient.RequestBodySpec request(
            HttpMethod method, @Nullable SignedIn person, Question question, MediaType accept) {
        return request(web, method, person, question, accept);
    }

    private WebClient.RequestBodySpec request(
            WebClient client, HttpMethod method, @Nullable SignedIn person, Question question, MediaType accept) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUri(services.of(question.backend())).path(question.path());
        question.query().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return client.method(method)
                .uri(address.encode().buildAndExpand(question.query()).toUri())
                .headers(headers -> {
                    if (person != null) {
                        headers.setBearerAuth(person.token().getTokenValue());
                    }
                    headers.setAccept(List.of(accept));
                    question.headers().accept(headers);
                    if (AnswersInSequence.isNeeded(question.path())) {
                        sequence.asking(headers);
                    }
                });
    }

    private static <T> Mono<T> refused(Backend backend, ClientResponse response) {
        HttpStatus status = HttpStatus.resolve(response.statusCode().value());
        HttpStatus told = status == null || status.is5xxServerError() ? HttpStatus.SERVICE_UNAVAILABLE : status;
        return response.bodyToMono(Refusal.class)
                .onErrorComplete()
                .defaultIfEmpty(new Refusal(null, null))
                .flatMap(refusal -> Mono.error(Problem.of(
                        told,
                        refusal.code() == null ? "no-reason" : refusal.code(),
                        refusal.detail() == null
                                ? "There is a problem with " + backend.words() + ". Try again in a minute."
                                : refusal.detail())));
    }

    private record Refusal(@Nullable String code, @Nullable String detail) {}
}
