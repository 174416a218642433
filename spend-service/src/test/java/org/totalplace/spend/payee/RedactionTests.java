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
                "Name removed",
                "Anonymised",
                "ANONYMIZED (DPA)",
                "Sensitive personal data",
                "Commercial in confidence",
                "Commercially Sensitive",
                "Exempt under s40",
                "Section 40 FOIA",
                "Restricted",
                "Personal data protected",
                "Supplier name removed - GDPR",
                "Not for publication",
                "Private individuals",
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
                "Anonymous Travel Ltd",
                "Restricted Access Solutions Ltd",
                "Sensitive Touch Ltd",
                "Private Patients Unit",
                "Commercial Confidence Training Ltd",
                "Fire Protected Doors Ltd",
                "Asbestos Removed Ltd",
                "Exempt Accommodation CIC",
                "Section 41 Studios Ltd",
                "Individual Restaurants Ltd"
            })
    void leaves_companies_their_names(String printed) {
        assertThat(Redaction.isOne(printed)).isFalse();
    }
}
