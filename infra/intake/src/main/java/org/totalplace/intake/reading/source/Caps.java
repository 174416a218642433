package org.totalplace.intake.reading.source;

/**
 * What no file may pass.
 *
 * @param bytes unpacked
 * @param ratio of unpacked to packed bytes
 * @param cellCharacters in one cell
 * @param columns in one record
 */
public record Caps(long bytes, int ratio, int cellCharacters, int columns) {

    Unreadable tooLongACell(long record) {
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "Record " + record + " has a cell of more than " + cellCharacters + " characters, which is the limit."
                        + " Often a quotation mark was opened there and never closed.");
    }

    Unreadable tooManyColumns(long record) {
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "Record " + record + " has more than " + columns + " columns, which is the limit.");
    }
}
