package org.totalplace.link;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Parquet: a column for each field of the topmost level, what is nested in it joined by spaces. */
final class ParquetFiles {

    private static final int INT96_BYTES = 12;
    private static final int DAY_AT = 8;

    private ParquetFiles() {}

    static Table read(String name, Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader row = reader.rowReader()) {
            List<SchemaNode> fields = reader.getFileSchema().getRootNode().children();
            List<List<String>> rows = new ArrayList<>();
            while (row.hasNext()) {
                row.next();
                List<String> cells = new ArrayList<>();
                for (int field = 0; field < fields.size(); field++) {
                    cells.add(row.isNull(field) ? "" : cell(row, field, reader.getFileSchema(), fields.get(field)));
                }
                rows.add(Table.fitted(cells, fields.size()));
            }
            return new Table(name, fields.stream().map(SchemaNode::name).toList(), rows);
        }
    }

    private static String cell(RowReader row, int field, FileSchema schema, SchemaNode node) {
        if (node instanceof SchemaNode.PrimitiveNode leaf && leaf.type() == PhysicalType.INT96) {
            return row.getRawValue(field) instanceof byte[] bytes ? dayOf(bytes) : text(row.getValue(field));
        }
        return text(row.getValue(field));
    }

    /** A value as a person would write it. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> bytes(bytes);
            case Double number -> number(number);
            case Float number -> number(Double.parseDouble(number.toString()));
            case BigDecimal number -> number.toPlainString();
            case PqStruct struct ->
                joined(IntStream.range(0, struct.getFieldCount())
                        .mapToObj(field -> text(struct.getValue(struct.getFieldName(field)))));
            case PqList list -> joined(list.values().stream().map(ParquetFiles::text));
            default -> value.toString();
        };
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String number(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : "";
    }

    /** Writers that do not say what bytes are mean text, but for those that cannot be one. */
    private static String bytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : HexFormat.of().formatHex(bytes);
    }

    /** The older form of a moment: nanoseconds of the day, then the Julian day, lowest byte first. */
    static String dayOf(byte[] bytes) {
        if (bytes.length != INT96_BYTES) {
            return bytes(bytes);
        }
        int day = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(DAY_AT);
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day).toString();
    }
}
