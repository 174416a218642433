package org.totalplace.journey.community.feed;

import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.totalplace.intake.fetch.PinnedAddresses;
import org.totalplace.intake.fetch.PullAddress;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one address of a feed, blocking. Public addresses alone, no redirects, no more than so many bytes; what fails
 * is asked once more, for it may pass.
 */
final class AskingFeed {

    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final HttpClient http;
    private final PullAddress addresses;
    private final JsonMapper json;

    AskingFeed(PullAddress addresses, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
        this.http = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new PinnedAddresses(addresses))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .headers(headers -> headers.set("Accept", "application/json"))
                .disableRetry(true);
    }

    /** Never fails: what goes wrong is told. */
    FeedAnswer ask(URI address) {
        Optional<String> objection = addresses.objection(address);
        if (objection.isPresent()) {
            return new FeedAnswer.Failed(objection.get());
        }
        FeedAnswer first = once(address);
        return first instanceof FeedAnswer.Failed ? once(address) : first;
    }

    private FeedAnswer once(URI address) {
        return Objects.requireNonNull(http.get()
                .uri(address)
                .response((response, body) -> answered(address, response, body))
                .next()
                .timeout(WITHIN)
                .onErrorResume(failure -> Mono.just(new FeedAnswer.Failed(
                        address + " does not answer as it should (" + failure.getMessage() + ")")))
                .block());
    }

    private Mono<FeedAnswer> answered(URI address, HttpClientResponse response, ByteBufFlux body) {
        int status = response.status().code();
        if (status != 200) {
            return Mono.just(new FeedAnswer.Failed(address + " answers " + status + " in place of 200"));
        }
        return body.asByteArray()
                .collect(ByteArrayOutputStream::new, AskingFeed::keep)
                .map(read -> read(address, read.toByteArray()));
    }

    private static void keep(ByteArrayOutputStream read, byte[] more) {
        if (read.size() + more.length > MOST_BYTES) {
            throw new IllegalStateException("more than " + MOST_BYTES / (1024 * 1024) + " MB");
        }
        read.writeBytes(more);
    }

    private FeedAnswer read(URI address, byte[] answer) {
        try {
            return new FeedAnswer.Told(json.readTree(new String(answer, StandardCharsets.UTF_8)), answer.length);
        } catch (JacksonException broken) {
            return new FeedAnswer.Failed(address + " answers something that is not JSON");
        }
    }
}
