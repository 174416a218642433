package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.journey.PeopleOfNorthmoor.nhsNumber;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.totalplace.journey.PeopleOfNorthmoor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AnyOrderIntegrationTests {

    private static final PeopleOfNorthmoor NORTHMOOR = new PeopleOfNorthmoor("journey_order");

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        NORTHMOOR.register(registry);
    }

    @BeforeEach
    void door(@LocalServerPort int port) {
        NORTHMOOR.at(port);
    }

    private record Sent(String agency, String row) {}

    /** Joins, a split by correction, a move, a late and a repeated record. */
    private static List<Sent> deliveries() {
        String one = nhsNumber(500_000_001);
        String two = nhsNumber(510_000_001);
        return List.of(
                new Sent("county", "C1,Maud,Ellery,1940-01-02,F,NM1 1AA,1 Tan St," + one + ",,2025-01-01"),
                new Sent("nhs-trust", "H1,Maud,Ellery,1940-01-02,F,NM1 1AA,1 Tan St," + one + ",,2025-01-01"),
                new Sent("housing", "A1,Maud,Ellery,1940-01-02,F,NM1 1AA,1 Tan St,,,2025-01-01"),
                new Sent("county", "C2,Ivor,Steele,1972-10-20,M,NM2 2BB,5 Oak Av," + two + ",,2025-01-01"),
                new Sent("nhs-trust", "H2,Ivor,Steele,1972-10-20,M,NM2 2BB,5 Oak Av," + two + ",,2025-01-01"),
                new Sent("police", "P2,Ifor,Steel,1972-10-20,M,NM2 2BB,5 Oak Avenue,,,2025-01-01"),
                new Sent("housing", "A1,Maud,Ellery,1940-01-02,F,NM6 6FF,22 New Rd," + one + ",,2025-02-01"),
                new Sent("nhs-trust", "H2,Chidi,Umeh,1999-09-09,M,NM8 8HH,3 Low St,,,2025-03-01"),
                new Sent("county", "C2,Ivor,Steele,1972-10-20,M,NM2 2BB,5 Oak Av," + two + ",,2025-01-15"));
    }

    @Test
    void any_order_of_deliveries_ends_in_the_persons_that_a_rebuild_gives() {
        Set<Set<String>> inOrder = delivered(deliveries());

        for (int seed = 1; seed <= 3; seed++) {
            List<Sent> shuffled = new ArrayList<>(deliveries());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(delivered(shuffled)).as("Order of seed " + seed).isEqualTo(inOrder);
        }
        assertThat(rebuilt()).isEqualTo(inOrder);
        assertThat(inOrder).as("Something was joined, something kept apart").hasSizeBetween(3, 5);
    }

    private static Set<Set<String>> delivered(List<Sent> deliveries) {
        NORTHMOOR.run("""
                truncate identity_record, linking_due, person, person_subject, person_link, touched_person,
                         idempotency_key, refused_row, delivery, feed
                """);
        for (Sent sent : deliveries) {
            assertThat(NORTHMOOR.deliver(sent.agency(), sent.row())).isEqualTo("published");
        }
        NORTHMOOR.awaitLinked();
        return NORTHMOOR.partition();
    }

    private static Set<Set<String>> rebuilt() {
        NORTHMOOR.run("""
                truncate person, person_subject, person_link, touched_person;
                insert into linking_due (subject, placed) select subject, true from identity_record
                """);
        NORTHMOOR.awaitLinked();
        return NORTHMOOR.partition();
    }
}
