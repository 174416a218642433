package org.totalplace.sample.money;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Resources;

/**
 * What a kind of service buys and from whom.
 *
 * @param pay      per cent of the money that is pay, printed as one monthly line
 * @param capital  per cent of the payments that are capital
 * @param redacted per cent of the payments whose payee is not shown
 */
record Theme(String name, int pay, int capital, int redacted, List<String> payees, List<String> categories) {

    private static final List<String> STEMS = Resources.lines(Theme.class, "stems.txt");

    private static final Map<String, Theme> ALL = Resources.table(Theme.class, "themes.csv").stream()
            .map(Theme::read)
            .collect(Collectors.toUnmodifiableMap(Theme::name, Function.identity()));

    static Theme named(String name) {
        return Objects.requireNonNull(ALL.get(name), () -> "No theme " + name);
    }

    /** A fictional supplier; a few take much of the trade. */
    String supplier(Draw draw) {
        String kind = draw.pickRanked(payees);
        return name.equals("benefits") ? kind : draw.pickRanked(STEMS) + " " + kind;
    }

    private static Theme read(NamedCsvRecord row) {
        return new Theme(
                row.getField("theme"),
                Integer.parseInt(row.getField("pay")),
                Integer.parseInt(row.getField("capital")),
                Integer.parseInt(row.getField("redacted")),
                List.of(row.getField("payees").split("\\|")),
                List.of(row.getField("categories").split("\\|")));
    }
}
