package org.totalplace.intake.layout;

import java.util.List;

/**
 * One field of a record.
 *
 * @param name as the API writes it
 * @param type what its cells are read as
 * @param required whether a row without it is refused, and a file without a column for it
 * @param personal whether its cells are kept out of reports and logs
 * @param lenient whether a cell that cannot be read counts as missing, with a note, instead of refusing the row
 * @param awaited whether a file without a column for it is told so, though its rows are taken
 * @param synonyms headers of real files in lower case with single spaces, the preferred one first
 * @param avoided words that tell that a header which merely contains a synonym means something else
 * @param parts headers of columns that make up the field together, joined by a space, where no column goes by a synonym
 * @param content what the cells of a text field look like
 */
public record Field(
        String name,
        FieldType type,
        boolean required,
        boolean personal,
        boolean lenient,
        boolean awaited,
        List<String> synonyms,
        List<String> avoided,
        List<String> parts,
        Content content) {

    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A field needs a name");
        }
        synonyms = List.copyOf(synonyms);
        avoided = List.copyOf(avoided);
        parts = List.copyOf(parts);
    }

    public static Field required(String name, FieldType type, String... synonyms) {
        return new Field(name, type, true, false, false, false, List.of(synonyms), List.of(), List.of(), Content.ANY);
    }

    public static Field optional(String name, FieldType type, String... synonyms) {
        return new Field(name, type, false, false, false, false, List.of(synonyms), List.of(), List.of(), Content.ANY);
    }

    /** The same field whose cells are never shown. */
    public Field asPersonal() {
        return new Field(name, type, required, true, lenient, awaited, synonyms, avoided, parts, content);
    }

    /** The same field whose unreadable cells are missing, with a note. */
    public Field asLenient() {
        return new Field(name, type, required, personal, true, awaited, synonyms, avoided, parts, content);
    }

    /** The same field, of which a file without it is told. */
    public Field asAwaited() {
        return new Field(name, type, required, personal, lenient, true, synonyms, avoided, parts, content);
    }

    /** The same field, not looked for in headers with these words. */
    public Field avoiding(String... words) {
        return new Field(name, type, required, personal, lenient, awaited, synonyms, List.of(words), parts, content);
    }

    /** The same field, made up of columns with these headers where it has none of its own. */
    public Field joinedFrom(String... headers) {
        return new Field(
                name, type, required, personal, lenient, awaited, synonyms, avoided, List.of(headers), content);
    }

    /** The same field, whose cells look like this. */
    public Field holding(Content cells) {
        return new Field(name, type, required, personal, lenient, awaited, synonyms, avoided, parts, cells);
    }

    /** The name as people write it, for example {@code date of birth}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                words.append(' ');
            }
            words.append(Character.toLowerCase(c));
        }
        return words.toString();
    }
}
