package org.totalplace.gateway;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.totalplace.guardrails.Guardrails;
import org.totalplace.guardrails.Rule;

class GuardrailsTests {

    @TestFactory
    Stream<DynamicTest> this_module_keeps() {
        return Guardrails.ofTheModuleOf(getClass())
                .allowing(Rule.NOTHING_IS_PRINTED, "org.totalplace.gateway.Gateway", "check-usage is a command")
                .tests();
    }
}
