package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * Columns behind the last header of a text whose rows nearly all go on for as many cells. Single rows with cells too
 * many have most likely shifted; here the days and amounts stand where the headers say.
 */
final class UnnamedColumns {

    private static final double NEARLY_ALL = 0.8;
    private static final double FEW = 0.1;
    /** What a comma without quotation marks leaves of thousands on its left and on its right. */
    private static final Pattern THOUSANDS = Pattern.compile("[-(\\u00a3 ]*\\d{1,3}");

    private static final Pattern REST = Pattern.compile("\\d{3}(?:\\.\\d+)?[) -]*");

    private final RecordLayout layout;
    private final Mapping mapping;
    private final DateText days = new DateText();

    private UnnamedColumns(RecordLayout layout, Mapping mapping) {
        this.layout = layout;
        this.mapping = mapping;
    }

    /** The header with blank names for such columns; as it was where there are none. */
    static FoundHeader named(RecordLayout layout, FoundHeader headed, Mapping mapping, List<SourceRecord> body) {
        int width = headed.headers().size();
        List<SourceRecord> wider = body.stream()
                .filter(record -> record.cells().length > width && !Cells.isEmpty(record.cell(width)))
                .toList();
        int cells = wider.stream()
                .collect(Collectors.groupingBy(record -> record.cells().length, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= NEARLY_ALL * body.size())
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        if (cells == 0 || !new UnnamedColumns(layout, mapping).areRight(wider, width)) {
            return headed;
        }
        List<String> headers = new ArrayList<>(headed.headers());
        headers.addAll(Collections.nCopies(cells - width, ""));
        return headed.naming(headers);
    }

    private boolean areRight(List<SourceRecord> wider, int width) {
        int amount = column(FieldType.AMOUNT);
        int day = column(FieldType.DATE);
        if (amount < 0 || day < 0) {
            return false;
        }
        boolean read = share(wider, record -> isAmount(record.cell(amount)) && isDay(record.cell(day))) >= NEARLY_ALL;
        boolean parted = share(wider, record -> isParted(record, amount)) > FEW;
        boolean goesOn = share(wider, record -> record.cell(width).startsWith(" ")) > FEW;
        return read && !parted && !goesOn;
    }

    private int column(FieldType type) {
        return mapping.columns().stream()
                .filter(column -> {
                    Field field = layout.fields().get(layout.indexOf(column.field()));
                    return field.required() && field.type() == type;
                })
                .mapToInt(column -> column.column())
                .findFirst()
                .orElse(-1);
    }

    private static double share(List<SourceRecord> records, Predicate<SourceRecord> which) {
        return (double) records.stream().filter(which).count() / records.size();
    }

    private static boolean isAmount(String cell) {
        return Amounts.isAmount(Amounts.pence(Cells.strip(cell)));
    }

    private boolean isDay(String cell) {
        return days.read(Cells.strip(cell));
    }

    /** Whether an amount of thousands was taken apart at its comma. */
    private static boolean isParted(SourceRecord record, int amount) {
        return THOUSANDS.matcher(Cells.strip(record.cell(amount))).matches()
                && REST.matcher(Cells.strip(record.cell(amount + 1))).matches();
    }
}
