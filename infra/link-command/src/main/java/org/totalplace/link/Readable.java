package org.totalplace.link;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.totalplace.linkage.cleaning.Contacts;
import org.totalplace.linkage.cleaning.Identifiers;
import org.totalplace.linkage.cleaning.Names;
import org.totalplace.linkage.cleaning.Postcodes;
import org.totalplace.linkage.cleaning.Sexes;

/**
 * How many cells of a column are filled, and how many of these can be read as what the column is held to hold.
 *
 * @param rows that were looked at
 */
record Readable(int rows, int filled, int readable) {

    private static final int LOOKED_AT = 100_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /** Of a column; of a long one rows at even distances. */
    static Readable of(Table table, int column, Meaning meaning) {
        int step = 1 + table.rows().size() / LOOKED_AT;
        return of(
                IntStream.iterate(0, row -> row < table.rows().size(), row -> row + step)
                        .mapToObj(row -> table.cell(row, column))
                        .toList(),
                meaning);
    }

    static Readable of(List<String> cells, Meaning meaning) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        Predicate<String> reads = reads(meaning, filled);
        return new Readable(
                cells.size(), filled.size(), (int) filled.stream().filter(reads).count());
    }

    /** Of the filled cells; nothing of none. */
    double share() {
        return filled == 0 ? 0 : (double) readable / filled;
    }

    private static Predicate<String> reads(Meaning meaning, List<String> filled) {
        return switch (meaning) {
            case BIRTH -> {
                PrintedDates dates = PrintedDates.of(filled.stream());
                yield cell -> dates.read(cell) != null;
            }
            case BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR, AGE ->
                cell -> NUMBER.matcher(cell).matches();
            case GIVEN, FAMILY, FULL_NAME, MIDDLE, ORGANISATION ->
                cell -> !Names.clean(cell).isEmpty();
            case SEX -> cell -> Sexes.clean(cell) != 0;
            case POSTCODE -> cell -> !Postcodes.clean(cell).isEmpty();
            case EMAIL -> cell -> !Contacts.email(cell).isEmpty();
            case PHONE -> cell -> !Contacts.phone(cell).isEmpty();
            case NHS -> cell -> !Identifiers.nhsNumber(cell).isEmpty();
            case UPRN -> cell -> !Identifiers.uprn(cell).isEmpty();
            case IDENTIFIER -> cell -> !Contacts.identifier(cell).isEmpty();
            case TOWN, DETAIL -> cell -> !Contacts.words(cell).isEmpty();
            case ID, IGNORED, HOUSE, ADDRESS -> cell -> true;
        };
    }
}
