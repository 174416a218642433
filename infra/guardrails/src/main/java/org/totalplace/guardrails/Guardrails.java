package org.totalplace.guardrails;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.totalplace.guardrails.documents.Layout;
import org.totalplace.guardrails.examined.CheckedModule;

/**
 * All rules for one module, as tests. A module holds one class {@code GuardrailsTests} in its root package:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> this_module_keeps() {
 *     return Guardrails.ofTheModuleOf(getClass())
 *             .allowing(Rule.NOTHING_IS_PRINTED, "org.totalplace.sample.Sample", "it is a command")
 *             .tests();
 * }
 * }</pre>
 */
public final class Guardrails {

    private final CheckedModule module;
    private final List<Allowance> allowances;

    private Guardrails(CheckedModule module, List<Allowance> allowances) {
        this.module = module;
        this.allowances = allowances;
    }

    /** The module that {@code test} was compiled in; the test's package is the module's root package. */
    public static Guardrails ofTheModuleOf(Class<?> test) {
        return of(CheckedModule.ofTheModuleOf(test));
    }

    /** The repository that {@code test} was compiled in, as a whole. */
    public static Guardrails ofTheRepositoryAround(Class<?> test) {
        return of(Layout.repositoryAround(CheckedModule.ofTheModuleOf(test)));
    }

    static Guardrails of(CheckedModule module) {
        return new Guardrails(module, List.of());
    }

    /**
     * Lets a rule pass in one place. An allowance that nothing needs any more fails the rule.
     *
     * @param where a class, a package with all below it, or a file below the module's folder
     * @param why the reason, for whoever reads the module's test
     */
    public Guardrails allowing(Rule rule, String where, String why) {
        return new Guardrails(
                module,
                Stream.concat(allowances.stream(), Stream.of(new Allowance(rule, where, why)))
                        .toList());
    }

    /** One test a rule that concerns the module, named by the rule's sentence and what it has to report. */
    public Stream<DynamicTest> tests() {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.concerns(module))
                .map(rule -> {
                    Verdict verdict = verdict(rule);
                    return DynamicTest.dynamicTest(verdict.title(), verdict::hold);
                });
    }

    Verdict verdict(Rule rule) {
        return Verdict.of(
                rule,
                rule.examine(module),
                allowances.stream()
                        .filter(allowance -> allowance.rule() == rule)
                        .toList());
    }
}
