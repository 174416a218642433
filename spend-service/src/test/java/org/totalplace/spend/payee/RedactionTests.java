package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REDACTED UNDER DP ACT",
                "Redacted Personal Data",
                "REDACTED",
                "Name withheld",
                "[redacted]",
                "REDACTED - INDIVIDUAL",
                "Personal Data Redacted (GDPR)",
                "REDACTED COMMERCIAL CONFIDENTIALITY",
                "R E D A C T E D",
                "Redaction",
                "Personal Data",
                "INDIVIDUAL",
                "Confidential",
                "XXXXX",
                "****"
            })
    void knows_a_redaction(String printed) {
        assertThat(Redaction.isOne(printed)).isTrue();
        assertThat(PayeeName.of(printed)).isEqualTo(new PayeeName(printed, "redacted", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Redactive Media Sales Limited",
                "Privacy & Data Protection Ltd",
                "Confidential Waste Services Ltd",
                "Court of Protection Team",
                "Personal Touch Homecare",
                "XX Taxis",
                "Individual Restaurants Ltd"
            })
    void leaves_companies_their_names(String printed) {
        assertThat(Redaction.isOne(printed)).isFalse();
    }
}
