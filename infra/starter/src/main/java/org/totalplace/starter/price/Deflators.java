package org.totalplace.starter.price;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/**
 * The series of deflators that the partnership has chosen, such as the Treasury's GDP deflators at market prices. None
 * is shipped: an edition is current for three months, and a figure in real terms is as good as its series.
 */
public final class Deflators {

    private static final String OUTTURN = "outturn";

    private final String source;
    private final NavigableMap<FinancialYear, Deflator> series;

    Deflators(DeflatorSettings settings) {
        this.source = settings.source();
        this.series = settings.file() == null ? new TreeMap<>() : read(settings.file());
    }

    /**
     * One year's index.
     *
     * @param status {@code outturn} or {@code provisional}
     */
    public record Deflator(BigDecimal index, String status) {}

    /** The series and its edition; empty where none was chosen. */
    public String source() {
        return source;
    }

    /** All years that the series knows; none where no series was chosen. */
    public NavigableMap<FinancialYear, Deflator> series() {
        return Collections.unmodifiableNavigableMap(series);
    }

    /**
     * How to bring money of a year into the prices of another.
     *
     * @param text the year of the prices, for example {@code 2024-25}; null asks for none
     * @throws Problem 400 if it is no year or the series lacks one of the two; 409 if there is no series
     */
    public Optional<RealTerms> asked(@Nullable String text, FinancialYear year) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        FinancialYear prices;
        try {
            prices = FinancialYear.parse(text.strip());
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badInput("realTerms", "invalid-year", unreadable.getMessage() + ".");
        }
        Deflator from = known(year);
        Deflator to = known(prices);
        boolean settled = from.status().equals(OUTTURN) && to.status().equals(OUTTURN);
        return Optional.of(
                new RealTerms(prices.label(), from.index(), to.index(), source, settled ? OUTTURN : "provisional"));
    }

    private Deflator known(FinancialYear year) {
        if (series.isEmpty()) {
            throw Problem.conflict(
                    "no-deflators",
                    "No series of deflators has been chosen, so nothing can be told in real terms. Whoever runs the"
                            + " service sets totalplace.deflators.");
        }
        Deflator deflator = series.get(year);
        if (deflator == null) {
            throw Problem.badInput(
                    "realTerms",
                    "no-deflator",
                    "There is no deflator for " + year.label() + "; the series goes from "
                            + series.firstKey().label() + " to "
                            + series.lastKey().label() + ".");
        }
        return deflator;
    }

    private static NavigableMap<FinancialYear, Deflator> read(Path file) {
        NavigableMap<FinancialYear, Deflator> series = new TreeMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            rows.stream().skip(1).forEach(row -> enter(series, row));
        } catch (IOException e) {
            throw new UncheckedIOException("The deflators cannot be read from " + file.getFileName(), e);
        }
        return series;
    }

    private static void enter(Map<FinancialYear, Deflator> series, CsvRecord row) {
        series.put(
                FinancialYear.parse(row.getField(0).strip()),
                new Deflator(
                        new BigDecimal(row.getField(1).strip()), row.getField(2).strip()));
    }
}
