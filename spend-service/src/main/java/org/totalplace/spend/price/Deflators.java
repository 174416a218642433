package org.totalplace.spend.price;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/** The series of GDP deflators that the service ships; its README says where it comes from. */
public final class Deflators {

    static final String SOURCE = "HM Treasury, GDP deflators at market prices (ONS series L8GG), 2021-22 = 100";

    private static final Map<FinancialYear, Deflator> SERIES = read();

    private Deflators() {}

    /** One year's index. */
    private record Deflator(BigDecimal index, String status) {}

    /**
     * How to bring money of a year into the prices of another.
     *
     * @param text the year of the prices, for example {@code 2024-25}; null asks for none
     * @throws Problem 400 if it is no year or the series lacks one of the two
     */
    public static Optional<RealTerms> asked(@Nullable String text, FinancialYear year) {
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
        boolean settled = from.status().equals("outturn") && to.status().equals("outturn");
        return Optional.of(
                new RealTerms(prices.label(), from.index(), to.index(), SOURCE, settled ? "outturn" : "provisional"));
    }

    private static Deflator known(FinancialYear year) {
        Deflator deflator = SERIES.get(year);
        if (deflator == null) {
            throw Problem.badInput(
                    "realTerms",
                    "no-deflator",
                    "There is no deflator for " + year.label() + "; the series has "
                            + SERIES.keySet().iterator().next().label() + " and the years after it, "
                            + SERIES.size() + " in all.");
        }
        return deflator;
    }

    private static Map<FinancialYear, Deflator> read() {
        Map<FinancialYear, Deflator> series = new TreeMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Deflators.class.getResourceAsStream("deflators.csv")),
                        StandardCharsets.UTF_8))) {
            rows.stream()
                    .skip(1)
                    .forEach(row -> series.put(
                            FinancialYear.parse(row.getField(0)),
                            new Deflator(new BigDecimal(row.getField(1)), row.getField(2))));
        } catch (IOException e) {
            throw new UncheckedIOException("The deflators cannot be read", e);
        }
        return series;
    }
}
