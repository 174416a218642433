package org.totalplace.starter.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.totalplace.starter.paging.Csv;

/**
 * A table as <a href="https://parquet.apache.org/docs/file-format/">Parquet</a>, row group by row group, so that a
 * table of any length is written within the memory of one. Beside every column that does not hold text stands one of
 * text ({@code personsSymbol} beside {@code persons}) with what is printed where there is no value: {@code c},
 * {@code x}, {@code z}, {@code low}.
 */
final class ParquetTable {

    static final String SYMBOL = "Symbol";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String APOSTROPHE = "'";
    private static final int BYTES_A_GROUP = 4 * 1024 * 1024;

    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<Integer> cellOf = new ArrayList<>();
    private final Map<String, String> notes;
    private final List<Thrift> groups = new ArrayList<>();
    private long offset;
    private long rows;
    private int gathered;

    /** @param notes what stands in the footer beside the schema */
    ParquetTable(List<Column> header, Map<String, String> notes) {
        this.notes = notes;
        for (int cell = 0; cell < header.size(); cell++) {
            Column column = header.get(cell);
            ParquetColumn.Kind kind = ParquetColumn.Kind.of(column.type());
            add(column.name(), kind, cell);
            if (kind != ParquetColumn.Kind.TEXT) {
                add(column.name() + SYMBOL, ParquetColumn.Kind.TEXT, cell);
            }
        }
    }

    private void add(String name, ParquetColumn.Kind kind, int cell) {
        columns.add(new ParquetColumn(name, kind));
        cellOf.add(cell);
    }

    /** What the file begins with. */
    byte[] begun() {
        offset = MAGIC.length;
        return MAGIC.clone();
    }

    /** Takes rows; answers with the row groups that they fill, if any. */
    byte[] take(List<List<String>> lines) {
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        for (List<String> line : lines) {
            take(line, full);
        }
        return full.toByteArray();
    }

    private void take(List<String> line, ByteArrayOutputStream full) {
        boolean fits = true;
        int held = 0;
        for (int i = 0; i < columns.size(); i++) {
            ParquetColumn column = columns.get(i);
            int cell = cellOf.get(i);
            boolean isSymbol = i > 0 && cellOf.get(i - 1) == cell;
            String text = cell < line.size() ? line.get(cell) : "";
            fits = column.take(isSymbol && fits ? "" : column.kind() == ParquetColumn.Kind.TEXT ? bare(text) : text);
            held += column.held();
        }
        gathered++;
        if (held >= BYTES_A_GROUP) {
            full.writeBytes(group());
        }
    }

    /** Without the apostrophe by which CSV keeps spreadsheets from running a text. */
    private static String bare(String text) {
        return text.startsWith(APOSTROPHE) && Csv.startsAFormula(text.substring(1)) ? text.substring(1) : text;
    }

    private byte[] group() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Thrift> chunks = new ArrayList<>();
        long plain = 0;
        long begin = offset;
        for (ParquetColumn column : columns) {
            ParquetColumn.Chunk chunk = column.chunk();
            chunks.add(chunk.told(offset));
            bytes.writeBytes(chunk.header());
            bytes.writeBytes(chunk.packed());
            offset += chunk.size();
            plain += chunk.plain();
        }
        groups.add(new Thrift()
                .structs(1, chunks)
                .large(2, plain)
                .large(3, gathered)
                .large(5, begin)
                .large(6, offset - begin));
        rows += gathered;
        gathered = 0;
        return bytes.toByteArray();
    }

    /** What is left, and the footer. */
    byte[] ended() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (gathered > 0) {
            bytes.writeBytes(group());
        }
        byte[] footer = footer();
        bytes.writeBytes(footer);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        bytes.writeBytes(MAGIC);
        return bytes.toByteArray();
    }

    private byte[] footer() {
        List<Thrift> schema = new ArrayList<>();
        schema.add(new Thrift().text(4, "table").number(5, columns.size()));
        columns.forEach(column -> schema.add(column.schema()));
        return new Thrift()
                .number(1, 1)
                .structs(2, schema)
                .large(3, rows)
                .structs(4, groups)
                .structs(
                        5,
                        notes.entrySet().stream()
                                .map(note -> new Thrift().text(1, note.getKey()).text(2, note.getValue()))
                                .toList())
                .text(6, "total-place")
                .ended();
    }
}
