package org.totalplace.sample.outcomes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.totalplace.sample.people.Profile;
import org.totalplace.sample.place.Resources;

/**
 * What is measured.
 *
 * @param polarity which way is better: {@code higher} or {@code lower}
 * @param domain   {@code social}, {@code environmental} or {@code economic}
 * @param profiles codes of the profiles whose residents are asked
 * @param effect   planted: by how many tenths support moves the value in the mean (for yes or no: tenths of the
 *     chance of yes)
 * @param typical  tenths around which first values lie (for yes or no: tenths of the chance of yes)
 */
public record Measure(
        String code,
        String name,
        String definition,
        String unit,
        int minimum,
        int maximum,
        String polarity,
        String domain,
        String source,
        List<String> profiles,
        int effect,
        int typical) {

    private static final List<Measure> ALL = Resources.table(Measure.class, "measures.csv").stream()
            .map(Measure::read)
            .toList();

    public static List<Measure> all() {
        return ALL;
    }

    static List<Measure> askedOf(Profile profile) {
        return ALL.stream()
                .filter(measure -> measure.profiles.contains(profile.code()))
                .toList();
    }

    boolean yesOrNo() {
        return maximum == 1;
    }

    private static Measure read(NamedCsvRecord row) {
        return new Measure(
                row.getField("code"),
                row.getField("name"),
                row.getField("definition"),
                row.getField("unit"),
                Integer.parseInt(row.getField("minimum")),
                Integer.parseInt(row.getField("maximum")),
                row.getField("polarity"),
                row.getField("domain"),
                row.getField("source"),
                List.of(row.getField("profiles").split("\\|")),
                Integer.parseInt(row.getField("effectTenths")),
                Integer.parseInt(row.getField("typicalTenths")));
    }
}
