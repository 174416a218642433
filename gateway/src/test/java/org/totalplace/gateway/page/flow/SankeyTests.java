package org.totalplace.gateway.page.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.page.Words;

class SankeyTests {

    private static final List<Stream> MONEY = List.of(
            new Stream("County", "Homelessness", 300),
            new Stream("County", "Leaving hospital", 500),
            new Stream("District", "Homelessness", 200));
    private static final List<Stream> PEOPLE = List.of(
            new Stream("Homelessness", "Better off", 400),
            new Stream("Homelessness", "Worse off", 100),
            new Stream("Leaving hospital", "Better off", 500));

    private static final Words WORDS = new Words(new Messages(), Language.ENGLISH);

    @Test
    void what_flows_into_a_journey_flows_out_of_it() {
        Sankey picture = Sankey.of(MONEY, PEOPLE, Long::toString, WORDS);

        assertThat(picture.boxes())
                .extracting(Sankey.Box::column, Sankey.Box::name, Sankey.Box::amount)
                .containsExactly(
                        tuple(0, "County", "800"),
                        tuple(0, "District", "200"),
                        tuple(1, "Homelessness", "500"),
                        tuple(1, "Leaving hospital", "500"),
                        tuple(2, "Better off", "900"),
                        tuple(2, "Worse off", "100"));
        assertThat(picture.ribbons())
                .extracting(Sankey.Ribbon::says)
                .contains("County to Leaving hospital: 500", "Homelessness to Worse off");
    }

    @Test
    void a_node_is_as_long_as_its_part_of_the_whole() {
        Sankey picture = Sankey.of(MONEY, PEOPLE, Long::toString, WORDS);

        assertThat(height(picture, "County") / height(picture, "District")).isCloseTo(4, within(0.05));
        assertThat(height(picture, "Better off") / height(picture, "Worse off")).isCloseTo(9, within(0.3));
    }

    @Test
    void nodes_of_a_column_never_lie_on_each_other() {
        Sankey picture = Sankey.of(MONEY, PEOPLE, Long::toString, WORDS);

        for (int column = 0; column < 3; column++) {
            int of = column;
            List<Sankey.Box> boxes =
                    picture.boxes().stream().filter(box -> box.column() == of).toList();
            for (int i = 1; i < boxes.size(); i++) {
                double end =
                        number(boxes.get(i - 1).y()) + number(boxes.get(i - 1).height());
                assertThat(number(boxes.get(i).y())).isGreaterThan(end);
            }
            assertThat(number(boxes.getLast().y()) + number(boxes.getLast().height()))
                    .isLessThan(number(picture.height()));
        }
    }

    @Test
    void of_many_agencies_the_smallest_are_drawn_together() {
        List<Stream> many = new ArrayList<>(IntStream.rangeClosed(1, 15)
                .mapToObj(i -> new Stream("Agency " + i, "Homelessness", i * 100L))
                .toList());

        Sankey picture =
                Sankey.of(many, List.of(new Stream("Homelessness", "Better off", 12_000)), Long::toString, WORDS);

        List<Sankey.Box> agencies =
                picture.boxes().stream().filter(box -> box.column() == 0).toList();
        assertThat(agencies).hasSize(Sankey.MOST_NODES);
        assertThat(agencies.getLast().name()).isEqualTo("Other");
        assertThat(agencies.getLast().amount()).isEqualTo("1000");
    }

    @Test
    void twelve_agencies_are_drawn_as_they_are() {
        List<Stream> twelve = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new Stream("Agency " + i, "Homelessness", i))
                .toList();

        Sankey picture =
                Sankey.of(twelve, List.of(new Stream("Homelessness", "Better off", 78)), Long::toString, WORDS);

        assertThat(picture.boxes())
                .extracting(Sankey.Box::name)
                .doesNotContain("Other")
                .contains("Agency 1");
    }

    @Test
    void nothing_does_not_flow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stream("County", "Homelessness", 0));
    }

    private static double height(Sankey picture, String name) {
        return picture.boxes().stream()
                .filter(box -> box.name().equals(name))
                .mapToDouble(box -> number(box.height()))
                .findFirst()
                .orElseThrow();
    }

    private static double number(String tenths) {
        return Double.parseDouble(tenths);
    }
}
