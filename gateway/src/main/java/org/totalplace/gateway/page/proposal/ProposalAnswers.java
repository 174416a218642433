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

        public String roleShown(Words words) {
            return words.name("proposal.role.", role);
        }
    }

    record Cost(
            String agency,
            String year,
            BigDecimal amount,
            BigDecimal correction,
            BigDecimal pays,
            String source,
            int grade) {

        /** The estimate, and what is reckoned with instead where it was corrected. */
        public String shown(Map<String, String> names, Words words) {
            String who = names.getOrDefault(agency, agency);
            return correction.signum() == 0
                    ? words.say("proposal.cost", who, year, ProposalAnswers.shown(amount))
                    : words.say(
                            "proposal.cost-corrected",
                            who,
                            year,
                            ProposalAnswers.shown(pays),
                            ProposalAnswers.shown(amount),
                            correction.toPlainString());
        }
    }

    record Gain(String agency, BigDecimal share, BigDecimal cashable) {}

    record Benefit(
            String what,
            String value,
            long people,
            BigDecimal engagement,
            BigDecimal impact,
            BigDecimal deadweight,
            BigDecimal unit,
            BigDecimal correction,
            int lag,
            int duration,
            List<Gain> gains,
            String source,
            int grade,
            BigDecimal aYear,
            int years,
            BigDecimal inAll,
            String formula) {

        Benefit {
            gains = gains == null ? List.of() : List.copyOf(gains);
        }

        public String shown(Words words) {
            return words.say(
                    "proposal.makes-of", formula, ProposalAnswers.shown(aYear), years, ProposalAnswers.shown(inAll));
        }

        public String evidence(Words words) {
            return words.name("proposal.value.", value) + ". " + words.say("proposal.evidence", source, grade);
        }
    }

    record Line(
            String what,
            String amount,
            String source,
            int grade,
            @Nullable String measure) {}

    record Beside(
            String agency,
            String year,
            BigDecimal paid,
            BigDecimal saved,
            BigDecimal expectedPays,
            BigDecimal expectedGains,
            BigDecimal difference,
            String source) {

        public String paidShown(Words words) {
            return words.say("proposal.expected", shown(paid), shown(expectedPays));
        }

        public String savedShown(Words words) {
            return words.say("proposal.expected", shown(saved), shown(expectedGains));
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
            List<Cost> costs,
            List<Benefit> benefits,
            Map<String, BigDecimal> otherValue,
            Map<String, List<Line>> bottomLine,
            List<Beside> outturn) {

        Told {
            costs = costs == null ? List.of() : List.copyOf(costs);
        }

        public String backShown(Words words) {
            String back =
                    paidBackIn == null ? words.say("proposal.not-back") : words.say("proposal.back-in", paidBackIn);
            String cash = cashPaidBackIn == null
                    ? words.say("proposal.cash-not-back")
                    : words.say("proposal.cash-back-in", cashPaidBackIn);
            return back + " " + cash;
        }

        public String other(String kind) {
            return shown(otherValue.getOrDefault(kind, BigDecimal.ZERO));
        }
    }

    static String shown(BigDecimal pounds) {
        return Money.shown(Pence.ofPounds(pounds));
    }
}
