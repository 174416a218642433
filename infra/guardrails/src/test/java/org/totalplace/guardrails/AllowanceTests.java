package org.totalplace.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.offenders.Printing;

class AllowanceTests {

    private static final String PRINTING = Printing.class.getName();
    private final CheckedModule printing = PlantedClasses.module(Printing.class);

    @Test
    void lets_its_rule_pass_in_its_place() {
        var allowed = Guardrails.of(printing).allowing(Rule.NOTHING_IS_PRINTED, PRINTING, "it is a command");

        assertThatCode(allowed.verdict(Rule.NOTHING_IS_PRINTED)::hold).doesNotThrowAnyException();
    }

    @Test
    void does_not_let_another_rule_pass() {
        var allowed = Guardrails.of(printing).allowing(Rule.TIME_IS_HANDED_IN, PRINTING, "it is a command");

        assertThatThrownBy(allowed.verdict(Rule.NOTHING_IS_PRINTED)::hold).hasMessageContaining("System.out");
    }

    @Test
    void fails_once_nothing_needs_it() {
        var allowed = Guardrails.of(printing).allowing(Rule.TIME_IS_HANDED_IN, PRINTING, "it is a command");

        assertThatThrownBy(allowed.verdict(Rule.TIME_IS_HANDED_IN)::hold)
                .hasMessageContaining(PRINTING)
                .hasMessageContaining("take the allowance out");
    }

    @Test
    void covers_what_is_below_it_but_not_what_begins_alike() {
        Allowance allowance = new Allowance(Rule.TIME_IS_HANDED_IN, "org.totalplace.local.Launch", "it is a command");

        assertThat(allowance.covers(new Finding("org.totalplace.local.Launch$Part", "")))
                .isTrue();
        assertThat(allowance.covers(new Finding("org.totalplace.local.Launcher", "")))
                .isFalse();
    }

    @Test
    void needs_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guardrails.of(printing).allowing(Rule.NOTHING_IS_PRINTED, PRINTING, " "));
    }
}
