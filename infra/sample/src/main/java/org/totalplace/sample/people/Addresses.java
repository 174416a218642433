package org.totalplace.sample.people;

import java.util.ArrayList;
import java.util.List;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Resources;

/**
 * Dwellings of Northmoor: sixteen towns, each with the same seventy street names; some forty dwellings share a
 * postcode.
 */
final class Addresses {

    private static final List<String> STREETS = Resources.lines(Addresses.class, "streets.txt");

    /** The letters that end English postcodes: no C, I, K, M, O or V. */
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private record Town(int index, String name, String district, int sectors) {}

    private static final List<Town> TOWNS = towns();

    private Addresses() {}

    static Address draw(Draw draw) {
        Town town = draw.pickRanked(TOWNS);
        int street = draw.below(STREETS.size());
        int number = 1 + draw.below(80);
        int unit = street * 2 + number / 41;
        int letters = unit / town.sectors();
        String postcode = "NM%s %d%c%c"
                .formatted(
                        town.district(),
                        1 + unit % town.sectors(),
                        LETTERS.charAt(letters / LETTERS.length() % LETTERS.length()),
                        LETTERS.charAt(letters % LETTERS.length()));
        String uprn = "1009%08d".formatted((town.index() * 100 + street) * 100 + number);
        return new Address(number + " " + STREETS.get(street), town.name(), postcode, uprn);
    }

    private static List<Town> towns() {
        List<Town> towns = new ArrayList<>();
        for (var row : Resources.table(Addresses.class, "towns.csv")) {
            towns.add(new Town(
                    towns.size(),
                    row.getField("town"),
                    row.getField("district"),
                    Integer.parseInt(row.getField("sectors"))));
        }
        return List.copyOf(towns);
    }
}
