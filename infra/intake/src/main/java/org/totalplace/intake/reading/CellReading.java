package org.totalplace.intake.reading;

/** What a cell was read as. */
sealed interface CellReading {

    /** A value of the field's type. */
    record Read(Object value) implements CellReading {}

    /**
     * A value, with something to tell.
     *
     * @param type of the note
     * @param why second half of a sentence about the cell
     */
    record Doubted(Object value, ProblemType type, String why) implements CellReading {}

    /**
     * No value.
     *
     * @param type of the problem
     * @param why second half of a sentence about the cell, then what was expected
     */
    record Unread(ProblemType type, String why) implements CellReading {}
}
