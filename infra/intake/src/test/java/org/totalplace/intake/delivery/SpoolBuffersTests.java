package org.totalplace.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DataBufferWrapper;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A pool hands a released buffer to somebody else at once, so that releasing it again takes it from them. */
class SpoolBuffersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHUNKS = 40;

    @TempDir
    private Path data = Path.of("unset");

    private Spool spool = new Spool(Path.of("unset"));
    private final List<Counted> buffers = IntStream.range(0, CHUNKS)
            .mapToObj(chunk -> new Counted("row " + chunk + "\n"))
            .toList();

    /** A buffer whose memory another holder has as soon as it is released, as that of a busy pool has. */
    private static final class Counted extends DataBufferWrapper implements PooledDataBuffer {

        private final AtomicInteger releases = new AtomicInteger();

        Counted(String text) {
            super(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public boolean isAllocated() {
            return true;
        }

        @Override
        public PooledDataBuffer retain() {
            throw new UnsupportedOperationException("Nobody has to keep a buffer of a body");
        }

        @Override
        public PooledDataBuffer touch(Object hint) {
            return this;
        }

        @Override
        public boolean release() {
            return releases.incrementAndGet() == 1;
        }
    }

    @BeforeEach
    void a_spool() {
        spool = new Spool(data);
    }

    /** As from a connection, which hands over what has arrived without being asked for each. */
    private Flux<DataBuffer> body(int chunks) {
        return Flux.range(0, chunks).<DataBuffer>map(buffers::get).hide();
    }

    /** As the codec of an answer asks for it: it releases what is discarded above it. */
    private static <T> Mono<T> answered(Mono<T> writing) {
        return writing.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private void assertReleasedOnce(int arrived) {
        assertThat(buffers.stream().limit(arrived))
                .allSatisfy(buffer -> assertThat(buffer.releases).hasValue(1));
        assertThat(buffers.stream().skip(arrived))
                .allSatisfy(buffer -> assertThat(buffer.releases).hasValue(0));
    }

    @Nested
    class EveryBufferIsReleasedOnce {

        @Test
        void when_the_body_is_kept() {
            Spooled spooled =
                    answered(spool.write(UUID.randomUUID(), body(CHUNKS))).block(PATIENCE);

            assertThat(spooled).isNotNull();
            assertReleasedOnce(CHUNKS);
        }

        @Test
        void when_the_body_breaks_off() {
            Flux<DataBuffer> broken = body(7).concatWith(Flux.error(new IOException("Connection reset")));

            assertThatThrownBy(() ->
                            answered(spool.write(UUID.randomUUID(), broken)).block(PATIENCE))
                    .hasRootCauseMessage("Connection reset");

            assertReleasedOnce(7);
        }

        @Test
        void when_the_disk_takes_nothing() throws Exception {
            Files.delete(data.resolve("spool"));

            assertThatThrownBy(() -> answered(spool.write(UUID.randomUUID(), body(CHUNKS)))
                            .block(PATIENCE))
                    .isInstanceOf(Problem.class);

            assertReleasedOnce(0);
        }

        @Test
        void when_the_bytes_are_others_than_were_sent() {
            Arrival other = Arrival.of("sha-256=:" + "A".repeat(43) + "=:", null);

            assertThatThrownBy(() -> answered(spool.write(UUID.randomUUID(), body(CHUNKS), other))
                            .block(PATIENCE))
                    .isInstanceOf(Problem.class);

            assertReleasedOnce(CHUNKS);
        }

        @Test
        void when_the_sender_goes_away_in_the_middle() {
            Flux<DataBuffer> slow = body(5).concatWith(Flux.never());
            var writing = answered(spool.write(UUID.randomUUID(), slow)).subscribe();

            await().atMost(PATIENCE).until(() -> buffers.get(4).releases.get() > 0);
            writing.dispose();

            assertReleasedOnce(5);
        }
    }
}
