package org.totalplace.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code who-may.txt}: which callers are let in where. */
final class WhoMay {

    /** In the order of the table's columns; nobody stands for a call without a token. */
    static final List<String> COLUMNS =
            List.of("owner", "other", "analyst", "board", "practitioner", "steward", "auditor");

    static final String NOBODY = "nobody";

    private static final String REFUSED = "-";

    private WhoMay() {}

    /** Method and path, to those who are let in. */
    static Map<String, Set<String>> table() {
        try (InputStream file =
                Objects.requireNonNull(WhoMay.class.getResourceAsStream("/who-may.txt"), "who-may.txt")) {
            Map<String, Set<String>> table = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .forEach(words -> table.put(
                            words[0] + " " + words[1],
                            new TreeSet<>(Arrays.stream(words, 2, words.length)
                                    .filter(word -> !word.equals(REFUSED))
                                    .toList())));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line as it would stand in the table. */
    static String line(String call, Set<String> letIn) {
        StringBuilder line =
                new StringBuilder("%-72s".formatted(call.replaceFirst(" ", " ".repeat(7 - call.indexOf(' ')))));
        for (String column : COLUMNS) {
            line.append(("%-" + (column.length() + 1) + "s").formatted(letIn.contains(column) ? column : REFUSED));
        }
        return letIn.contains(NOBODY) ? line + NOBODY : line.toString().stripTrailing();
    }
}
