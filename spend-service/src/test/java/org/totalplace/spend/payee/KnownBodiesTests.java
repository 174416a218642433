package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

class KnownBodiesTests {

    private static final AgencyCode COUNTY = new AgencyCode("county");
    private static final AgencyCode DISTRICT = new AgencyCode("district");

    private static final Agency NORTHMOOR =
            agency(COUNTY, "Northmoor County Council", "Northmoor C.C.", "Council House");
    private static final KnownBodies BODIES = new KnownBodies(List.of(
            NORTHMOOR, agency(DISTRICT, "Thornby District Council", "Thornby DC", "Council House", "Ltd", "Redacted")));

    @Nested
    class APayee {

        @Test
        void is_resolved_by_the_registered_name_in_any_spelling() {
            assertThat(BODIES.resolve(PayeeName.of("NORTHMOOR COUNTY COUNCIL (200398)")))
                    .contains(Resolution.of(COUNTY, "name 'Northmoor County Council'"));
        }

        @Test
        void is_resolved_by_an_alias_with_the_alias_as_evidence() {
            assertThat(BODIES.resolve(PayeeName.of("NORTHMOOR CC")))
                    .contains(Resolution.of(COUNTY, "alias 'Northmoor C.C.'"));
        }

        @Test
        void is_not_resolved_by_a_similar_name() {
            assertThat(BODIES.resolve(PayeeName.of("Northmor County Council"))).isEmpty();
            assertThat(BODIES.resolve(PayeeName.of("Thornby Town Council"))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "County Council of Northmoor",
                    "NORTHMOOR CC",
                    "Northmoor Council",
                    "Northmoor Co. Council (DD ONLY)"
                })
        void is_resolved_by_the_usual_forms_of_a_registered_name(String printed) {
            assertThat(BODIES.resolve(PayeeName.of(printed)))
                    .map(Resolution::agency)
                    .contains(COUNTY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Northmoor County Cricket Club",
                    "Northmoor CCC",
                    "Friends of Northmoor Hospital",
                    "Northmoor County Council Primary School",
                    "Northmoor County Council Staff Social Club",
                    "Northmoor County Show Ltd",
                    "Thornby District Scouts",
                    "Thornby Town Council",
                    "Northmoor Town Council",
                    "Thornby District Allotment Society"
                })
        void is_not_resolved_by_a_near_miss(String printed) {
            assertThat(BODIES.resolve(PayeeName.of(printed))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Northmoor County Council Pension Fund",
                    "NORTHMOOR COUNTY COUNCIL SUPERANNUATION FUND",
                    "Local Government Pension Scheme"
                })
        void that_is_a_pension_fund_is_outside_the_place(String printed) {
            assertThat(BODIES.resolve(PayeeName.of(printed)))
                    .map(Resolution::body)
                    .contains("local-government-pension-scheme");
        }

        @Test
        void outside_the_place_is_resolved_by_its_official_name() {
            assertThat(BODIES.resolve(PayeeName.of("LEEDS CITY COUNCIL (55123)")))
                    .contains(Resolution.ofBody("E08000035", "official name 'Leeds City Council' (E08000035)"));
        }

        @Test
        void that_was_abolished_is_resolved_with_its_last_day() {
            assertThat(BODIES.resolve(PayeeName.of("NHS Bolton CCG")).map(Resolution::evidence))
                    .hasValueSatisfying(evidence -> assertThat(evidence).endsWith("until 2022-07-01"));
        }

        @Test
        void is_the_agency_whose_official_body_it_names() {
            KnownBodies bodies =
                    new KnownBodies(List.of(new Agency(COUNTY, "The County", "county", List.of(), null, "E10000017")));

            assertThat(bodies.resolve(PayeeName.of("LANCASHIRE COUNTY COUNCIL (200398)"))
                            .map(Resolution::agency))
                    .contains(COUNTY);
            assertThat(bodies.resolve(PayeeName.of("Lancashire CC")).map(Resolution::agency))
                    .contains(COUNTY);
        }

        @Test
        void is_what_a_steward_has_decided_before_all_else() {
            Resolution decision = new Resolution(null, null, "decided by steward: a pub");
            KnownBodies bodies = new KnownBodies(
                    List.of(agency(COUNTY, "Northmoor County Council")), Map.of("northmoor cc", decision));

            assertThat(bodies.resolve(PayeeName.of("Northmoor C.C."))).contains(decision);
            assertThat(bodies.resolve(PayeeName.of("Northmoor County Council")))
                    .map(Resolution::agency)
                    .contains(COUNTY);
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
        void are_those_given_and_their_usual_forms() {
            assertThat(KnownBodies.claimedBy(agency(DISTRICT, "Thornby District Council", "Thornby Hall")))
                    .contains("thornby district council", "thornby dc", "district council of thornby", "thornby hall");
        }

        @Test
        void that_are_contested_are_told_with_both_claims() {
            assertThat(BODIES.contested(NORTHMOOR))
                    .containsExactly("county by its alias 'Council House' and district by its alias 'Council House'");
        }
    }

    private static Agency agency(AgencyCode code, String name, String... aliases) {
        return new Agency(code, name, "council", List.of(aliases), null);
    }
}
