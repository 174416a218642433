package org.totalplace.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.totalplace.linkage.cleaning.Identifiers;
import org.totalplace.linkage.cleaning.Nicknames;
import org.totalplace.linkage.cleaning.Plain;

/** What stands in the filled cells at the beginning of a column. */
record Content(List<String> cells) {

    private static final Pattern POSTCODE = Pattern.compile("[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}");
    private static final Pattern SEX = Pattern.compile("(?i)m|f|u|x|male|female|unknown|man|woman");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}' .-]+");
    private static final int FEW_DATES = 20;

    static Content of(Table table, int column, int lookedAt) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < table.rows().size() && cells.size() < lookedAt; row++) {
            String cell = table.cell(row, column);
            if (!cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return new Content(cells);
    }

    int filled() {
        return cells.size();
    }

    double emails() {
        return share(cell -> cell.indexOf('@') > 0);
    }

    /** Dates of many different years in which living people, or those of history, may have been born. */
    double birthDates() {
        PrintedDates dates = PrintedDates.of(cells.stream());
        long years = cells.stream()
                .map(dates::read)
                .filter(date -> date != null)
                .map(LocalDate::getYear)
                .distinct()
                .count();
        return years < FEW_DATES ? 0 : share(cell -> dates.read(cell) != null);
    }

    double sexes() {
        return share(cell -> SEX.matcher(cell).matches());
    }

    double nhsNumbers() {
        return share(cell -> !Identifiers.nhsNumber(cell).isEmpty());
    }

    double postcodes() {
        return share(cell -> POSTCODE.matcher(cell).matches());
    }

    double givenNames() {
        return share(cell -> Nicknames.groups(Plain.text(cell).split(" ")[0]).length > 0);
    }

    double severalWords() {
        return share(cell -> cell.indexOf(' ') > 0);
    }

    double words() {
        return share(cell -> WORDS.matcher(cell).matches());
    }

    /** Shannon's entropy in bits: how well the values tell rows apart. */
    double surprise() {
        Map<String, Integer> counts = new HashMap<>();
        cells.forEach(cell -> counts.merge(cell, 1, Integer::sum));
        return counts.values().stream()
                .mapToDouble(count -> {
                    double share = (double) count / cells.size();
                    return -share * Math.log(share) / Math.log(2);
                })
                .sum();
    }

    private double share(Predicate<String> test) {
        return cells.isEmpty() ? 0 : (double) cells.stream().filter(test).count() / cells.size();
    }
}
