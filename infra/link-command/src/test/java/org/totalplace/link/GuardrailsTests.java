package org.totalplace.link;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.totalplace.guardrails.Guardrails;

class GuardrailsTests {

    @TestFactory
    Stream<DynamicTest> this_module_keeps() {
        return Guardrails.ofTheModuleOf(getClass()).tests();
    }
}
