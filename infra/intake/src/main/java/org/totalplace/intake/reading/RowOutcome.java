package org.totalplace.intake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * What became of one record of a file. Every record but the header has exactly one outcome, so that the records read
 * are the accepted, refused, blank and set-aside ones together.
 */
public sealed interface RowOutcome {

    /**
     * Number of the record in the file, from 1, the header and what stands above it included. A quoted cell with line
     * breaks does not count as more than one record. The sheets of a workbook count on from one another; JSON objects
     * count from 1 and have no header.
     */
    long row();

    /** A record whose cells could all be read. */
    record Accepted(long row, Values values) implements RowOutcome {}

    /**
     * A record that cannot be taken.
     *
     * @param cells as printed
     * @param problems at least one
     * @param amount if the row's amount could be read all the same, so that no money is lost sight of
     */
    record Refused(
            long row,
            List<String> cells,
            List<Problem> problems,
            @Nullable Pence amount) implements RowOutcome {}

    /** A record below the header without any content. */
    record Blank(long row) implements RowOutcome {}

    /**
     * Not a record of the agency's: a title above the header, a repeated header, a total.
     *
     * @param cells as printed
     * @param why {@code title-row} or {@code total-row}
     */
    record SetAside(long row, List<String> cells, ProblemType why) implements RowOutcome {}
}
