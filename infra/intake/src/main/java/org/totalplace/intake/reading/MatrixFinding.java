package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.matrix.AmountColumn;
import org.totalplace.intake.reading.matrix.Matrix;
import org.totalplace.intake.reading.matrix.MatrixSearch;
import org.totalplace.intake.reading.matrix.Rows;
import org.totalplace.intake.reading.matrix.Told;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.value.FinancialYear;

/** Looks for the columns of amounts of one table, with what its titles say of them. */
final class MatrixFinding {

    static final String AMOUNT = "amount";

    private static final String UNDER_HEADINGS = "The same lines are listed under several headings: the headings were"
            + " taken for the services, and the lines for what was spent on.";
    private static final double GUESSED = 0.5;
    private static final double PLAIN = 0.8;
    private static final int MOST_TITLE_CELLS = 4;

    private final RecordLayout layout;
    private final ReadingOptions options;
    private final String file;

    MatrixFinding(RecordLayout layout, ReadingOptions options, String file) {
        this.layout = layout;
        this.options = options;
        this.file = file;
    }

    /** The mapping with every column of amounts in it, and how to read them. */
    record Found(Mapping mapping, Matrix matrix) {}

    Optional<Found> in(
            Mapping inferred, List<String> headers, @Nullable SourceRecord header, Sample sample, String sheet) {
        List<SourceRecord> body = sample.body(header);
        Mapping mapping = withService(withoutFigures(inferred, body), headers, body);
        Set<Integer> taken = mapping.columns().stream()
                .filter(column -> !column.field().equals(AMOUNT))
                .map(MappedColumn::column)
                .collect(Collectors.toSet());
        List<Integer> amount = mapping.columns().stream()
                .filter(column -> column.field().equals(AMOUNT))
                .map(MappedColumn::column)
                .toList();
        boolean byHand = mapping.source() == Mapping.Source.SET_BY_HAND && !amount.isEmpty();
        Rows rows =
                new Rows(taken, has(mapping, "service"), has(mapping, "year"), has(mapping, "phase"), amount, byHand);
        return MatrixSearch.in(headers, body, rows, told(header, sample, sheet))
                .map(matrix -> areUnderHeadings(mapping, matrix, body) ? matrix.withHeadings(UNDER_HEADINGS) : matrix)
                .map(matrix -> new Found(withAmounts(mapping, matrix), matrix));
    }

    /**
     * Whether what is spent on (staff, premises, income) is listed under each of several headings: then these name the
     * services. Names that each stand once are services themselves, whatever stands above them.
     */
    private static boolean areUnderHeadings(Mapping mapping, Matrix matrix, List<SourceRecord> body) {
        if (!has(mapping, "service") || has(mapping, "category")) {
            return false;
        }
        int service = mapping.columns().stream()
                .filter(column -> column.field().equals("service"))
                .mapToInt(MappedColumn::column)
                .findFirst()
                .orElse(-1);
        Set<String> headings = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (SourceRecord record : body) {
            String name = Cells.strip(record.cell(service)).toLowerCase(Locale.ROOT);
            boolean figures =
                    matrix.columns().stream().anyMatch(column -> !Cells.isEmpty(record.cell(column.column())));
            if (!figures && !name.isEmpty()) {
                headings.add(name);
            } else if (figures && !name.contains("total") && !seen.add(name)) {
                again.add(name);
            }
        }
        return headings.size() > 1 && !again.isEmpty();
    }

    private static boolean has(Mapping mapping, String field) {
        return mapping.columns().stream().anyMatch(column -> column.field().equals(field));
    }

    /** A header of figures that merely contains a word for a text is that of an amount. */
    private Mapping withoutFigures(Mapping mapping, List<SourceRecord> body) {
        List<MappedColumn> columns = mapping.columns().stream()
                .filter(column -> column.field().equals(AMOUNT)
                        || column.confidence() >= PLAIN
                        || !MatrixSearch.isOfFigures(body, column.column()))
                .toList();
        return new Mapping(columns, mapping.unmappedHeaders(), mapping.source());
    }

    /** Rows that neither header names are taken to be services where they begin with words. */
    private Mapping withService(Mapping mapping, List<String> headers, List<SourceRecord> body) {
        if (has(mapping, "service") || has(mapping, "body") || has(mapping, "otherBody") || has(mapping, "bodyName")) {
            return mapping;
        }
        Set<Integer> taken =
                mapping.columns().stream().map(MappedColumn::column).collect(Collectors.toSet());
        int column = MatrixSearch.unnamedService(headers, body, taken);
        if (column < 0) {
            return mapping;
        }
        List<MappedColumn> columns = new ArrayList<>(mapping.columns());
        String header = headers.get(column);
        columns.add(new MappedColumn(
                "service", column, header, GUESSED, "No header names it; this is the first column of words."));
        return inOrder(columns, mapping, List.of(header));
    }

    private Mapping withAmounts(Mapping mapping, Matrix matrix) {
        List<MappedColumn> columns = new ArrayList<>(mapping.columns().stream()
                .filter(column -> !column.field().equals(AMOUNT))
                .toList());
        Mapping before = mapping;
        matrix.columns().forEach(column -> columns.add(mapped(column, before)));
        return inOrder(
                columns,
                mapping,
                matrix.columns().stream().map(AmountColumn::header).toList());
    }

    private static MappedColumn mapped(AmountColumn column, Mapping inferred) {
        double confidence = inferred.columns().stream()
                .filter(known -> known.field().equals(AMOUNT) && known.column() == column.column())
                .mapToDouble(MappedColumn::confidence)
                .findFirst()
                .orElse(1);
        String what = (column.label() == null ? "" : " of '" + column.label() + "'")
                + (column.phase() == null ? "" : ", " + column.phase())
                + (column.year() == null ? "" : ", " + column.year());
        return new MappedColumn(AMOUNT, column.column(), column.header(), confidence, "Amounts" + what + ".");
    }

    private Mapping inOrder(List<MappedColumn> columns, Mapping mapping, List<String> nowMapped) {
        List<MappedColumn> ordered = layout.fields().stream()
                .flatMap(field ->
                        columns.stream().filter(column -> column.field().equals(field.name())))
                .toList();
        List<String> unmapped = new ArrayList<>(mapping.unmappedHeaders());
        unmapped.removeIf(header -> nowMapped.contains(header.replaceAll("[\\s\u00A0]+", " ")));
        return new Mapping(ordered, unmapped, mapping.source());
    }

    private Told told(@Nullable SourceRecord header, Sample sample, String sheet) {
        List<String> texts = new ArrayList<>();
        texts.add(sheet);
        if (header != null) {
            sample.forEach(record -> {
                List<String> cells = Arrays.stream(record.cells())
                        .filter(cell -> !Cells.isEmpty(cell))
                        .toList();
                if (record.number() < header.number() && cells.size() <= MOST_TITLE_CELLS) {
                    texts.add(String.join(" ", cells));
                }
            });
        }
        texts.add(file.replaceAll("[_.]+", " "));
        return new Told(options.stated().unit(), options.stated().phase(), year(options.period()), texts);
    }

    /** The financial year that a period lies in; a month that is written like a year of budgets is that year. */
    private static @Nullable FinancialYear year(@Nullable Period period) {
        if (period == null) {
            return null;
        }
        LocalDate from = period.from();
        boolean oneMonth = YearMonth.from(from).equals(YearMonth.from(period.to()));
        if (oneMonth && from.getMonthValue() == (from.getYear() + 1) % 100) {
            return new FinancialYear(from.getYear());
        }
        FinancialYear first = FinancialYear.of(from);
        return first.equals(FinancialYear.of(period.to())) ? first : null;
    }
}
