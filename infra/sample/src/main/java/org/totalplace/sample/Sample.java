package org.totalplace.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The command that writes the sample place. */
public final class Sample {

    private static final String HELP = """
            Writes the fictional place Northmoor: manifest.json, feeds/ to load and truth/ to compare with.

              --out DIR      where to (needed)
              --persons N    how many residents the agencies know, 1 to 5,000,000 (default 20000)
              --seed N       another seed gives another place (default 2009)
              --help         this text
            """;

    private Path out = Path.of("");
    private int persons = SamplePlace.DEFAULT_PERSONS;
    private long seed = SamplePlace.DEFAULT_SEED;

    private Sample() {}

    public static void main(String[] arguments) throws IOException {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return 0, or 2 when the arguments say nothing sensible */
    static int run(List<String> arguments, PrintStream say, PrintStream complain) throws IOException {
        if (arguments.contains("--help")) {
            say.print(HELP);
            return 0;
        }
        Sample sample = new Sample();
        try {
            sample.read(arguments);
        } catch (IllegalArgumentException wrong) {
            complain.printf("%s%n%n%s", wrong.getMessage(), HELP);
            return 2;
        }
        Manifest manifest = SamplePlace.write(sample.out, sample.persons, sample.seed);
        say.printf("%d feeds of %d persons in %s%n", manifest.feeds().size(), sample.persons, sample.out);
        return 0;
    }

    private void read(List<String> arguments) {
        if (!arguments.contains("--out")) {
            throw new IllegalArgumentException("--out DIR is needed");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--out" -> out = Path.of(value);
                case "--persons" -> persons = persons(value);
                case "--seed" -> seed = number(option, value);
                default -> throw new IllegalArgumentException("There is no option " + option);
            }
        }
    }

    private static int persons(String value) {
        long persons = number("--persons", value);
        if (persons < 1 || persons > SamplePlace.MOST_PERSONS) {
            throw new IllegalArgumentException("--persons is 1 to 5,000,000, not " + value);
        }
        return (int) persons;
    }

    private static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(option + " takes a whole number, not '" + value + "'", wrong);
        }
    }
}
