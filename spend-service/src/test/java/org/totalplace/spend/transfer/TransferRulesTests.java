package org.totalplace.spend.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferRulesTests {

    @ParameterizedTest
    @CsvSource({
        "district, county, Precept COLL-FUND Collection fund, precept",
        "district, police, payment 3 COLL-FUND, precept",
        "unitary, fire, Precepts and levies, precept",
        "county, fire, Flood levy 2024, precept",
        "county, fire, Safe and well visits, payee",
        "county, police, COLL-FUND, payee",
        "icb, county, Better Care Fund COMMUNITY, pooled-budget",
        "icb, county, iBCF quarter 2, pooled-budget",
        "icb, county, Section 75 agreement, pooled-budget",
        "icb, county, S75 contribution, pooled-budget",
        "county, icb, Pooled budget learning disability, pooled-budget",
        "police, probation, Integrated offender management grant, grant",
        "county, district, Disabled facilities pass-through, grant",
        "police, district, Community safety fund, grant",
        "nhs-trust, icb, Shared systems recharge, recharge",
        "nhs-trust, county, Seconded social workers, recharge",
        "fire, county, Pensions and payroll service, recharge",
        "police, county, Receipt from county, receipt",
        "county, icb, Income: contribution to reablement, receipt",
        "icb, nhs-trust, Acute contract, payee",
        "county, housing, Grantham supported living, payee",
        "county, housing, Poolside flats, payee"
    })
    void tell_the_kind_by_who_pays_whom_and_what_for(String payer, String payee, String text, String kind) {
        assertThat(TransferRules.kindOf(payer, payee, text).kind().code()).isEqualTo(kind);
    }

    @Test
    void give_their_edition_and_words_as_the_reason() {
        assertThat(TransferRules.kindOf("district", "county", "Precept").rule())
                .isEqualTo("transfer rules 2026-11: \\b(?:precepts?\\b|council tax demand)");
        assertThat(TransferRules.kindOf("district", "county", "").rule())
                .isEqualTo("transfer rules 2026-11: named partner");
    }
}
