package org.totalplace.intake.reading.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The data of a file, out of its archive if it came in one.
 *
 * @param packing {@code zip}, {@code gzip} or empty
 * @param workbook where it lies if it is an {@code .xlsx} or {@code .ods}: the file itself, or a copy that was unpacked
 * @param signature of the data
 * @param bytes of the data
 * @param notes sentences on what else the archive held
 */
record Unpacked(String packing, @Nullable Path workbook, Signature signature, Bytes bytes, List<String> notes) {

    private static final int HEAD = 8 * 1024;

    static Unpacked of(Path file, String name, Caps caps) throws IOException {
        long size = Files.size(file);
        Bytes plain = () -> new CappedStream(Files.newInputStream(file), size, caps);
        return switch (signatureOf(plain, name)) {
            case ZIP -> ofZip(file, name, size, caps);
            case GZIP -> ofPacked("gzip", name, () -> new CappedStream(gunzipped(file), size, caps), List.of(), caps);
            case Signature other -> new Unpacked("", null, other, plain, List.of());
        };
    }

    /** These notes and then others. */
    List<String> notesBefore(List<String> others) {
        return Stream.concat(notes.stream(), others.stream()).toList();
    }

    private static Unpacked ofPacked(String packing, String name, Bytes bytes, List<String> notes, Caps caps)
            throws IOException {
        Signature inside = signatureOf(bytes, name);
        return switch (inside) {
            case ZIP -> new Unpacked(packing, copied(name, bytes, caps), inside, bytes, notes);
            case GZIP -> throw archiveInside(name);
            case Signature other -> new Unpacked(packing, null, other, bytes, notes);
        };
    }

    /** Whether a workbook is an OpenDocument spreadsheet. */
    static boolean isOpenSheet(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return ZipContents.of(zip).isOpenSheet(zip);
        }
    }

    private static Unreadable archiveInside(String name) {
        return new Unreadable(
                Unreadable.Reason.COMPRESSION,
                "'" + name + "' is an archive within an archive. Send what is inside it by itself.");
    }

    /** A workbook can only be read where it lies by itself. */
    private static Path copied(String name, Bytes bytes, Caps caps) throws IOException {
        Path copy = Files.createTempFile("workbook", ".xlsx");
        boolean kept = false;
        try (InputStream in = bytes.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                ZipContents contents = ZipContents.of(zip);
                refuseDocument(name, zip, contents);
                if (!contents.isWorkbook() && !contents.isOpenSheet(zip)) {
                    throw archiveInside(name);
                }
                checkSizes(zip, contents.entries(), Files.size(copy), caps);
            } catch (ZipException e) {
                throw damaged(name, e);
            }
            kept = true;
            return copy;
        } finally {
            if (!kept) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static Unpacked ofZip(Path file, String name, long size, Caps caps) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipContents contents = ZipContents.of(zip);
            if (contents.isWorkbook() || contents.isOpenSheet(zip)) {
                checkSizes(zip, contents.entries(), size, caps);
                return new Unpacked("", file, Signature.ZIP, () -> Files.newInputStream(file), List.of());
            }
            refuseDocument(name, zip, contents);
            ZipEntry only = contents.onlyDataFile(name);
            Bytes bytes = () -> new CappedStream(entryOf(file, only.getName()), size, caps);
            return ofPacked("zip", name, bytes, contents.notesBeside(only), caps);
        } catch (ZipException e) {
            throw damaged(name, e);
        }
    }

    private static Unreadable damaged(String name, ZipException cause) {
        String message = String.valueOf(cause.getMessage());
        boolean encrypted = message.contains("encrypted");
        return new Unreadable(
                Unreadable.Reason.COMPRESSION,
                "'" + name + "' is "
                        + (encrypted ? "an archive protected by a password" : "a damaged archive (" + message + ")")
                        + ". Pack the file again.");
    }

    private static void refuseDocument(String name, ZipFile zip, ZipContents contents) throws IOException {
        boolean read = contents.isWorkbook() || contents.isOpenSheet(zip);
        String document = read ? null : contents.document(zip);
        if (document != null) {
            throw new Unreadable(Unreadable.Reason.FORMAT, "'" + name + "' " + document + ". Save it as .xlsx or CSV.");
        }
    }

    /** Unpacks every part of a workbook once, since the sizes that an archive declares need not be true. */
    private static void checkSizes(ZipFile zip, List<? extends ZipEntry> entries, long size, Caps caps)
            throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (ZipEntry entry : entries) {
            parts.add(zip.getInputStream(entry));
        }
        try (InputStream all = new CappedStream(new SequenceInputStream(Collections.enumeration(parts)), size, caps)) {
            all.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static InputStream gunzipped(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new GZIPInputStream(in, 64 * 1024);
        } catch (IOException e) {
            in.close();
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION, "The archive is damaged or cut short; pack the file again.");
        }
    }

    private static InputStream entryOf(Path file, String entry) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        InputStream in;
        try {
            in = zip.getInputStream(zip.getEntry(entry));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
        return new FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    private static Signature signatureOf(Bytes bytes, String name) throws IOException {
        Signature signature;
        try (InputStream in = bytes.open()) {
            signature = Signature.of(in.readNBytes(HEAD));
        }
        if (signature == Signature.OLE2) {
            throw new Unreadable(Unreadable.Reason.FORMAT, "'" + name + "' " + OldOffice.words(bytes) + ".");
        }
        signature.check(name);
        return signature;
    }
}
