package org.totalplace.intake.delivery;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpStatus;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.intake.reading.Limits;
import org.totalplace.starter.problem.Problem;

/** One file on its way into the spool. What is not finished is removed when closed. */
final class SpoolWriting implements AutoCloseable {

    private final Path part;
    private final Path unpacked;
    private final Arrival arrival;
    private final MessageDigest digest = ContentDigest.algorithm("sha-256");
    private final OutputStream out;
    private long bytes;

    SpoolWriting(Path part, Arrival arrival) throws IOException {
        this.part = part;
        this.unpacked = part.resolveSibling(part.getFileName() + ".unpacked");
        this.arrival = arrival;
        this.out = new DigestOutputStream(Files.newOutputStream(part), digest);
    }

    void append(byte[] chunk) {
        try {
            bytes += chunk.length;
            if (bytes > Spool.LIMIT) {
                throw tooLarge();
            }
            arrival.digest().update(chunk, chunk.length);
            out.write(chunk);
        } catch (IOException e) {
            throw Spool.noRoom(e);
        }
    }

    /** Forces the file to disk under its own name. */
    Spooled finished(UUID id, Path whole) throws IOException {
        out.close();
        arrival.digest().check();
        Spooled spooled = arrival.isGzip()
                ? unpacked(id)
                : new Spooled(id, bytes, HexFormat.of().formatHex(digest.digest()));
        Path ready = arrival.isGzip() ? unpacked : part;
        try (FileChannel channel = FileChannel.open(ready, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(ready, whole, StandardCopyOption.ATOMIC_MOVE);
        return spooled;
    }

    private Spooled unpacked(UUID id) throws IOException {
        MessageDigest inner = ContentDigest.algorithm("sha-256");
        try (InputStream packed = Files.newInputStream(part);
                Measured measured =
                        new Measured(new DigestOutputStream(Files.newOutputStream(unpacked), inner), bytes)) {
            unpack(packed, measured);
            return new Spooled(id, measured.bytes, HexFormat.of().formatHex(inner.digest()));
        }
    }

    private static void unpack(InputStream packed, Measured measured) throws IOException {
        try (InputStream plain = new GZIPInputStream(packed, 64 * 1024)) {
            plain.transferTo(measured);
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            throw Problem.badInput(
                    "Content-Encoding",
                    "compression-error",
                    "The body says that it is gzip and cannot be unpacked (" + broken.getMessage()
                            + "); send it again.");
        }
    }

    private static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "delivery-too-large",
                "A delivery may have 512 MB; this one has more. Send it in parts, or compressed.");
    }

    /** Counts what comes out of a compressed body, and stops where it grows beyond reason. */
    private static final class Measured extends FilterOutputStream {

        private final long packed;
        private long bytes;

        Measured(OutputStream out, long packed) {
            super(out);
            this.packed = packed;
        }

        @Override
        public void write(byte[] chunk, int from, int length) throws IOException {
            bytes += length;
            Limits limits = Limits.STANDARD;
            boolean grows = bytes / limits.ratio() > packed;
            if (bytes > limits.decompressedBytes() || grows) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "delivery-too-large",
                        "A body may unpack to 2 GB and to " + limits.ratio() + " times its size; this one has more.");
            }
            out.write(chunk, from, length);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
            Files.deleteIfExists(unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException("A part of a delivery cannot be removed", e);
        }
    }
}
