package org.totalplace.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.cleaning.Identifiers;

/** What stands in the filled cells at the beginning of a column. */
record Content(List<String> cells) {

    private static final Pattern POSTCODE = Pattern.compile("[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}");
    private static final Pattern SEX = Pattern.compile("(?i)m|f|u|x|male|female|unknown|man|woman");
    private static final Pattern PHONE = Pattern.compile("[+0(][\\d ()./-]{8,18}");
    private static final Pattern ADDRESS = Pattern.compile("(?s)(\\d+|(?i:flat|unit|apt)\\b).*\\p{L}{3,}.* .*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}' .-]+");
    private static final Pattern YEAR = Pattern.compile("1[89]\\d\\d|20\\d\\d");
    private static final Pattern LONG_NUMBER = Pattern.compile("[\\d \\-]{6,}");
    private static final int FEW_DATES = 20;
    private static final int LOOKED_AT = 5_000;

    static Content of(Table table, int column) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < table.rows().size() && cells.size() < LOOKED_AT; row++) {
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

    double years() {
        return share(cell -> YEAR.matcher(cell).matches());
    }

    double sexes() {
        return cells.stream().distinct().count() < 2
                ? 0
                : share(cell -> SEX.matcher(cell).matches());
    }

    double nhsNumbers() {
        return share(cell -> !Identifiers.nhsNumber(cell).isEmpty());
    }

    double longNumbers() {
        return share(cell -> LONG_NUMBER.matcher(cell).matches());
    }

    double postcodes() {
        return share(cell -> POSTCODE.matcher(cell).matches());
    }

    double phones() {
        return share(
                cell -> PHONE.matcher(cell).matches() && !Contacts.phone(cell).isEmpty());
    }

    double addresses() {
        return share(cell -> ADDRESS.matcher(cell).matches());
    }

    double givenNames() {
        return share(FamiliarNames::given);
    }

    double familyNames() {
        return share(FamiliarNames::family);
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
