package org.totalplace.starter.observability;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The trace that work belongs to, told as W3C Trace Context tells it ({@code traceparent}). It comes with a request,
 * stays with the rows and records that the request leaves behind, and is taken up by whoever works on these later. A
 * thread that works for a trace names it in its log lines.
 */
public final class Trace {

    /** Of requests and of records. */
    public static final String HEADER = "traceparent";

    /** Under which log lines find the trace's id. */
    static final String LOGGED = "trace";

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** Something that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** The trace's id, 32 hexadecimal digits; empty if the header cannot be read. */
    public static Optional<String> id(@Nullable String traceparent) {
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Works for a trace on this thread; for none if null or unreadable. */
    public static void within(@Nullable String traceparent, Work work) throws Exception {
        String before = MDC.get(HEADER);
        set(traceparent);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable String traceparent) {
        Optional<String> id = id(traceparent);
        if (id.isPresent()) {
            MDC.put(HEADER, traceparent);
            MDC.put(LOGGED, id.get());
        } else {
            MDC.remove(HEADER);
            MDC.remove(LOGGED);
        }
    }

    /** What this thread works for; null if for no trace. */
    public static @Nullable String current() {
        return MDC.get(HEADER);
    }

    /** The headers of a record that is written for a trace; none for null. */
    public static Headers headers(@Nullable String traceparent) {
        Headers headers = new RecordHeaders();
        return traceparent == null ? headers : headers.add(HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
    }

    /** What a record was written for; null if for no trace. */
    public static @Nullable String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** The trace of the request that is being answered. */
    public static Mono<Optional<String>> ofRequest() {
        return Mono.deferContextual(context -> Mono.just(context.getOrEmpty(HEADER)));
    }

    /** Has a client's requests go on with the trace of the request that is being answered. */
    public static ExchangeFilterFunction passedOn() {
        return (request, next) -> ofRequest()
                .flatMap(trace -> next.exchange(trace.map(traceparent -> ClientRequest.from(request)
                                .header(HEADER, traceparent)
                                .build())
                        .orElse(request)));
    }

    static Context put(Context context, String traceparent) {
        return context.put(HEADER, traceparent);
    }
}
