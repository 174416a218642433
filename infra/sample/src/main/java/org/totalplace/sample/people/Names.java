package org.totalplace.sample.people;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Resources;

/** Given and family names by origin; earlier names of a list are commoner. British given names go by generation too. */
final class Names {

    /** About the mix of an English county with two towns of some diversity; weights per thousand. */
    private static final List<String> ORIGINS =
            List.of("british", "welsh", "south-asian", "polish", "nigerian", "caribbean", "chinese");

    private static final int[] WEIGHTS = {790, 25, 90, 40, 22, 20, 13};

    private static final Map<String, List<String>> GIVEN = new HashMap<>();
    private static final Map<String, List<String>> FAMILY = new HashMap<>();
    private static final Map<String, String> FAMILIAR = new HashMap<>();

    static {
        for (NamedCsvRecord row : Resources.table(Names.class, "given-names.csv")) {
            String key = row.getField("origin") + row.getField("sex") + row.getField("era");
            GIVEN.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.getField("name"));
            if (!row.getField("familiar").isEmpty()) {
                FAMILIAR.put(row.getField("name"), row.getField("familiar"));
            }
        }
        for (NamedCsvRecord row : Resources.table(Names.class, "family-names.csv")) {
            FAMILY.computeIfAbsent(row.getField("origin"), _ -> new ArrayList<>())
                    .add(row.getField("name"));
        }
    }

    private Names() {}

    static String origin(Draw draw) {
        return ORIGINS.get(draw.weighted(WEIGHTS));
    }

    static String given(Draw draw, String origin, String sex, int birthYear) {
        String era = !origin.equals("british") ? "any" : birthYear < 1958 ? "old" : birthYear < 1992 ? "mid" : "young";
        return draw.pickRanked(Objects.requireNonNull(GIVEN.get(origin + sex + era)));
    }

    static String family(Draw draw, String origin) {
        return draw.pickRanked(Objects.requireNonNull(FAMILY.get(origin)));
    }

    /** The short form of a given name, or the name itself. */
    static String familiar(String given) {
        return FAMILIAR.getOrDefault(given, given);
    }
}
