package org.totalplace.sample.place;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/** Writes maps, lists, text, numbers and pence (as pounds) as JSON (RFC 8259). */
public final class Json {

    private Json() {}

    /** An object of names and values by turns, in their order; a null value leaves its name out. */
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    /** On one line. */
    public static String line(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value, null);
        return out.toString();
    }

    /** Indented, with a line end at the end; objects inside lists stay on one line. */
    public static String page(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value, "\n");
        return out.append('\n').toString();
    }

    private static void append(StringBuilder out, Object value, @Nullable String newLine) {
        switch (value) {
            case Map<?, ?> map -> appendObject(out, map, newLine);
            case List<?> list -> appendList(out, list, newLine);
            case Pence pence -> out.append(pence);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> appendText(out, value.toString());
        }
    }

    private static void appendObject(StringBuilder out, Map<?, ?> map, @Nullable String newLine) {
        String inner = newLine == null ? null : newLine + "  ";
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(inner == null ? "" : inner);
            appendText(out, String.valueOf(entry.getKey()));
            out.append(": ");
            append(out, entry.getValue(), inner);
            out.append(entries.hasNext() ? "," : "").append(entries.hasNext() && inner == null ? " " : "");
        }
        out.append(newLine == null ? "" : newLine).append('}');
    }

    private static void appendList(StringBuilder out, List<?> list, @Nullable String newLine) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? "," : "").append(newLine == null ? (i > 0 ? " " : "") : newLine + "  ");
            append(out, list.get(i), null);
        }
        out.append(newLine == null ? "" : newLine).append(']');
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
