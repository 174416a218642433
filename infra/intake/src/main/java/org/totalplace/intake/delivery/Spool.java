package org.totalplace.intake.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The folder where deliveries' bytes wait until they have ended. What is in it is complete and forced to disk. */
public final class Spool {

    /** Bytes of a delivery at most: 512 MB. */
    public static final long LIMIT = 512L << 20;

    /** Of a body, ahead of the disk: two megabytes at most. */
    private static final int CHUNKS_WAITING = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;

    public Spool(Path data) {
        this.folder = data.resolve("spool");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool folder " + folder + " cannot be made", e);
        }
    }

    /**
     * Bytes that are safely on disk.
     *
     * @param id the delivery that they will be
     * @param sha256 64 hexadecimal digits
     */
    public record Spooled(UUID id, long bytes, String sha256) {}

    Path of(UUID id) {
        return folder.resolve(id.toString());
    }

    /**
     * Writes a body as it streams in. A body over {@link #LIMIT} is a 413 problem, and 503 if the disk does not take
     * it; either way nothing of it stays.
     */
    public Mono<Spooled> write(UUID id, Flux<DataBuffer> body) {
        return write(id, body, Arrival.plain());
    }

    /** As {@link #write(UUID, Flux)}, unpacked and compared with what was said of it. */
    Mono<Spooled> write(UUID id, Flux<DataBuffer> body, Arrival arrival) {
        Path part = folder.resolve(id + ".part");
        return Mono.using(
                        () -> opened(part, arrival),
                        writing -> body.map(Spool::taken)
                                .publishOn(Schedulers.boundedElastic(), CHUNKS_WAITING)
                                .doOnNext(writing::append)
                                .then(Mono.fromCallable(() -> writing.finished(id, of(id)))
                                        .onErrorMap(IOException.class, Spool::noRoom)),
                        SpoolWriting::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * The bytes of a buffer, which is released before anything else can hold it. Operators that drop or ignore a
     * buffer release it once for each hook below them, and the codec of an answer has one of its own; a buffer of a
     * pool that is released twice is taken from whoever has it by then.
     */
    private static byte[] taken(DataBuffer buffer) {
        try {
            byte[] chunk = new byte[buffer.readableByteCount()];
            buffer.read(chunk);
            return chunk;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException("A spooled delivery cannot be removed", e);
        }
    }

    private static SpoolWriting opened(Path part, Arrival arrival) {
        try {
            return new SpoolWriting(part, arrival);
        } catch (IOException failure) {
            throw noRoom(failure);
        }
    }

    /** What is told when the disk, not the sender, is at fault. */
    static Problem noRoom(Throwable failure) {
        LOG.error("The spool cannot be written to", failure);
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-room",
                "We cannot keep the file at the moment: our disk does not take it. Send it again later.");
    }
}
