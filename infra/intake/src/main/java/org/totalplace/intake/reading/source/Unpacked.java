package org.totalplace.intake.reading.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The data of a file, out of its archive if it came in one.
 *
 * @param packing {@code zip}, {@code gzip} or empty
 * @param workbook whether it is an {@code .xlsx}
 * @param signature of the data
 * @param bytes of the data; of a workbook, of the file itself
 */
record Unpacked(String packing, boolean workbook, Signature signature, Bytes bytes) {

    private static final int HEAD = 8 * 1024;
    private static final Set<String> OFFICE = Set.of("[Content_Types].xml", "mimetype");

    static Unpacked of(Path file, String name, Caps caps) throws IOException {
        long size = Files.size(file);
        Bytes plain = () -> new CappedStream(Files.newInputStream(file), size, caps);
        Signature signature = signatureOf(plain);
        signature.check(name);
        return switch (signature) {
            case ZIP -> ofZip(file, name, size, caps);
            case GZIP -> ofPacked("gzip", name, () -> new CappedStream(gunzipped(file), size, caps));
            default -> new Unpacked("", false, signature, plain);
        };
    }

    private static Unpacked ofPacked(String packing, String name, Bytes bytes) throws IOException {
        Signature inside = signatureOf(bytes);
        inside.check(name);
        if (inside == Signature.ZIP || inside == Signature.GZIP) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "'" + name + "' is an archive or workbook within an archive. Send what is inside it by itself.");
        }
        return new Unpacked(packing, false, inside, bytes);
    }

    private static Unpacked ofZip(Path file, String name, long size, Caps caps) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = entriesOf(zip);
            if (entries.stream().anyMatch(entry -> OFFICE.contains(entry.getName()))) {
                if (zip.getEntry("xl/workbook.xml") == null) {
                    throw new Unreadable(
                            Unreadable.Reason.FORMAT,
                            "'" + name + "' is an office document without an Excel workbook. Save it as .xlsx or CSV.");
                }
                checkSizes(zip, entries, size, caps);
                return new Unpacked("", true, Signature.ZIP, () -> Files.newInputStream(file));
            }
            String only = onlyDataFile(name, entries).getName();
            return ofPacked("zip", name, () -> new CappedStream(entryOf(file, only), size, caps));
        } catch (ZipException e) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "'" + name + "' is a damaged or protected archive (" + e.getMessage() + "). Pack the file again.");
        }
    }

    private static List<? extends ZipEntry> entriesOf(ZipFile zip) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        return Collections.list(entries).stream()
                .filter(entry -> !entry.isDirectory() && !isLitter(entry.getName()))
                .toList();
    }

    /** What operating systems put into archives by themselves. */
    private static boolean isLitter(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
    }

    private static ZipEntry onlyDataFile(String name, List<? extends ZipEntry> entries) throws Unreadable {
        if (entries.size() != 1) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "'" + name + "' holds " + entries.size() + " files. An archive must hold one data file.");
        }
        return entries.getFirst();
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
        InputStream in = zip.getInputStream(zip.getEntry(entry));
        return new FilterInputStream(in) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    private static Signature signatureOf(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return Signature.of(in.readNBytes(HEAD));
        }
    }
}
