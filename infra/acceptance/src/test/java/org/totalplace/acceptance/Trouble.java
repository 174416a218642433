package org.totalplace.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file with one kind of trouble that published files have, and what must become of it.
 *
 * @param file name under which it is handed in
 * @param query more parameters of the delivery, or nothing
 * @param status in which it ends
 * @param accepted rows, and what they add up to in pounds
 * @param told a type of problem that the report must name, or null if there is nothing to tell
 */
record Trouble(
        String name,
        String file,
        byte[] bytes,
        String query,
        String status,
        long accepted,
        String amount,
        @Nullable String told) {

    static Trouble published(String name, String text, long accepted, String amount, @Nullable String told) {
        return new Trouble(name, "file.csv", utf8(text), "", "published", accepted, amount, told);
    }

    static Trouble refused(String name, String file, byte[] bytes, String told) {
        return new Trouble(name, file, bytes, "", "refused", 0, "0.00", told);
    }

    /** One that a person has to confirm, by which it is published. */
    static Trouble asked(String name, String text, long accepted, String amount, String told) {
        return new Trouble(name, "file.csv", utf8(text), "", "needs-confirmation", accepted, amount, told);
    }

    Trouble called(String fileName) {
        return new Trouble(name, fileName, bytes, query, status, accepted, amount, told);
    }

    Trouble about(String period) {
        return new Trouble(name, file, bytes, "&period=" + period, status, accepted, amount, told);
    }

    Trouble written(Charset charset) {
        return carried(new String(bytes, StandardCharsets.UTF_8).getBytes(charset));
    }

    Trouble carried(byte[] other) {
        return new Trouble(name, file, other, query, status, accepted, amount, told);
    }

    @Override
    public String toString() {
        return name;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive of files with the same content. */
    static byte[] zip(byte[] content, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
