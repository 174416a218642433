package org.totalplace.guardrails;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GuardrailsTests {

    @TestFactory
    Stream<DynamicTest> this_module_keeps() {
        return Guardrails.ofTheModuleOf(getClass())
                .allowing(
                        Rule.NO_MACHINE_IS_NAMED,
                        "src/test/java/org/totalplace/guardrails/PlantedFiles.java",
                        "it plants what the rule must catch")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> the_repository_keeps() {
        return Guardrails.ofTheRepositoryAround(getClass()).tests();
    }
}
