package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

class KnownBodiesTests {

    private static final AgencyCode COUNTY = new AgencyCode("county");
    private static final AgencyCode DISTRICT = new AgencyCode("district");

    private static final KnownBodies BODIES = new KnownBodies(List.of(
            agency(COUNTY, "Northmoor County Council", "Northmoor C.C.", "Council House"),
            agency(DISTRICT, "Thornby District Council", "Thornby DC", "Council House", "Ltd", "Redacted")));

    @Nested
    class APayee {

        @Test
        void is_resolved_by_the_registered_name_in_any_spelling() {
            assertThat(BODIES.resolve(PayeeName.of("NORTHMOOR COUNTY COUNCIL (200398)")))
                    .contains(new KnownBodies.Resolution(COUNTY, "name 'Northmoor County Council'"));
        }

        @Test
        void is_resolved_by_an_alias_with_the_alias_as_evidence() {
            assertThat(BODIES.resolve(PayeeName.of("NORTHMOOR CC")))
                    .contains(new KnownBodies.Resolution(COUNTY, "alias 'Northmoor C.C.'"));
        }

        @Test
        void is_not_resolved_by_a_similar_name() {
            assertThat(BODIES.resolve(PayeeName.of("Northmoor County Council Pension Fund")))
                    .isEmpty();
            assertThat(BODIES.resolve(PayeeName.of("Northmor County Council"))).isEmpty();
            assertThat(BODIES.resolve(PayeeName.of("Thornby Town Council"))).isEmpty();
        }

        @Test
        void is_not_resolved_by_a_name_that_two_agencies_claim() {
            assertThat(BODIES.resolve(PayeeName.of("Council House"))).isEmpty();
        }

        @Test
        void is_never_resolved_when_it_is_redacted_or_has_no_words() {
            assertThat(BODIES.resolve(PayeeName.of("REDACTED"))).isEmpty();
            assertThat(BODIES.resolve(PayeeName.of("Ltd"))).isEmpty();
        }
    }

    @Nested
    class TheNamesOfAnAgency {

        @Test
        void are_all_that_mean_it_alone() {
            assertThat(BODIES.namesOf(DISTRICT)).containsOnlyKeys("thornby district council", "thornby dc");
        }

        @Test
        void that_are_contested_are_told_with_both_claims() {
            assertThat(BODIES.contested(COUNTY))
                    .containsExactly("county by its alias 'Council House' and district by its alias 'Council House'");
        }
    }

    private static Agency agency(AgencyCode code, String name, String... aliases) {
        return new Agency(code, name, "council", List.of(aliases), null);
    }
}
