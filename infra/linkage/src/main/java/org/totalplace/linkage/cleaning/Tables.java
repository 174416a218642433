package org.totalplace.linkage.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables beside this class that analysts read and extend: one row a line, cells between commas, {@code #} comments.
 */
final class Tables {

    private Tables() {}

    static List<List<String>> rows(String name) {
        try (InputStream table = Tables.class.getResourceAsStream(name)) {
            if (table == null) {
                throw new IllegalStateException("The table " + name + " is missing beside " + Tables.class.getName());
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s*,\\s*")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
