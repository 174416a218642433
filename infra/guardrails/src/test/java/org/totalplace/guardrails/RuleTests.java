package org.totalplace.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Finding;

/** Every rule of the table, so that one without a planted offender fails. */
class RuleTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void catches_its_planted_offender(Rule rule) {
        PlantedClasses.Offence compiled = PlantedClasses.OFFENCES.get(rule);
        CheckedModule guilty = compiled == null ? PlantedFiles.guilty(rule, folder) : compiled.module();
        String fragment = compiled == null ? PlantedFiles.offence(rule).fragment() : compiled.fragment();

        var verdict = Guardrails.of(guilty).verdict(rule);

        assertThat(verdict.breaches())
                .hasSizeGreaterThanOrEqualTo(compiled == null ? 1 : compiled.atLeast())
                .extracting(Finding::toString)
                .anyMatch(finding -> finding.contains(fragment));
        assertThatThrownBy(verdict::hold)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fragment)
                .hasMessageContaining("What to do: ");
    }

    @ParameterizedTest
    @EnumSource
    void leaves_the_innocent_alone(Rule rule) {
        CheckedModule innocent = PlantedClasses.OFFENCES.containsKey(rule)
                ? PlantedClasses.innocent()
                : PlantedFiles.innocent(rule, folder);

        assertThat(Guardrails.of(innocent).verdict(rule).breaches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fails_when_there_is_nothing_to_look_at(Rule rule) {
        CheckedModule nothing = PlantedClasses.OFFENCES.containsKey(rule)
                ? PlantedClasses.nothing()
                : PlantedFiles.nothing(rule, folder);

        var verdict = Guardrails.of(nothing).verdict(rule);

        assertThatThrownBy(verdict::hold).isInstanceOf(AssertionError.class);
    }
}
