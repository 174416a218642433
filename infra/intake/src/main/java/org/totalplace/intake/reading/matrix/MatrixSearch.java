package org.totalplace.intake.reading.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.totalplace.intake.reading.source.SourceRecord;

/** Finds the columns of amounts in a table: which there are, which of them count, and what they are amounts of. */
public final class MatrixSearch {

    private static final int MOST_NAMES = 12;

    private final Figures figures;
    private final Rows rows;
    private final Told told;
    private final List<String> notes = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final List<Matrix.Check> checks = new ArrayList<>();

    private MatrixSearch(Figures figures, Rows rows, Told told) {
        this.figures = figures;
        this.rows = rows;
        this.told = told;
    }

    /**
     * The matrix of a table; empty if it has no column of amounts.
     *
     * @param headers as printed
     * @param body the first records below the header
     */
    public static Optional<Matrix> in(List<String> headers, List<SourceRecord> body, Rows rows, Told told) {
        MatrixSearch search = new MatrixSearch(new Figures(body), rows, told);
        List<AmountColumn> columns = search.columns(search.candidates(headers));
        return columns.isEmpty() ? Optional.empty() : Optional.of(search.matrix(columns));
    }

    /** Whether a column holds figures, and so hardly names anything. */
    public static boolean isOfFigures(List<SourceRecord> body, int column) {
        return new Figures(body).areAmounts(column);
    }

    /** The first column of words that no field was taken from, where rows must be named by something; -1 if none. */
    public static int unnamedService(List<String> headers, List<SourceRecord> body, Set<Integer> taken) {
        Figures figures = new Figures(body);
        for (int column = 0; column < headers.size(); column++) {
            if (!taken.contains(column) && figures.areWords(column)) {
                return column;
            }
        }
        return -1;
    }

    private List<Headed> candidates(List<String> headers) {
        List<Headed> candidates = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            boolean byHand = rows.byHand() && rows.amount().contains(column);
            Headed headed = Headed.of(column, headers.get(column));
            boolean possible =
                    !rows.taken().contains(column) && !headed.header().isEmpty() && !headed.isNoMoney();
            if (byHand || (possible && !rows.byHand() && figures.areAmounts(column))) {
                candidates.add(headed);
            }
        }
        List<String> noMoney = IntStream.range(0, headers.size())
                .filter(column -> !rows.byHand() && !rows.taken().contains(column) && figures.areAmounts(column))
                .mapToObj(column -> Headed.of(column, headers.get(column)))
                .filter(Headed::isNoMoney)
                .map(Headed::header)
                .toList();
        if (!noMoney.isEmpty()) {
            notes.add("Columns of figures whose headers say that they are no amounts were set aside: " + names(noMoney)
                    + ".");
        }
        return candidates;
    }

    private List<AmountColumn> columns(List<Headed> candidates) {
        List<Headed> counted = ofOneMeasure(withTrueLabels(candidates));
        counted = rows.services() ? besideServices(counted) : counted;
        Map<List<Object>, List<Headed>> groups = counted.stream()
                .collect(Collectors.groupingBy(
                        column -> Arrays.asList(column.year(), column.phase()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<AmountColumn> columns = new ArrayList<>();
        groups.values().forEach(group -> columns.addAll(withoutTotals(group)));
        return columns;
    }

    /** Words for a year or phase in a few headers among many are part of a service's name. */
    private static List<Headed> withTrueLabels(List<Headed> candidates) {
        long labelled = candidates.stream().filter(Headed::hasYearOrPhase).count();
        boolean usual = 2 * labelled >= candidates.size();
        return candidates.stream()
                .map(column -> usual || column.named().isEmpty() || !column.hasYearOrPhase()
                        ? column
                        : column.withoutYearAndPhase())
                .toList();
    }

    private List<Headed> ofOneMeasure(List<Headed> candidates) {
        List<Headed> measured =
                candidates.stream().filter(column -> column.measure() != null).toList();
        int best = measured.stream().mapToInt(Headed::rank).min().orElse(Measures.NEVER);
        boolean dimension = rows.services() ? !measured.isEmpty() : 2 * measured.size() >= candidates.size();
        if (best == Measures.NEVER || !dimension) {
            return candidates.stream().map(Headed::withoutMeasure).toList();
        }
        String measure = Objects.requireNonNull(measured.stream()
                .filter(column -> column.rank() == best)
                .findFirst()
                .orElseThrow()
                .measure());
        List<Headed> counted = candidates.stream()
                .filter(column -> measure.equals(column.measure()))
                .toList();
        List<Headed> others =
                candidates.stream().filter(column -> !counted.contains(column)).toList();
        if (!others.isEmpty()) {
            notes.add("The table has several measures: '" + measure + "' counts, and " + others.size()
                    + " columns of others were set aside: " + names(measures(others)) + ".");
        }
        return counted;
    }

    private static Set<String> measures(List<Headed> columns) {
        return columns.stream()
                .map(column -> Objects.requireNonNullElse(column.measure(), column.header()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where rows name services, columns that say neither year, phase nor measure are amounts only if all are so. */
    private List<Headed> besideServices(List<Headed> columns) {
        List<Headed> labelled = columns.stream()
                .filter(column -> column.hasYearOrPhase() || column.measure() != null)
                .toList();
        List<Headed> named = columns.stream()
                .filter(column -> rows.amount().contains(column.column()))
                .toList();
        List<Headed> counted = !labelled.isEmpty() ? labelled : !named.isEmpty() ? named : columns;
        List<String> others = columns.stream()
                .filter(column -> !counted.contains(column))
                .map(Headed::header)
                .toList();
        if (!others.isEmpty()) {
            notes.add("Columns whose headers say neither a year nor a phase were set aside: " + names(others) + ".");
        }
        return counted;
    }

    /** Of several columns that say nothing but one year and phase, one is meant: what was decided before a forecast. */
    private List<Headed> onceEach(List<Headed> group) {
        List<Headed> unnamed =
                group.stream().filter(column -> column.label() == null).toList();
        if (unnamed.size() < 2 || !unnamed.getFirst().hasYearOrPhase()) {
            return group;
        }
        Headed meant = unnamed.stream()
                .filter(column -> !column.isForecast())
                .findFirst()
                .orElse(unnamed.getFirst());
        List<Headed> others =
                unnamed.stream().filter(column -> !column.equals(meant)).toList();
        notes.add("Of several columns for one year and phase '" + meant.header() + "' counts; set aside: "
                + names(headers(others)) + ".");
        return group.stream().filter(column -> !others.contains(column)).toList();
    }

    private List<AmountColumn> withoutTotals(List<Headed> group) {
        TotalColumns.Sorted sorted = TotalColumns.among(onceEach(group), figures);
        if (!sorted.totals().isEmpty()) {
            notes.add(sorted.totals().size() + " columns add up others and were not counted twice: "
                    + names(headers(sorted.totals())) + ".");
        }
        Headed whole = sorted.whole();
        if (!sorted.beyond().isEmpty() && whole != null) {
            notes.add(sorted.beyond().size() + " columns beyond '" + whole.header()
                    + "' are no services (levies, financing, reserves and adjustments) and were set aside: "
                    + names(headers(sorted.beyond())) + ".");
        }
        if (!sorted.doubtful().isEmpty()) {
            doubts.add("Columns that are called totals do not add up the columns before them, and were set aside: "
                    + names(headers(sorted.doubtful())) + ". Confirm it if they are totals, or set the mapping by"
                    + " hand.");
        }
        if (whole != null) {
            List<Integer> parts = sorted.parts().stream().map(Headed::column).toList();
            checks.add(new Matrix.Check(whole.column(), whole.header(), parts));
        }
        return sorted.parts().stream()
                .map(part -> new AmountColumn(part.column(), part.header(), part.label(), part.year(), part.phase()))
                .toList();
    }

    private Matrix matrix(List<AmountColumn> columns) {
        MoneyUnit unit = unit(columns);
        if (unit == null && figures.lookLikeThousands(columns)) {
            doubts.add("Neither the titles nor the headers say whether amounts are in pounds or in thousands of pounds;"
                    + " they were read as pounds but look like thousands. Confirm it if they are pounds, or set the"
                    + " feed's unit to thousands and send the file again.");
        } else if (unit == null) {
            notes.add("Neither the titles nor the headers say the unit: amounts were read as pounds.");
        } else if (unit != MoneyUnit.POUNDS) {
            notes.add("Amounts are in " + unit.code() + " of pounds.");
        }
        String phase = told.phaseOrTitle();
        if (phase == null && !rows.phases() && columns.stream().anyMatch(column -> column.phase() == null)) {
            doubts.add("Nothing says whether the amounts are a budget, a revised budget or an outturn; they were taken"
                    + " as a budget. Confirm it if that is right, or say the phase in the feed's settings.");
        }
        return new Matrix(
                columns,
                checks,
                Objects.requireNonNullElse(unit, MoneyUnit.POUNDS),
                told.yearOrTitle(),
                phase,
                notes,
                doubts,
                false);
    }

    private @org.jspecify.annotations.Nullable MoneyUnit unit(List<AmountColumn> columns) {
        if (told.unit() != null) {
            return told.unit();
        }
        MoneyUnit inHeaders = columns.stream()
                .map(column -> MoneyUnit.saidIn(column.header()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return inHeaders == null ? told.unitInTexts() : inHeaders;
    }

    private static List<String> headers(List<Headed> columns) {
        return columns.stream().map(Headed::header).toList();
    }

    private static String names(java.util.Collection<String> names) {
        String shown =
                names.stream().limit(MOST_NAMES).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }
}
