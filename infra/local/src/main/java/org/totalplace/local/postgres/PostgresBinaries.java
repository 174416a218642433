package org.totalplace.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.totalplace.local.process.ProcessFailure;

/** The programs of PostgreSQL, unpacked once a machine from the Maven artefact of this processor. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks them below the folder unless that was done before; safe when several processes ask at once. */
    static PostgresBinaries in(Path folder) {
        URL archive = archive();
        try {
            Files.createDirectories(folder);
            // The size names the version well enough and is read without reading the archive.
            Path home = folder.resolve("postgres-" + archive.openConnection().getContentLengthLong());
            try (FileChannel marker = FileChannel.open(
                    folder.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Given back when the channel closes.
                marker.lock();
                if (!Files.exists(home)) {
                    unpack(archive, home);
                }
            }
            return new PostgresBinaries(home);
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked below " + folder, broken);
        }
    }

    private static URL archive() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String bundle = "postgres-linux-" + processor + ".txz";
        URL archive = PostgresBinaries.class.getResource("/" + bundle);
        if (archive == null) {
            throw new ProcessFailure("There is no PostgreSQL for this kind of machine (" + bundle
                    + "): run on Linux x86-64 or ARM64, or let the tests use Docker.");
        }
        return archive;
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.toAbsolutePath().getParent(), "unpacking");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
