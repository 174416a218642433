package org.totalplace.intake.reading;

/**
 * How large a file may be. Whatever passes one of these refuses the file with the number.
 *
 * @param decompressedBytes of the data, unpacked
 * @param ratio of unpacked to packed bytes; looked at above 10 MB only, since small files pack well
 * @param cellCharacters in one cell
 * @param columns in one record
 * @param rows in one file
 */
public record Limits(long decompressedBytes, int ratio, int cellCharacters, int columns, long rows) {

    public static final Limits STANDARD = new Limits(2L << 30, 100, 64 * 1024, 500, 5_000_000);
}
