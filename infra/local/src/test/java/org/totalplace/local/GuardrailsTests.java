package org.totalplace.local;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.totalplace.guardrails.Guardrails;
import org.totalplace.guardrails.Rule;

class GuardrailsTests {

    @TestFactory
    Stream<DynamicTest> this_module_keeps() {
        return Guardrails.ofTheModuleOf(getClass())
                .allowing(Rule.NOTHING_IS_PRINTED, "org.totalplace.local.launch.Launcher", "it is a command")
                .allowing(Rule.NOTHING_IS_PRINTED, "org.totalplace.local.launch.Train", "it is a command")
                .allowing(
                        Rule.NOTHING_IS_PRINTED,
                        "org.totalplace.local.servers.EmbeddedServers",
                        "tests that use it have no log when they end")
                .allowing(
                        Rule.TIME_IS_HANDED_IN,
                        "org.totalplace.local.servers.TokenIssuer",
                        "its tokens must be valid when the test runs")
                .tests();
    }
}
