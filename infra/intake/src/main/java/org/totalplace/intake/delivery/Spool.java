package org.totalplace.intake.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

    /** Writes a request's body as it streams in; a body over {@link #LIMIT} is a 413 problem. */
    public Mono<Spooled> write(UUID id, Flux<DataBuffer> body) {
        Path part = folder.resolve(id + ".part");
        return Mono.using(
                        () -> new Writing(part),
                        writing -> body.publishOn(Schedulers.boundedElastic())
                                .doOnNext(writing::append)
                                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                                .then(Mono.fromCallable(() -> writing.finished(id, of(id)))),
                        Writing::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException("A spooled delivery cannot be removed", e);
        }
    }

    private static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "delivery-too-large",
                "A delivery may have 512 MB; this one has more. Send it in parts, or compressed.");
    }

    private static final class Writing implements AutoCloseable {

        private final Path part;
        private final MessageDigest digest;
        private final OutputStream out;
        private final AtomicLong bytes = new AtomicLong();

        Writing(Path part) throws IOException {
            this.part = part;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
            this.out = new DigestOutputStream(Files.newOutputStream(part), digest);
        }

        void append(DataBuffer buffer) {
            try {
                byte[] chunk = new byte[buffer.readableByteCount()];
                buffer.read(chunk);
                append(chunk, chunk.length);
            } catch (IOException e) {
                throw new UncheckedIOException("The delivery cannot be written to disk", e);
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        void append(byte[] chunk, int length) throws IOException {
            if (bytes.addAndGet(length) > LIMIT) {
                throw tooLarge();
            }
            out.write(chunk, 0, length);
        }

        Spooled finished(UUID id, Path whole) throws IOException {
            out.close();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return new Spooled(id, bytes.get(), HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public void close() {
            try {
                out.close();
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw new UncheckedIOException("A part of a delivery cannot be removed", e);
            }
        }
    }
}
