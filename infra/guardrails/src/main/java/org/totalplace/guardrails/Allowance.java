package org.totalplace.guardrails;

import org.totalplace.guardrails.examined.Finding;

/**
 * One place where a rule does not hold.
 *
 * @param where a class, a package with all below it, or a file below the module's folder
 * @param why the reason, for whoever reads the module's test
 */
record Allowance(Rule rule, String where, String why) {

    Allowance {
        if (why.isBlank()) {
            throw new IllegalArgumentException("The allowance of " + rule + " for " + where + " gives no reason");
        }
    }

    boolean covers(Finding finding) {
        String found = finding.where();
        return found.equals(where)
                || found.startsWith(where + ".")
                || found.startsWith(where + "$")
                || found.startsWith(where + "/");
    }
}
