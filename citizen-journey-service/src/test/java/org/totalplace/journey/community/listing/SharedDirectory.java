package org.totalplace.journey.community.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;

/** The standard's own examples and other real files, which are not part of the project. */
public final class SharedDirectory {

    private static final Path FOLDER = Path.of("../../shared/data/directory");

    private SharedDirectory() {}

    /** Skips the test where the file is not there. */
    public static byte[] file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there, so it is not read");
        return bytes(file);
    }

    /** The tables of the data package in one ZIP, as they are sent. */
    public static byte[] zippedTables() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String table :
                    List.of("organizations", "services", "locations", "phones", "services_at_location", "metadata")) {
                out.putNextEntry(new ZipEntry("data/hsds_simple_" + table + ".csv"));
                out.write(file("hsds_simple_" + table + ".csv"));
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("datapackage.json"));
            out.write(file("hsds_simple_datapackage.json"));
        }
        return zip.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
