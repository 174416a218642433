package org.totalplace.starter.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's log lines as JSON, as its settings make them. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** A service that does nothing. */
    static class Idle {}

    @BeforeEach
    @AfterEach
    void asIfNothingHadBeenLogged() {
        MDC.clear();
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    @Test
    void bear_the_agreed_keys_and_stay_one_line(CapturedOutput output) {
        try (ConfigurableApplicationContext idle = service("ecs")) {
            assertThat(idle.isRunning()).isTrue();
            MDC.put("trace", "4bf92f3577b34da6a3ce929d0e0e4736");
            LoggerFactory.getLogger(getClass())
                    .warn("A feed named {}", "x\n2026-01-01 forged", new IllegalStateException("for a reason"));
        }

        JsonNode line = JSON.readTree(output.getOut()
                .lines()
                .filter(written -> written.contains("A feed named"))
                .findFirst()
                .orElseThrow());

        assertThat(line.path("@timestamp").asString()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
        assertThat(at(line, "log", "level")).isEqualTo("WARN");
        assertThat(at(line, "log", "logger")).isEqualTo(getClass().getName());
        assertThat(at(line, "service", "name")).isEqualTo("idle-service");
        assertThat(line.path("process").has("pid")).isTrue();
        assertThat(line.path("process").path("thread").path("name").asString()).isNotEmpty();
        assertThat(at(line, "trace", "id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.path("message").asString()).isEqualTo("A feed named x\n2026-01-01 forged");
        assertThat(at(line, "error", "type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(at(line, "error", "message")).isEqualTo("for a reason");
        assertThat(at(line, "error", "stack_trace")).contains("LogLinesTests");
        assertThat(line.propertyNames())
                .as("and no others")
                .isSubsetOf(List.of(
                        "@timestamp", "log", "process", "service", "trace.id", "message", "error", "tags", "ecs"));
    }

    @Test
    void are_made_for_eyes_where_nothing_is_set(CapturedOutput output) {
        try (ConfigurableApplicationContext idle = service("")) {
            assertThat(idle.isRunning()).isTrue();
            LoggerFactory.getLogger(getClass()).warn("A sentence");
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("A sentence")))
                .singleElement()
                .asString()
                .contains(" WARN ", "[idle-service]");
    }

    /** Whether the keys are nested or written with dots is the same to who reads them. */
    private static String at(JsonNode line, String outer, String inner) {
        JsonNode dotted = line.path(outer + "." + inner);
        return dotted.isMissingNode() ? line.path(outer).path(inner).asString("") : dotted.asString();
    }

    private static ConfigurableApplicationContext service(String format) {
        return new SpringApplicationBuilder(Idle.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.import=classpath:totalplace-defaults.yaml",
                        "spring.application.name=idle-service",
                        "totalplace.database=none",
                        "TOTALPLACE_LOG_FORMAT=" + format)
                .run();
    }
}
