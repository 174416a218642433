package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.journey.PeopleOfNorthmoor;

/** The two halves of FEBRL 4 as the people feeds of two agencies: 5,000 persons, each known to both. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class LabelledPeopleIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_labelled");
    private static final Path FOLDER = Path.of("../../shared/data/linkage");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void door(@LocalServerPort int port) {
        NORTHMOOR.at(port);
    }

    @Test
    void are_linked_with_precision_and_recall_of_at_least_95_percent() throws IOException {
        Path first = FOLDER.resolve("febrl4a.csv");
        Path second = FOLDER.resolve("febrl4b.csv");
        Assumptions.assumeTrue(
                Files.exists(first) && Files.exists(second), "The labelled people are not on this machine");

        assertThat(NORTHMOOR.deliverFile("county", Files.readString(first))).isEqualTo("published");
        assertThat(NORTHMOOR.deliverFile("nhs-trust", Files.readString(second))).isEqualTo("published");
        NORTHMOOR.awaitLinked();

        Map<UUID, String> truth = new HashMap<>();
        truth.putAll(truth("county", first));
        truth.putAll(truth("nhs-trust", second));
        Pairs found = Pairs.of(NORTHMOOR.partition(), truth);
        double precision = (double) found.right() / found.made();
        double recall = (double) found.right() / 5_000;
        System.out.printf("FEBRL 4 as two people feeds: precision %.4f, recall %.4f%n", precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
        aNewcomerIsPlacedQuickly();
    }

    private static void aNewcomerIsPlacedQuickly() {
        long began = System.nanoTime();
        NORTHMOOR.deliver("police", "P1,Newcomer,Wholly,1987-06-05,F,NM1 1AA,,,,2025-01-02");
        PeopleOfNorthmoor.await(() -> NORTHMOOR.person("police", "P1") != null);
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.printf("A delivery of one among 10,000 shows after %d ms%n", millis);
        assertThat(millis).isLessThan(5_000);
    }

    /** {@code rec-17-org} and {@code rec-17-dup-0} are one person. */
    private static Map<UUID, String> truth(String agency, Path file) throws IOException {
        Map<UUID, String> truth = new HashMap<>();
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        for (String row : rows.subList(1, rows.size())) {
            String reference = row.substring(0, row.indexOf(',')).strip();
            truth.put(NORTHMOOR.subject(agency, reference), reference.split("-")[1]);
        }
        return truth;
    }

    /** @param made how many pairs of subjects are one person; @param right how many of them truly are */
    private record Pairs(long made, long right) {

        static Pairs of(Set<Set<String>> persons, Map<UUID, String> truth) {
            long made = 0;
            long right = 0;
            for (Set<String> person : persons) {
                List<String> subjects = List.copyOf(person);
                for (int i = 0; i < subjects.size(); i++) {
                    for (int j = i + 1; j < subjects.size(); j++) {
                        made++;
                        String one = truth.get(UUID.fromString(subjects.get(i)));
                        right += one != null && one.equals(truth.get(UUID.fromString(subjects.get(j)))) ? 1 : 0;
                    }
                }
            }
            return new Pairs(made, right);
        }
    }
}
