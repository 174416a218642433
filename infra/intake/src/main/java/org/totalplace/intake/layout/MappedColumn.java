package org.totalplace.intake.layout;

/**
 * A column of a file and the field that it was taken for. A field that is made up of several columns has one of these
 * for each.
 *
 * @param field name of the field
 * @param column place in the file, from 0
 * @param header as printed, without the space around it
 * @param confidence 0 to 1; below {@link Mapping#DOUBTFUL} a person should look
 * @param why in words that a data officer understands
 */
public record MappedColumn(String field, int column, String header, double confidence, String why) {

    public MappedColumn {
        if (column < 0 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("No such column or confidence: " + column + ", " + confidence);
        }
    }
}
