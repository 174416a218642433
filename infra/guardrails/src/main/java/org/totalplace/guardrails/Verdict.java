package org.totalplace.guardrails;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;

/** What a rule comes to for a module once its allowances are taken off. */
record Verdict(Rule rule, Examination examination, List<Finding> breaches, List<Allowance> unneeded) {

    static Verdict of(Rule rule, Examination examination, List<Allowance> allowances) {
        List<Finding> breaches = examination.findings().stream()
                .filter(finding -> allowances.stream().noneMatch(allowance -> allowance.covers(finding)))
                .toList();
        List<Allowance> unneeded = allowances.stream()
                .filter(allowance -> examination.findings().stream().noneMatch(allowance::covers))
                .toList();
        return new Verdict(rule, examination, breaches, unneeded);
    }

    String title() {
        return examination.remark().isEmpty() ? rule.sentence() : rule.sentence() + " (" + examination.remark() + ")";
    }

    /** Fails if the rule saw nothing, saw a breach, or has an allowance that nothing needs. */
    void hold() {
        if (examination.looked() == 0) {
            throw new AssertionError(rule + " found nothing to look at, which proves nothing: compile the module first,"
                    + " and keep the test in the module's root package");
        }
        if (!breaches.isEmpty() || !unneeded.isEmpty()) {
            throw new AssertionError(complaint());
        }
    }

    private String complaint() {
        Stream<String> broken = breaches.stream().map(breach -> "  " + breach);
        Stream<String> stale = unneeded.stream()
                .map(allowance -> "  " + allowance.where() + ": allowed, but keeps the rule; take the allowance out");
        return Stream.concat(broken, stale)
                .collect(Collectors.joining(
                        "\n", rule + ": " + rule.sentence() + "\n", "\nWhat to do: " + rule.remedy() + "."));
    }
}
