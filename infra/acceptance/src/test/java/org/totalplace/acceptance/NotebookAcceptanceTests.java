package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The analyst's notebook of the manual, run from top to bottom against the sample place. */
@Order(4)
class NotebookAcceptanceTests {

    private static final Pattern PYTHON = Pattern.compile("```python\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NET = Pattern.compile(" net (-?[0-9.]+)");
    private static final int WITHIN_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void its_python_makes_the_count_the_journeys_cost_and_the_outcomes_again() throws Exception {
        assumeTrue(hasPython(), "There is no python3 here, so the notebook was not run");
        Api api = RunningStack.sample();
        String notebook = Files.readString(Checkout.root().resolve("docs/notebook.md"));
        String cells =
                PYTHON.matcher(notebook).results().map(cell -> cell.group(1)).collect(Collectors.joining("\n"));
        Path script = Files.writeString(folder.resolve("notebook.py"), cells);

        Path printed = folder.resolve("printed.txt");
        ProcessBuilder python = new ProcessBuilder("python3", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        python.environment().put("TOTALPLACE_GATEWAY", api.gateway());
        python.environment().put("TOTALPLACE_IDENTITY", api.issuer());
        Process running = python.start();
        boolean ended = running.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS);
        running.destroyForcibly();

        String said = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        assertThat(said).contains("journey: local", "outcomes: ");
        Matcher net = NET.matcher(said);
        assertThat(net.find()).as(said).isTrue();
        JsonNode count = api.json("board", "/api/v1/spend/whole-area?year=2024-25");
        assertThat(new BigDecimal(net.group(1)))
                .isEqualByComparingTo(new BigDecimal(count.path("net").toString()));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
