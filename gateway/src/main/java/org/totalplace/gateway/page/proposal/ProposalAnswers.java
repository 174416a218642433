package org.totalplace.gateway.page.proposal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/** What outcomes-service answers about proposals. */
final class ProposalAnswers {

    private ProposalAnswers() {}

    record Listed(String code, int version, String title, String group) {}

    record All(List<Listed> results) {}

    record Row(String year, BigDecimal pays, BigDecimal gains, BigDecimal cashable, BigDecimal net) {

        public String paysShown() {
            return shown(pays);
        }

        public String gainsShown() {
            return shown(gains);
        }

        public String cashableShown() {
            return shown(cashable);
        }

        public String netShown() {
            return shown(net);
        }
    }

    record Payer(String agency, String role, Row total, List<Row> years) {

        public String roleShown() {
            return Words.plain(role);
        }
    }

    record Benefit(
            String what,
            String value,
            String source,
            int grade,
            BigDecimal aYear,
            int years,
            BigDecimal inAll,
            String formula) {

        public String shown() {
            return formula + " = " + ProposalAnswers.shown(aYear) + " a year, in " + years + " years "
                    + ProposalAnswers.shown(inAll);
        }

        public String evidence() {
            return Words.plain(value) + " value. Source: " + source + ", grade " + grade;
        }
    }

    record Line(
            String what,
            String amount,
            String source,
            int grade,
            @Nullable String measure) {

        public String evidence() {
            return "Source: " + source + ", grade " + grade;
        }
    }

    record Beside(
            String agency,
            String year,
            BigDecimal paid,
            BigDecimal saved,
            BigDecimal expectedPays,
            BigDecimal expectedGains,
            BigDecimal difference,
            String source) {

        public String paidShown() {
            return shown(paid) + " (expected " + shown(expectedPays) + ")";
        }

        public String savedShown() {
            return shown(saved) + " (expected " + shown(expectedGains) + ")";
        }

        public String differenceShown() {
            return shown(difference);
        }
    }

    record Told(
            String code,
            int version,
            String asOf,
            String title,
            String group,
            List<String> years,
            List<Payer> agencies,
            Row total,
            @Nullable String paidBackIn,
            @Nullable String cashPaidBackIn,
            List<Benefit> benefits,
            Map<String, BigDecimal> otherValue,
            Map<String, List<Line>> bottomLine,
            List<Beside> outturn) {

        public String backShown() {
            return (paidBackIn == null ? "It is not paid back within the plan" : "It is paid back in " + paidBackIn)
                    + (cashPaidBackIn == null
                            ? "; in money that can be taken out of budgets, not within the plan."
                            : "; in money that can be taken out of budgets, in " + cashPaidBackIn + ".");
        }

        public String other(String kind) {
            return shown(otherValue.getOrDefault(kind, BigDecimal.ZERO));
        }

        public String domain(String code) {
            return Words.plain(code);
        }
    }

    static String shown(BigDecimal pounds) {
        return Money.shown(Pence.ofPounds(pounds));
    }
}
