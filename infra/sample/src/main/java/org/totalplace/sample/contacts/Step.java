package org.totalplace.sample.contacts;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.people.KnowingAgency;
import org.totalplace.sample.place.Resources;

/**
 * One step of a pathway, as {@code steps.csv} plans it. It happens when the agency knows the person and chance agrees.
 *
 * @param journey the map it belongs to, or null for contacts that no map catches
 * @param stage   the stage of that map, or null
 * @param chance  per cent
 * @param gap     days since the step before
 * @param days    how long it lasts; negative for a contact of one moment
 * @param times   how often it is repeated, {@code every} so many days
 */
record Step(
        @Nullable String journey,
        KnowingAgency agency,
        String service,
        String type,
        @Nullable String stage,
        int chance,
        Range gap,
        Range days,
        Range units,
        Range times,
        int every) {

    /** From and to, both possible. */
    record Range(int from, int to) {}

    static final List<Step> ALL =
            Resources.table(Step.class, "steps.csv").stream().map(Step::read).toList();

    private static Step read(NamedCsvRecord row) {
        return new Step(
                textOrNull(row, "journey"),
                agency(row.getField("agency")),
                row.getField("service"),
                row.getField("type"),
                textOrNull(row, "stage"),
                number(row, "chance"),
                range(row, "gap"),
                range(row, "days"),
                range(row, "units"),
                range(row, "times"),
                number(row, "every"));
    }

    private static KnowingAgency agency(String code) {
        for (KnowingAgency agency : KnowingAgency.values()) {
            if (agency.code().value().equals(code)) {
                return agency;
            }
        }
        throw new IllegalArgumentException("No agency " + code + " holds people");
    }

    private static Range range(NamedCsvRecord row, String name) {
        return new Range(number(row, name + "From"), number(row, name + "To"));
    }

    private static int number(NamedCsvRecord row, String name) {
        return Integer.parseInt(row.getField(name));
    }

    private static @Nullable String textOrNull(NamedCsvRecord row, String name) {
        String text = row.getField(name);
        return text.isEmpty() ? null : text;
    }
}
