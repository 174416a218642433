package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.intake.layout.Layouts;

class NilReturnTests {

    @Nested
    class WhenTheFileSaysSo {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Nil return",
                    "NIL RETURN\n",
                    "Nil",
                    "No payments over \u00A3500 this month",
                    "Example Council\nPayments to suppliers, April 2025\n\nThere were no transactions in this period.",
                    "No expenditure to report,,,",
                    "Nothing to report",
                    "Spend over \u00A325000\nNone this month",
                    "Supplier,Amount\nNil return for April,",
                    "Supplier,Date,Amount\nNIL,NIL,NIL"
                })
        void it_is_read_with_no_rows_and_needs_nobody(String text) {
            Sent sent = sent(text);

            assertThat(sent.outcomes().accepted()).isEmpty();
            assertThat(sent.outcomes().refused()).isEmpty();
            assertThat(sent.doubts()).isEmpty();
        }

        @Test
        void it_is_told_in_its_own_words() {
            assertThat(sent("April 2025\nNil return").problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.type()).isEqualTo(ProblemType.NIL_RETURN);
                        assertThat(problem.message()).contains("The file says 'Nil return'");
                    });
        }

        @Test
        void a_header_alone_says_so_too() {
            Sent sent = sent("Date,Supplier,Amount\n");

            assertThat(sent.mapping().columns()).hasSize(3);
            assertThat(sent.outcomes().accepted()).isEmpty();
            assertThat(sent.doubts()).isEmpty();
        }
    }

    @Nested
    class WhenItMayBeABrokenExport {

        @ParameterizedTest
        @ValueSource(strings = {"", "  \r\n ", ",,,,\n,,,,\n", "Payments over \u00A3500\nApril 2025"})
        void a_person_has_to_confirm_it(String text) {
            Sent sent = sent(text);

            assertThat(sent.outcomes().accepted()).isEmpty();
            assertThat(sent.mapping().columns()).isEmpty();
            assertThat(sent.doubts()).singleElement().satisfies(doubt -> {
                assertThat(doubt.type()).isEqualTo(ProblemType.NIL_RETURN);
                assertThat(doubt.message()).contains("confirm it");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"Access denied", "404 page not found", "Please log in", "a,b,c\nd,e,f"})
        void words_about_something_else_are_refused(String text) {
            assertThat(Sent.refusal(text.getBytes(StandardCharsets.UTF_8), "x.csv", ReadingOptions.NONE)
                            .message())
                    .startsWith("No header was found");
        }
    }

    @Test
    void money_is_never_taken_for_nothing() {
        Problem refusal = Sent.refusal("There were no transactions over 25000", "21/04/2025,A Ltd,1.00", "x,y,z");

        assertThat(refusal.type()).isEqualTo(ProblemType.MISSING_LABEL);
    }

    private static Sent sent(String text) {
        return Sent.of(text.getBytes(StandardCharsets.UTF_8), "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);
    }
}
