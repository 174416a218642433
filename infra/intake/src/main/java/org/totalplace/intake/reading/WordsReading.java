package org.totalplace.intake.reading;

import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.reading.cell.Cells;

/** Reads cells of text, and notes what became of them before they were sent and what nobody else should see. */
final class WordsReading {

    private static final int LONGEST_OF_OLD_SHEETS = 255;
    private static final int LONGEST_OF_SHEETS = 32_767;

    private final boolean mayHaveLostCharacters;
    private String last = "";
    private String lastMasked = "";

    /** @param mayHaveLostCharacters whether the file has characters that no longer say what they were */
    WordsReading(boolean mayHaveLostCharacters) {
        this.mayHaveLostCharacters = mayHaveLostCharacters;
    }

    /** The text to be kept, or null if the cell says nothing. */
    @Nullable
    String read(String cell, Field field, @Nullable String header, Findings findings) {
        if (Cells.isSheetError(cell)) {
            findings.note(
                    ProblemType.TYPE_ERROR,
                    field,
                    header,
                    cell,
                    "is an error of the spreadsheet; it counts as missing.");
            return null;
        }
        int length = cell.length();
        if (length == LONGEST_OF_OLD_SHEETS || length == LONGEST_OF_SHEETS) {
            findings.note(
                    ProblemType.TRUNCATED_VALUE,
                    field,
                    header,
                    cell,
                    "has exactly " + length
                            + " characters, where some programs cut off what is longer. Check its end.");
        }
        if (mayHaveLostCharacters && cell.indexOf('\uFFFD') >= 0) {
            findings.note(
                    ProblemType.ENCODING_ERROR,
                    field,
                    header,
                    cell,
                    "has a character that was lost or cannot be read, shown as \uFFFD. Export the file in UTF-8.");
        }
        return switch (field.content()) {
            case NARRATIVE -> withoutPersons(cell, field, header, findings);
            case WORDS -> {
                if (PersonalData.isTitled(cell)) {
                    findings.personal(header, "seems to name a private person. Publish 'redacted' instead if so.");
                }
                yield cell;
            }
            case ANY, WORDS_RATHER, CAPITAL_OR_REVENUE, FLAG -> cell;
        };
    }

    private String withoutPersons(String cell, Field field, @Nullable String header, Findings findings) {
        if (field.personal()) {
            return cell;
        }
        if (!cell.equals(last)) {
            last = cell;
            lastMasked = PersonalData.masked(cell);
        }
        if (!lastMasked.equals(cell)) {
            findings.personal(
                    header,
                    "seems to tell of a person (a name with a title, an e-mail address or the like), which is not kept."
                            + " Leave it out of what is published.");
        }
        return lastMasked;
    }
}
