package org.totalplace.spend.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTests {

    private static final Bodies OFFICIAL = Bodies.official();

    @Nested
    class ACode {

        @ParameterizedTest
        @CsvSource({
            "E10000017, Lancashire County Council",
            "E2321, Lancashire County Council",
            "e2321, Lancashire County Council",
            "local-authority-eng:LAN, Lancashire County Council",
            "E23000003, Lancashire Police and Crime Commissioner",
            "E7023, Lancashire Police and Crime Commissioner",
            "E6123, Lancashire Combined Fire Authority",
            "E06000009, Blackpool Borough Council",
            "QE1, NHS Lancashire and South Cumbria Integrated Care Board",
            "E54000048, NHS Lancashire and South Cumbria Integrated Care Board",
            "00T, NHS Bolton Clinical Commissioning Group",
            "E26000006, Peak District National Park Authority",
            "E6205, North London Waste Authority",
            "E5100, Greater London Authority",
            "home-office, Home Office"
        })
        void of_any_scheme_finds_its_body(String code, String name) {
            assertThat(OFFICIAL.byCode(code)).map(Body::name).contains(name);
        }

        @Test
        void that_nobody_has_finds_nothing() {
            assertThat(OFFICIAL.byCode("E99999999")).isEmpty();
            assertThat(OFFICIAL.byCode("")).isEmpty();
        }

        @Test
        void belongs_to_one_body_only() {
            Map<String, Body> owners = new HashMap<>();

            for (Body body : OFFICIAL.all()) {
                assertThat(owners.put(body.code(), body)).as(body.code()).isNull();
                body.otherCodes()
                        .forEach(code ->
                                assertThat(owners.put(code, body)).as(code).isNull());
            }
            assertThat(OFFICIAL.all()).hasSizeGreaterThan(800);
        }

        @Test
        void of_a_successor_is_a_body_of_the_register_too() {
            assertThat(OFFICIAL.all())
                    .allSatisfy(body -> assertThat(body.successors())
                            .as(body.name())
                            .allMatch(code -> OFFICIAL.byCode(code).isPresent()));
        }
    }

    @Nested
    class AName {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "LANCASHIRE COUNTY COUNCIL (200398)|E10000017",
                    "Lancashire County Council (DD ONLY)|E10000017",
                    "Lancashire CC|E10000017",
                    "County Council of Lancashire|E10000017",
                    "Blackpool Council|E06000009",
                    "BLACKPOOL BC|E06000009",
                    "Borough of Blackpool|E06000009",
                    "Leeds City Council|E08000035",
                    "City of Leeds|E08000035",
                    "Tameside MBC|E08000008",
                    "Tameside Metropolitan Borough Council|E08000008",
                    "The Council of the Isles of Scilly|E06000053",
                    "LB Barnet|E09000003",
                    "London Borough of Barnet Council|E09000003",
                    "Barnet Council|E09000003",
                    "Royal Borough of Greenwich|E09000011",
                    "City of York Council|E06000014",
                    "York City Council|E06000014",
                    "South Ribble B.C.|E07000126",
                    "WEST LANCASHIRE DISTRICT COUNCIL|E07000127",
                    "Calderdale Metro Borough Council|E08000033",
                    "Rotherham Metropolitan Borough|E08000018",
                    "Wakefield Council|E08000036",
                    "Bradford City Council|E08000032",
                    "CORNWALL COUNTY COUNCIL|E06000052",
                    "Wiltshire County Council|E06000054",
                    "Chelmsford Borough Council|E07000070",
                    "PCC for Lancashire|E23000003",
                    "Lancashire Constabulary|E23000003",
                    "Lancashire Police|E23000003",
                    "The Police & Crime Commissioner for Lancashire|E23000003",
                    "Chief Constable of Lancashire|E23000003",
                    "Office of the Police and Crime Commissioner for Lancashire|E23000003",
                    "Lancashire Fire & Rescue Service|E31000023",
                    "Lancashire Combined Fire Authority|E31000023",
                    "Lancashire Teaching Hospitals NHS FT|RXN",
                    "NHS LANCASHIRE AND SOUTH CUMBRIA ICB|QE1",
                    "NHS East Lancashire CCG|E38000050",
                    "H.M. Revenue & Customs|hm-revenue-customs",
                    "HMRC|hm-revenue-customs",
                    "DVLA|driver-and-vehicle-licensing-agency",
                    "DEPT FOR WORK & PENSIONS|department-for-work-pensions",
                    "Teachers' Pensions|teachers-pensions"
                })
        void is_found_in_its_usual_spellings(String printed, String code) {
            assertThat(OFFICIAL.byName(printed)).map(Body::code).contains(code);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Lancashire County Cricket Club",
                    "Lancashire CCC",
                    "Lancashire",
                    "Preston",
                    "Derby County",
                    "Lancashire County Council Pension Fund",
                    "Friends of Blackpool Hospital",
                    "Lancashire Police Federation",
                    "Blackpool Town Council",
                    "Lancashire Fire Protection Ltd",
                    "Leeds City College",
                    "Greenwich Royal Borough Choir",
                    "Redacted",
                    ""
                })
        void that_only_looks_like_it_is_not(String printed) {
            assertThat(OFFICIAL.byName(printed)).isEmpty();
        }

        @Test
        void of_an_abolished_body_is_found_with_its_dates_and_successors() {
            Body body = OFFICIAL.byName("Northamptonshire County Council").orElseThrow();

            assertThat(body.existsOn(LocalDate.of(2021, 3, 31))).isTrue();
            assertThat(body.existsOn(LocalDate.of(2021, 4, 1))).isFalse();
            assertThat(body.successors()).containsExactlyInAnyOrder("E06000061", "E06000062");
        }

        @Test
        void that_a_body_bears_goes_before_one_that_it_could_bear() {
            assertThat(OFFICIAL.byName("Dorset Council")).map(Body::code).contains("E06000059");
            assertThat(OFFICIAL.byName("Dorset County Council"))
                    .map(Body::until)
                    .contains(LocalDate.of(2019, 4, 1));
        }

        @Test
        void finds_every_body_by_its_own_official_name() {
            assertThat(OFFICIAL.all())
                    .allSatisfy(body -> assertThat(OFFICIAL.byName(body.name())).contains(body));
        }
    }

    @Nested
    class AKindOfAgency {

        @Test
        void fits_bodies_of_its_own_kind() {
            Body county = OFFICIAL.byCode("E10000017").orElseThrow();
            Body fire = OFFICIAL.byCode("E31000023").orElseThrow();

            assertThat(county.canBe("county")).isTrue();
            assertThat(county.canBe("council")).isTrue();
            assertThat(county.canBe("district")).isFalse();
            assertThat(county.canBe("fire")).isFalse();
            assertThat(fire.canBe("fire")).isTrue();
            assertThat(fire.canBe("county")).isFalse();
            assertThat(fire.canBe("partner of ours")).isTrue();
            assertThat(OFFICIAL.byCode("E06000009").orElseThrow().canBe("metropolitan-district"))
                    .isTrue();
        }
    }
}
