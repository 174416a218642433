package org.totalplace.sample.directory;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.totalplace.sample.place.Resources;

/**
 * A kind of service that there is in several towns.
 *
 * @param provider with {@code {town}} where it is another body in each
 * @param body what the provider is
 * @param line agency and service line that pay for it; empty where nobody of the place does
 * @param journey and stage at which it helps; empty for none
 * @param towns in how many it is
 */
record Kind(
        String kind,
        String name,
        String need,
        String needName,
        String provider,
        String body,
        List<String> line,
        String journey,
        String stage,
        int towns,
        Times times,
        String least,
        String most,
        String fee,
        List<String> access,
        String language,
        String description) {

    /** When it is open, as the standard writes it. */
    record Times(String byday, String opens, String closes) {}

    static final List<Kind> ALL =
            Resources.table(Kind.class, "kinds.csv").stream().map(Kind::of).toList();

    private static Kind of(NamedCsvRecord row) {
        return new Kind(
                row.getField("kind"),
                row.getField("name"),
                row.getField("need"),
                row.getField("needName"),
                row.getField("provider"),
                row.getField("body"),
                parts(row.getField("lineAgency") + "|" + row.getField("lineService")),
                row.getField("journey"),
                row.getField("stage"),
                Integer.parseInt(row.getField("towns")),
                new Times(row.getField("byday"), row.getField("opens"), row.getField("closes")),
                row.getField("least"),
                row.getField("most"),
                row.getField("fee"),
                parts(row.getField("access")),
                row.getField("language"),
                row.getField("description"));
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
