package org.totalplace.starter;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.totalplace.guardrails.Guardrails;
import org.totalplace.guardrails.Rule;

class GuardrailsTests {

    @TestFactory
    Stream<DynamicTest> this_module_keeps() {
        return Guardrails.ofTheModuleOf(getClass())
                .allowing(
                        Rule.TIME_IS_HANDED_IN,
                        "org.totalplace.starter.observability.ObservabilityConfiguration",
                        "the one clock that is handed in everywhere is made here")
                .allowing(
                        Rule.RECORDS_HOLD_VALUES,
                        "org.totalplace.starter.projection.BatchFold$Undone",
                        "what waits for another try is the record itself")
                .tests();
    }
}
