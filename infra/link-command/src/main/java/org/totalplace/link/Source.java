package org.totalplace.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.FurtherDetails;
import org.totalplace.linkage.IdentityRecord;

/** A table with what its columns mean, as records. */
record Source(Table table, FieldMapping mapping, int sourceColumn) {

    /** Ids of records sort as the rows do. */
    String key(int row) {
        return String.format("%s#%08d", table.name(), row + 1);
    }

    /** The code of the source of a row: the value of the source column, or the file's name. */
    String code(int row) {
        String cell = table.cell(row, sourceColumn);
        return cell.isEmpty() ? table.name() : cell;
    }

    /** What the file calls the row, or its number from 1. */
    String id(int row) {
        String id = mapping.value(table, row, Meaning.ID);
        return id.isEmpty() ? Integer.toString(row + 1) : id;
    }

    List<IdentityRecord> records() {
        PrintedDates dates = PrintedDates.of(table.rows().stream()
                .flatMap(row -> mapping.of(Meaning.BIRTH).stream().map(row::get)));
        List<IdentityRecord> records = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            records.add(identity(row, dates));
        }
        return records;
    }

    private IdentityRecord identity(int row, PrintedDates dates) {
        String given = value(row, Meaning.GIVEN);
        String family = value(row, Meaning.FAMILY);
        if (given.isEmpty() || family.isEmpty()) {
            FullName whole = FullName.of(value(row, Meaning.FULL_NAME));
            given = given.isEmpty() ? whole.given() : given;
            family = family.isEmpty() ? whole.family() : family;
        }
        if (given.isEmpty() && family.isEmpty()) {
            family = Organisations.clean(value(row, Meaning.ORGANISATION));
        }
        return new IdentityRecord(
                key(row),
                code(row),
                given,
                family,
                born(row, dates),
                value(row, Meaning.SEX),
                value(row, Meaning.POSTCODE),
                address(row),
                value(row, Meaning.NHS),
                value(row, Meaning.UPRN),
                further(row));
    }

    private FurtherDetails further(int row) {
        List<Integer> details = mapping.of(Meaning.DETAIL);
        return new FurtherDetails(
                value(row, Meaning.EMAIL),
                value(row, Meaning.PHONE),
                value(row, Meaning.IDENTIFIER),
                value(row, Meaning.TOWN),
                details.isEmpty() ? "" : table.cell(row, details.getFirst()),
                details.size() < 2 ? "" : table.cell(row, details.get(1)));
    }

    private @Nullable LocalDate born(int row, PrintedDates dates) {
        LocalDate whole = dates.read(value(row, Meaning.BIRTH));
        return whole != null || !mapping.has(Meaning.BIRTH_YEAR)
                ? whole
                : PrintedDates.date(
                        value(row, Meaning.BIRTH_YEAR), value(row, Meaning.BIRTH_MONTH), value(row, Meaning.BIRTH_DAY));
    }

    private String address(int row) {
        return (value(row, Meaning.HOUSE) + " " + value(row, Meaning.ADDRESS)).strip();
    }

    private String value(int row, Meaning meaning) {
        return mapping.value(table, row, meaning);
    }
}
