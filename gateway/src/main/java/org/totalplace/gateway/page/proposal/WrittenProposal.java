package org.totalplace.gateway.page.proposal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.totalplace.gateway.page.Filled;

/** Fills the form with a proposal that was written down before, for its next version. */
final class WrittenProposal {

    private WrittenProposal() {}

    static ProposalForm form(ProposalAnswers.Told told) {
        Map<String, String> values = new HashMap<>();
        values.put("code", told.code());
        values.put("title", told.title());
        values.put("group", told.group());
        values.put("firstYear", told.years().getFirst());
        values.put("years", String.valueOf(told.years().size()));
        int costs = 0;
        for (ProposalAnswers.Cost cost : told.costs()) {
            String row = "cost-" + ++costs + "-";
            values.put(row + "agency", cost.agency());
            values.put(row + "year", String.valueOf(told.years().indexOf(cost.year()) + 1));
            values.put(row + "amount", plain(cost.amount()));
            values.put(row + "source", cost.source());
            values.put(row + "grade", String.valueOf(cost.grade()));
            values.put(row + "correction", plain(cost.correction()));
        }
        values.put("costs", String.valueOf(costs));
        int benefits = 0;
        for (ProposalAnswers.Benefit benefit : told.benefits()) {
            fill(values, "benefit-" + ++benefits + "-", benefit);
        }
        values.put("benefits", String.valueOf(benefits));
        int lines = 0;
        for (Map.Entry<String, List<ProposalAnswers.Line>> domain :
                told.bottomLine().entrySet()) {
            for (ProposalAnswers.Line line : domain.getValue()) {
                fill(values, "line-" + ++lines + "-", domain.getKey(), line);
            }
        }
        values.put("lines", String.valueOf(lines));
        return new ProposalForm(new Filled(values));
    }

    private static void fill(Map<String, String> values, String row, ProposalAnswers.Benefit benefit) {
        values.put(row + "what", benefit.what());
        values.put(row + "value", benefit.value());
        values.put(row + "people", String.valueOf(benefit.people()));
        values.put(row + "engagement", plain(benefit.engagement()));
        values.put(row + "impact", plain(benefit.impact()));
        values.put(row + "deadweight", plain(benefit.deadweight()));
        values.put(row + "unit", plain(benefit.unit()));
        values.put(row + "source", benefit.source());
        values.put(row + "grade", String.valueOf(benefit.grade()));
        values.put(row + "correction", plain(benefit.correction()));
        values.put(row + "lag", String.valueOf(benefit.lag()));
        values.put(row + "duration", String.valueOf(benefit.duration()));
        values.put(
                row + "gains",
                String.join(
                        "\n",
                        benefit.gains().stream()
                                .map(gain -> gain.agency() + ", " + plain(gain.share()) + ", " + plain(gain.cashable()))
                                .toList()));
    }

    private static void fill(Map<String, String> values, String row, String domain, ProposalAnswers.Line line) {
        values.put(row + "domain", domain);
        values.put(row + "what", line.what());
        values.put(row + "amount", line.amount());
        values.put(row + "source", line.source());
        values.put(row + "grade", String.valueOf(line.grade()));
        String measure = line.measure();
        if (measure != null) {
            values.put(row + "measure", measure);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
