package org.totalplace.spend.pull;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.totalplace.intake.delivery.Spool;
import org.totalplace.intake.fetch.PinnedAddresses;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** Fetches a file from an agency's address. */
final class Fetching {

    /** From the first request to the last byte. */
    static final Duration WHOLE = Duration.ofMinutes(10);

    private static final int CONNECT_MILLIS = 5_000;
    /** Without a byte. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int REDIRECTS = 5;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    /** Failures of the agency's own that may pass: too early, too many, a time-out. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final HttpClient http;
    private final PullAddress addresses;
    private final Spool spool;
    private final InstantSource clock;

    /** Trusts the issuers of certificates that the Java machine trusts. */
    Fetching(PullAddress addresses, Spool spool, InstantSource clock) {
        this(addresses, spool, clock, Http11SslContextSpec.forClient());
    }

    /** @param tls tells which issuers of certificates are trusted; the host's name is checked in any case */
    Fetching(PullAddress addresses, Spool spool, InstantSource clock, Http11SslContextSpec tls) {
        this.addresses = addresses;
        this.spool = spool;
        this.clock = clock;
        this.http = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new PinnedAddresses(addresses))
                .secure(secure -> secure.sslContext(tls))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(SILENCE)
                .disableRetry(true);
    }

    /** What the address said the last time. */
    record Known(@Nullable String etag, @Nullable String lastModified) {}

    /**
     * Never fails: what goes wrong is told.
     *
     * @param known null to fetch in any case
     * @param id what the file is spooled as
     */
    Mono<Fetched> fetch(String address, @Nullable Known known, UUID id) {
        Optional<String> objection = addresses.objection(address);
        return objection
                .<Mono<Fetched>>map(why -> Mono.just(new Fetched.Refused(why)))
                .orElseGet(() -> request(URI.create(address), known, id, REDIRECTS)
                        .timeout(WHOLE)
                        .onErrorResume(failure -> Mono.just(told(failure, URI.create(address)))));
    }

    private Mono<Fetched> request(URI address, @Nullable Known known, UUID id, int redirectsLeft) {
        return http.headers(headers -> {
                    if (known != null && known.etag() != null) {
                        headers.set("If-None-Match", known.etag());
                    }
                    if (known != null && known.lastModified() != null) {
                        headers.set("If-Modified-Since", known.lastModified());
                    }
                })
                .get()
                .uri(address)
                .response((response, body) -> answered(address, response, body, id))
                .next()
                .flatMap(answer -> switch (answer) {
                    case Answer.Ended(Fetched fetched) -> Mono.just(fetched);
                    case Answer.Moved(URI next) -> follow(address, next, known, id, redirectsLeft);
                });
    }

    /** An answer's head, and its body on disk. */
    private sealed interface Answer {

        record Ended(Fetched fetched) implements Answer {}

        record Moved(URI next) implements Answer {}
    }

    private Mono<Answer> answered(URI address, HttpClientResponse response, ByteBufFlux body, UUID id) {
        int status = response.status().code();
        if (MOVED.contains(status)) {
            String location = response.responseHeaders().get("Location", "");
            return Mono.fromSupplier(() -> new Answer.Moved(address.resolve(location)));
        }
        if (status != 200) {
            return Mono.just(new Answer.Ended(withoutFile(address, response)));
        }
        Flux<DataBuffer> buffers =
                body.map(buffer -> new NettyDataBufferFactory(buffer.alloc()).wrap(retained(buffer)));
        return spool.write(id, buffers)
                .map(spooled -> new Answer.Ended(new Fetched.File(
                        FileName.of(address, response.responseHeaders().get("Content-Disposition")),
                        spooled,
                        response.responseHeaders().get("ETag"),
                        response.responseHeaders().get("Last-Modified"))));
    }

    private static ByteBuf retained(ByteBuf buffer) {
        return buffer.retain();
    }

    private Fetched withoutFile(URI address, HttpClientResponse response) {
        int status = response.status().code();
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status >= 500 || PASSING.contains(status)) {
            return new Fetched.Failed(
                    "'" + address.getHost() + "' answered with " + status,
                    RetryAfter.read(response.responseHeaders().get("Retry-After"), clock.instant()));
        }
        return new Fetched.Refused("'" + address + "' answered with " + status + " instead of a file");
    }

    private Mono<Fetched> follow(URI from, URI to, @Nullable Known known, UUID id, int redirectsLeft) {
        Optional<String> objection = redirectObjection(from, to, redirectsLeft);
        return objection
                .<Mono<Fetched>>map(why -> Mono.just(new Fetched.Refused(why)))
                .orElseGet(() -> request(to, known, id, redirectsLeft - 1));
    }

    private Optional<String> redirectObjection(URI from, URI to, int redirectsLeft) {
        if (redirectsLeft == 0) {
            return Optional.of("'" + from + "' sends us round in circles");
        }
        if (!String.valueOf(from.getHost()).equalsIgnoreCase(to.getHost())) {
            return Optional.of("'" + from.getHost() + "' sends us on to another host, '" + to.getHost()
                    + "'; register that address if it is right");
        }
        if (PullAddress.scheme(from).equals("https") && PullAddress.scheme(to).equals("http")) {
            return Optional.of("'" + from.getHost() + "' sends us on from https to http");
        }
        return addresses.objection(to);
    }

    private static Fetched told(Throwable failure, URI address) {
        return switch (failure) {
            case UnknownHostException notFetched -> new Fetched.Refused(String.valueOf(notFetched.getMessage()));
            case Problem ours
            when ours.status().is5xxServerError() -> new Fetched.Failed(withoutStop(ours.detail()), null);
            case Problem refused -> new Fetched.Refused(withoutStop(refused.detail()));
            case SSLHandshakeException unproven
            when isOfTheCertificate(unproven) ->
                new Fetched.Refused("'" + address.getHost()
                        + "' does not prove by its certificate that it is that host (" + unproven.getMessage() + ")");
            case TimeoutException slow ->
                new Fetched.Failed("the agency's address took longer than " + WHOLE.toMinutes() + " minutes", null);
            default -> new Fetched.Failed("the agency's address does not answer as it should (" + failure + ")", null);
        };
    }

    /** Anything else about a handshake may pass. */
    private static boolean isOfTheCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        cause -> cause instanceof CertificateException || cause instanceof CertPathValidatorException);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
