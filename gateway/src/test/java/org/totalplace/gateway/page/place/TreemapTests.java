package org.totalplace.gateway.page.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

class TreemapTests {

    private static final Words WORDS = new Words(new Messages(), Language.ENGLISH);

    private static final Map<String, Map<String, Pence>> AMOUNTS = Map.of(
            "County",
            Map.of("Health", new Pence(60_000_000_000L), "Roads", new Pence(20_000_000_000L)),
            "District",
            Map.of("Housing", new Pence(15_000_000_000L), "Parks", new Pence(5_000_000_000L)));

    @Test
    void areas_are_in_proportion_to_money() {
        Treemap picture = Treemap.of(AMOUNTS, WORDS);

        assertThat(area(picture, "County, Health") / area(picture, "County, Roads"))
                .isCloseTo(3, within(0.05));
        assertThat(area(picture, "District, Housing") / area(picture, "District, Parks"))
                .isCloseTo(3, within(0.05));
    }

    @Test
    void tiles_lie_within_the_drawing_and_not_on_each_other() {
        List<Treemap.Tile> tiles = Treemap.of(AMOUNTS, WORDS).tiles();

        assertThat(tiles).hasSize(4).allSatisfy(tile -> {
            assertThat(number(tile.x()) + number(tile.width())).isLessThanOrEqualTo(Treemap.WIDTH + 0.2);
            assertThat(number(tile.y()) + number(tile.height())).isLessThanOrEqualTo(Treemap.HEIGHT + 0.2);
        });
        for (Treemap.Tile one : tiles) {
            assertThat(tiles)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .isEmpty();
        }
    }

    @Test
    void what_is_not_above_nothing_has_no_area() {
        Treemap picture = Treemap.of(
                Map.of("County", Map.of("Health", new Pence(100), "Refunds", new Pence(-50), "None", Pence.ZERO)),
                WORDS);

        assertThat(picture.tiles()).extracting(Treemap.Tile::says).containsExactly("County, Health: £1.00");
        assertThat(Treemap.of(Map.of(), WORDS).tiles()).isEmpty();
    }

    private static boolean overlap(Treemap.Tile one, Treemap.Tile other) {
        double slack = 0.2;
        return number(one.x()) + number(one.width()) > number(other.x()) + slack
                && number(other.x()) + number(other.width()) > number(one.x()) + slack
                && number(one.y()) + number(one.height()) > number(other.y()) + slack
                && number(other.y()) + number(other.height()) > number(one.y()) + slack;
    }

    private static double area(Treemap picture, String of) {
        return picture.tiles().stream()
                .filter(tile -> tile.says().startsWith(of))
                .mapToDouble(tile -> number(tile.width()) * number(tile.height()))
                .findFirst()
                .orElseThrow();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
