package org.totalplace.journey.community.listing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.node.ObjectNode;

/** The standard's tables as CSV files in one ZIP, as a data package is sent. */
final class ZippedTables {

    private static final long LARGEST_UNPACKED = 128L * 1024 * 1024;
    private static final int MOST_FILES = 100;

    private ZippedTables() {}

    static DirectoryFile read(byte[] file) {
        Map<String, List<ObjectNode>> tables = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long left = LARGEST_UNPACKED;
            int files = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
                left -= content.length;
                if (left < 0 || ++files > MOST_FILES) {
                    return new DirectoryFile.Unreadable("The ZIP file holds more than " + MOST_FILES + " files or "
                            + LARGEST_UNPACKED / (1024 * 1024) + " MB, which is the limit; send the tables alone.");
                }
                take(entry.getName(), content, tables, findings);
            }
        } catch (IOException broken) {
            return new DirectoryFile.Unreadable("The ZIP file is broken (" + broken.getMessage() + "); pack it again.");
        }
        return tables.containsKey("services")
                ? TabularDirectory.read(tables, findings)
                : new DirectoryFile.Unreadable("The ZIP file has no services.csv; it holds " + tables.keySet()
                        + ". Pack the standard's tables, services.csv among them.");
    }

    /** Its archives carry a second file beside each, which is named like it and is no table. */
    private static boolean isOfMacOs(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith("._");
    }

    private static void take(
            String name, byte[] content, Map<String, List<ObjectNode>> tables, List<Finding> findings) {
        if (isOfMacOs(name)) {
            return;
        }
        String table = TableName.of(name);
        if (!table.isEmpty()) {
            TextOfFile text = TextOfFile.of(content);
            findings.addAll(text.findings());
            tables.computeIfAbsent(table, key -> new ArrayList<>()).addAll(CsvRows.read(text.text()));
        } else if (name.endsWith(".csv") && !name.endsWith("metadata.csv")) {
            findings.add(new Finding(
                    Finding.Kind.NOTED, "", "", "The file " + name + " is none of the standard's tables; not read."));
        }
    }
}
