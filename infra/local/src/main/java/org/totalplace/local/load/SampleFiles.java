package org.totalplace.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.JavaProgram;
import org.totalplace.local.process.PlainRun;
import org.totalplace.local.process.RunAs;
import tools.jackson.databind.JsonNode;

/**
 * The files of the sample place in a folder: what its agencies send, the manifest that says how, and the truth beside.
 *
 * @param folder of them
 */
public record SampleFiles(Path folder) {

    private static final int USUAL_PERSONS = 20_000;
    private static final long SEED = 2009;

    /**
     * Writes them unless they are there.
     *
     * @param persons how many people live in the sample; empty for the usual number or what is there already
     * @throws LoadFailure if a sample of another size is loaded there
     */
    public SampleFiles ensure(OptionalInt persons) {
        int there = exists() ? manifest().get("persons").asInt() : 0;
        if (there > 0 && (persons.isEmpty() || persons.getAsInt() == there)) {
            return this;
        }
        if (isLoaded()) {
            throw new LoadFailure("%s holds the sample place with %d persons already: leave out --persons, or choose"
                            .formatted(folder, there)
                    + " another folder with --data DIR.");
        }
        generate(persons.orElse(USUAL_PERSONS));
        return this;
    }

    private void generate(int persons) {
        Path unfinished = folder.resolveSibling("sample.unfinished");
        try {
            Folders.delete(unfinished);
            Folders.delete(folder);
            PlainRun.of(
                    JavaProgram.onOwnClassPath(
                            List.of("-XX:+UseSerialGC", "-Xmx1g"),
                            "org.totalplace.sample.Sample",
                            "--out",
                            unfinished.toString(),
                            "--persons",
                            String.valueOf(persons),
                            "--seed",
                            String.valueOf(SEED)),
                    RunAs.THIS_USER);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sample place cannot be written to " + folder, broken);
        }
    }

    private boolean exists() {
        return Files.exists(folder.resolve("manifest.json"));
    }

    /** What to load, in which order. */
    public JsonNode manifest() {
        return ExactJson.MAPPER.readTree(folder.resolve("manifest.json"));
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    /** The money that the place really spends, counted once: what a right count must find. */
    public BigDecimal trueNet() {
        return ExactJson.MAPPER
                .readTree(folder.resolve("truth/control-totals.json"))
                .get("wholeArea")
                .get("net")
                .decimalValue();
    }

    /** Somebody of the sample who has outcomes, to try things with. */
    public Optional<Example> example() {
        Path outcomes = folder.resolve("truth/outcomes.csv");
        try (Stream<String> lines = Files.lines(outcomes)) {
            List<String> headerAndFirst = lines.limit(2).toList();
            return headerAndFirst.size() < 2
                    ? Optional.empty()
                    : Optional.of(Example.of(headerAndFirst.getFirst(), headerAndFirst.getLast()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public boolean isLoaded() {
        return Files.exists(folder.resolve("loaded"));
    }

    void markLoaded() {
        try {
            Files.writeString(folder.resolve("loaded"), "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * One agency's reference for one person, with a measure that was taken of them.
     *
     * @param agency code
     * @param reference as the agency writes it
     * @param measure code
     */
    public record Example(String agency, String reference, String measure) {

        private static Example of(String header, String row) {
            List<String> names = List.of(header.split(",", -1));
            List<String> cells = List.of(row.split(",", -1));
            return new Example(
                    cells.get(names.indexOf("agency")),
                    cells.get(names.indexOf("reference")),
                    cells.get(names.indexOf("measure")));
        }
    }
}
