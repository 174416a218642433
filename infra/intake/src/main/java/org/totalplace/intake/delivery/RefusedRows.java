package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.bulk.CopyRows;

/**
 * The rows that a delivery's sender must mend, kept for download. Of records about persons only cells that say nothing
 * of a person are kept: the sender finds the rest by the row's number.
 */
final class RefusedRows implements AutoCloseable {

    private final BulkDatabase database;
    private final Delivery delivery;
    private final boolean personal;
    private final Set<Integer> shown;
    private @Nullable Connection connection;
    private @Nullable CopyRows copy;

    RefusedRows(BulkDatabase database, Delivery delivery, RecordLayout layout, Mapping mapping) {
        this.database = database;
        this.delivery = delivery;
        this.personal = layout.fields().stream().anyMatch(field -> field.personal());
        this.shown = new HashSet<>(mapping.columns().stream()
                .filter(column ->
                        !layout.fields().get(layout.indexOf(column.field())).personal())
                .map(MappedColumn::column)
                .toList());
    }

    void add(long row, List<String> cells, List<Problem> problems) throws SQLException {
        String reasons = problems.stream().map(Problem::message).collect(Collectors.joining(" "));
        copying().number(row).text(array(cells)).text(reasons).value(delivery.id());
        copying().endRow();
    }

    /** Keeps what was added, if anything; an earlier reading's rows are gone. */
    void keep() throws Exception {
        if (copy != null && connection != null) {
            copy.finish();
            connection.commit();
        } else {
            database.inTransaction(this::clear);
        }
    }

    private int clear(Connection connection) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement("delete from refused_row where delivery = ?")) {
            clear.setObject(1, delivery.id());
            return clear.executeUpdate();
        }
    }

    private CopyRows copying() throws SQLException {
        CopyRows open = copy;
        if (open == null) {
            Connection opened = database.open();
            connection = opened;
            clear(opened);
            open = new CopyRows(opened, "refused_row (row, cells, reasons, delivery)");
            copy = open;
        }
        return open;
    }

    private String array(List<String> cells) {
        StringBuilder array = new StringBuilder("{");
        for (int i = 0; i < cells.size(); i++) {
            String cell = personal && !shown.contains(i) ? "" : cells.get(i);
            array.append(i == 0 ? "\"" : ",\"")
                    .append(cell.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    @Override
    public void close() throws SQLException {
        try (Connection opened = connection) {
            if (copy != null) {
                copy.close();
            }
            if (opened != null) {
                opened.rollback();
            }
        }
    }
}
