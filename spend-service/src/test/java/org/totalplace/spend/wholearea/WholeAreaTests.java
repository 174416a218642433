package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.PlaceShare;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

class WholeAreaTests {

    private static final AgencyCode COUNTY = new AgencyCode("county");
    private static final AgencyCode DISTRICT = new AgencyCode("district");
    private static final AgencyCode FIRE = new AgencyCode("fire");
    private static final AgencyCode BENEFITS = new AgencyCode("benefits");
    private static final AgencyCode STRANGER = new AgencyCode("stranger");

    private static final List<Agency> AGENCIES = List.of(
            agency(COUNTY, null),
            agency(DISTRICT, null),
            agency(FIRE, null),
            agency(BENEFITS, new PlaceShare(1, 3, "caseload", "a survey", "2024-25")));

    private static final Set<AgencyCode> ALL = Set.of(COUNTY, DISTRICT, FIRE, BENEFITS);

    @Nested
    class APaymentToAnotherAgency {

        @Test
        void is_taken_out_when_the_payee_is_counted_itself() {
            Counted county = count(ALL, spent(COUNTY, "10.2", DISTRICT, "40.00"), spent(COUNTY, "10.2", null, "60.00"))
                    .total();

            assertThat(county.gross()).isEqualTo(pounds("100.00"));
            assertThat(county.eliminated()).isEqualTo(pounds("40.00"));
            assertThat(county.net()).isEqualTo(pounds("60.00"));
            assertThat(county.oneSided()).isEqualTo(Pence.ZERO);
        }

        @Test
        void stays_in_and_is_flagged_when_the_payee_is_not_counted() {
            Counted county =
                    count(Set.of(COUNTY), spent(COUNTY, "03.2", FIRE, "40.00")).total();

            assertThat(county.eliminated()).isEqualTo(Pence.ZERO);
            assertThat(county.oneSided()).isEqualTo(pounds("40.00"));
            assertThat(county.net()).isEqualTo(pounds("40.00"));
        }

        @Test
        void stays_in_when_an_agency_pays_itself() {
            assertThat(count(ALL, spent(COUNTY, "01.1", COUNTY, "5.00")).total().net())
                    .isEqualTo(pounds("5.00"));
        }

        @Test
        void stays_in_when_the_payee_is_no_agency_of_the_place_any_more() {
            Counted county = count(ALL, spent(COUNTY, "01.1", STRANGER, "5.00")).total();

            assertThat(county.net()).isEqualTo(pounds("5.00"));
            assertThat(county.oneSided()).isEqualTo(Pence.ZERO);
        }

        @Test
        void is_taken_out_as_a_refund_too() {
            Counted total = count(ALL, spent(COUNTY, "10.2", DISTRICT, "-4.00"), spent(COUNTY, "10.2", null, "10.00"))
                    .total();

            assertThat(total.eliminated()).isEqualTo(pounds("-4.00"));
            assertThat(total.net()).isEqualTo(pounds("10.00"));
        }
    }

    @Nested
    class AWiderBody {

        @Test
        void counts_by_its_share() {
            Counted benefits =
                    count(ALL, spent(BENEFITS, "10.5", null, "100.00")).total();

            assertThat(benefits.gross()).isEqualTo(pounds("0.00"));
            assertThat(benefits.apportioned()).isEqualTo(pounds("33.33"));
            assertThat(benefits.net()).isEqualTo(pounds("33.33"));
        }

        @Test
        void is_shared_after_its_transfers_are_taken_out() {
            Counted benefits = count(
                            ALL, spent(BENEFITS, "10.5", null, "90.00"), spent(BENEFITS, "10.5", COUNTY, "10.00"))
                    .total();

            assertThat(benefits.eliminated()).isEqualTo(pounds("0.00"));
            assertThat(benefits.apportioned()).isEqualTo(pounds("30.00"));
            assertThat(benefits.net()).isEqualTo(pounds("30.00"));
        }

        @Test
        void gives_functions_that_add_up_to_its_share() {
            WholeArea area = count(
                    ALL,
                    spent(BENEFITS, "10.1", null, "0.01"),
                    spent(BENEFITS, "10.5", null, "0.01"),
                    spent(BENEFITS, "10.6", null, "0.01"));

            assertThat(area.total().net()).isEqualTo(pounds("0.01"));
            assertThat(area.by(WholeArea.Cell::function).values())
                    .extracting(Counted::net)
                    .containsExactly(pounds("0.01"), Pence.ZERO, Pence.ZERO);
        }

        @Test
        void gives_capital_and_revenue_that_add_up_to_each_function() {
            List<Spent> mixed = new ArrayList<>();
            List<Spent> alike = new ArrayList<>();
            Random random = new Random(11);
            for (int i = 0; i < 300; i++) {
                Spent one = new Spent(
                        BENEFITS,
                        "10." + (1 + i % 7),
                        Kind.values()[i % 3],
                        null,
                        new Pence(random.nextLong(-5_000, 90_000)),
                        1);
                mixed.add(one);
                alike.add(new Spent(BENEFITS, one.function(), Kind.REVENUE, null, one.amount(), 1));
            }

            assertThat(WholeArea.count(AGENCIES, ALL, mixed).by(WholeArea.Cell::function))
                    .isEqualTo(WholeArea.count(AGENCIES, ALL, alike).by(WholeArea.Cell::function));
        }
    }

    @Nested
    class TheCount {

        @Test
        void names_those_who_delivered_nothing() {
            assertThat(count(Set.of(COUNTY)).missing()).containsExactly(BENEFITS, DISTRICT, FIRE);
        }

        @Test
        void leaves_out_who_is_not_registered() {
            assertThat(count(ALL, spent(STRANGER, "01.1", null, "5.00")).cells())
                    .isEmpty();
        }

        @Test
        void has_no_unresolved_share_of_nothing() {
            assertThat(WholeAreaAnswer.share(Pence.ZERO, Pence.ZERO)).isNull();
        }

        @Test
        void adds_up_however_it_is_grouped() {
            Random random = new Random(7);
            List<AgencyCode> codes = List.of(COUNTY, DISTRICT, FIRE, BENEFITS);
            List<Spent> spent = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                AgencyCode payee = random.nextBoolean() ? null : codes.get(random.nextInt(4));
                String function = "0" + (1 + random.nextInt(9)) + "." + (1 + random.nextInt(6));
                spent.add(new Spent(
                        codes.get(random.nextInt(4)),
                        function,
                        Kind.values()[random.nextInt(3)],
                        payee,
                        new Pence(random.nextLong(-50_000, 9_000_000)),
                        1));
            }

            WholeArea area = WholeArea.count(AGENCIES, Set.of(COUNTY, DISTRICT, BENEFITS), spent);

            Counted total = area.total();
            assertThat(total.gross().minus(total.eliminated()).plus(total.apportioned()))
                    .isEqualTo(total.net());
            assertThat(sum(area.by(WholeArea.Cell::agency))).isEqualTo(total);
            assertThat(sum(area.by(WholeArea.Cell::function))).isEqualTo(total);
            assertThat(sum(area.by(WholeArea.Cell::kind))).isEqualTo(total);
            assertThat(total.gross())
                    .isEqualTo(spent.stream()
                            .filter(money -> !money.agency().equals(BENEFITS))
                            .map(Spent::amount)
                            .reduce(Pence.ZERO, Pence::plus));
            assertThat(total.lines()).isEqualTo(400);
        }

        @Test
        void refuses_parts_that_do_not_add_up() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new Counted(pounds("10.00"), pounds("1.00"), Pence.ZERO, Pence.ZERO, pounds("10.00"), 1))
                    .withMessageContaining("not net 10.00");
        }
    }

    private static Counted sum(Map<?, Counted> parts) {
        return parts.values().stream().reduce(Counted.NOTHING, Counted::plus);
    }

    private static WholeArea count(Set<AgencyCode> counted, Spent... spent) {
        return WholeArea.count(AGENCIES, counted, List.of(spent));
    }

    private static Spent spent(AgencyCode agency, String function, @Nullable AgencyCode payee, String pounds) {
        return new Spent(agency, function, Kind.REVENUE, payee, pounds(pounds), 1);
    }

    private static Pence pounds(String pounds) {
        return Pence.ofPounds(pounds);
    }

    private static Agency agency(AgencyCode code, @Nullable PlaceShare share) {
        return new Agency(code, code.value(), "council", List.of(), share);
    }
}
