package org.totalplace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Feed;

class SamplePlaceTests {

    @TempDir
    Path folder;

    @Test
    void the_same_arguments_give_the_same_bytes() throws IOException {
        SamplePlace.write(folder.resolve("a"), 400, 2009);
        SamplePlace.write(folder.resolve("b"), 400, 2009);

        assertThat(hashes("a")).isEqualTo(hashes("b")).hasSizeGreaterThan(40);
    }

    @Test
    void another_seed_gives_another_place() throws IOException {
        SamplePlace.write(folder.resolve("a"), 100, 2009);
        SamplePlace.write(folder.resolve("b"), 100, 2010);

        Map<String, Integer> other = hashes("b");
        hashes("a").forEach((file, hash) -> assertThat(other.get(file)).as(file).isNotEqualTo(hash));
    }

    @Test
    void more_residents_do_not_move_the_money_nor_the_residents_before_them() throws IOException {
        WrittenPlace few = WrittenPlace.of(folder.resolve("a"), 300);
        WrittenPlace many = WrittenPlace.of(folder.resolve("b"), 900);

        assertThat(Files.mismatch(
                        few.root().resolve("truth/transfers.csv"), many.root().resolve("truth/transfers.csv")))
                .isEqualTo(-1);
        assertThat(many.lines("truth/persons.csv"))
                .startsWith(few.lines("truth/persons.csv").toArray(String[]::new));
    }

    @Test
    void the_default_place_has_the_promised_sizes() throws IOException {
        WrittenPlace place = WrittenPlace.of(folder, SamplePlace.DEFAULT_PERSONS);

        assertThat(rows(place, "payments")).isBetween(60_000L, 80_000L);
        assertThat(rows(place, "people")).isBetween(30_000L, 45_000L);
        assertThat(rows(place, "contacts")).isBetween(80_000L, 120_000L);
        assertThat(rows(place, "outcomes")).isBetween(30_000L, 40_000L);
        Set<String> persons = new HashSet<>();
        place.csv("truth/persons.csv").forEach(row -> persons.add(row.getField("person")));
        assertThat(persons).hasSize(SamplePlace.DEFAULT_PERSONS);
    }

    @Nested
    class TheManifest {

        @Test
        void names_files_that_exist_and_every_file_of_the_feeds_once() throws IOException {
            WrittenPlace place = WrittenPlace.of(folder, 200);

            Set<String> named = new HashSet<>();
            for (Feed feed : place.manifest().feeds()) {
                for (Delivery delivery : feed.deliveries()) {
                    assertThat(named.add(delivery.file())).as(delivery.file()).isTrue();
                }
            }

            assertThat(hashes("").keySet().stream().filter(file -> file.startsWith("feeds/")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }

        @Test
        void counts_the_rows_of_every_file_of_records_of_people() throws IOException {
            WrittenPlace place = WrittenPlace.of(folder, 200);

            for (String kind : new String[] {"people", "contacts", "outcomes"}) {
                for (Feed feed : place.feeds(kind)) {
                    Delivery delivery = feed.deliveries().getFirst();
                    int headers = delivery.mediaType().equals(Delivery.CSV) ? 1 : 0;
                    assertThat(place.lines(delivery.file())).hasSize((int) delivery.rows() + headers);
                }
            }
        }

        @Test
        void is_written_as_it_is_returned() throws IOException {
            WrittenPlace place = WrittenPlace.of(folder, 50);

            assertThat(folder.resolve(Manifest.FILE))
                    .hasContent(place.manifest().json());
            assertThat(place.manifest().json())
                    .contains("\"driver\": \"people on Universal Credit\"")
                    .contains("\"pullPath\": \"feeds/spend/fire-payments-2024-25.csv\"")
                    .contains("\"restates\": true");
        }
    }

    @Test
    void a_place_without_residents_is_refused() {
        assertThatThrownBy(() -> SamplePlace.write(folder, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    private static long rows(WrittenPlace place, String kind) {
        return place.feeds(kind).stream()
                .flatMap(feed -> feed.deliveries().stream())
                .mapToLong(Delivery::rows)
                .sum();
    }

    private Map<String, Integer> hashes(String below) throws IOException {
        Path root = folder.resolve(below);
        Map<String, Integer> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                hashes.put(name, Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
