package org.totalplace.intake.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Damages a small file as people, programs and wires do. */
final class Damage {

    private static final byte[] BYTES_THAT_MATTER =
            "\",;\t|\n\r\0{}[]:'()-/.09aZ\u00E9\u00A3".getBytes(StandardCharsets.ISO_8859_1);
    private static final List<String> CELLS = List.of(
            "",
            "0",
            "-",
            "#REF!",
            "########",
            "31/02/2025",
            "12/13/2025",
            "45720",
            "1.234,56",
            "\u00A3",
            "(5",
            "1E400",
            "\uFFFD",
            "Total",
            "Nil return",
            "\"",
            "=1+1",
            "x".repeat(256));
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"));

    private Damage() {}

    static byte[] to(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            bytes = random.nextInt(3) == 0 ? ofBytes(bytes, random) : ofText(bytes, random);
        }
        return bytes;
    }

    private static byte[] ofBytes(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = BYTES_THAT_MATTER[random.nextInt(BYTES_THAT_MATTER.length)];
            default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] ofText(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int column = random.nextInt(8);
        switch (random.nextInt(13)) {
            case 0 -> lines.add(line, lines.getFirst());
            case 1 -> lines.add(line, ",".repeat(random.nextInt(40)));
            case 2 -> lines.add(line, ",".repeat(random.nextInt(8)) + "12.50" + ",".repeat(random.nextInt(4)));
            case 3 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 4 -> lines.remove(line);
            case 5 -> lines.set(line, withCell(lines.get(line), column, CELLS.get(random.nextInt(CELLS.size()))));
            case 6 -> lines = changed(lines, column, "");
            case 7 -> lines = changed(lines, column, "a,b");
            case 8 -> lines.set(line, lines.get(line).replace("\"", random.nextBoolean() ? "" : "\"\""));
            case 9 -> lines.set(line, "\"" + lines.get(line));
            case 10 -> {
                String end = List.of("\r", "\r\n", "\n\n", "\u2028").get(random.nextInt(4));
                return String.join(end, lines).getBytes(StandardCharsets.ISO_8859_1);
            }
            case 11 -> {
                return text.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
            }
            default -> lines.set(line, withCell(lines.get(line), column, "y".repeat(random.nextInt(80_000))));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> changed(List<String> lines, int column, String cell) {
        return lines.stream()
                .map(line -> withCell(line, column, cell))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String withCell(String line, int column, String cell) {
        String[] cells = line.split(",", -1);
        if (column < cells.length) {
            cells[column] = cell;
        }
        return String.join(",", cells);
    }
}
