package org.totalplace.journey.community.listing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file's text: UTF-8, as the standard has it, or what Windows programs write, which is told.
 *
 * @param text without a byte order mark
 */
record TextOfFile(String text, List<Finding> findings) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextOfFile of(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new TextOfFile(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
        } catch (CharacterCodingException notUtf8) {
            Finding told = new Finding(
                    Finding.Kind.NOTED,
                    "",
                    "",
                    "The file is not UTF-8 and was read as windows-1252. Look at names with accents, and export as"
                            + " UTF-8.");
            return new TextOfFile(new String(file, WINDOWS), List.of(told));
        }
    }

    /** The first that is no space. */
    char firstCharacter() {
        return text.chars()
                .filter(character -> !Character.isWhitespace(character))
                .mapToObj(character -> (char) character)
                .findFirst()
                .orElse(' ');
    }
}
