package org.totalplace.local.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was asked for on the command line.
 *
 * @param data folder kept between runs
 * @param empty whether to leave out the sample place
 * @param ports where to listen
 * @param persons of the sample place, if somebody said how many
 * @param check whether to start, check and stop
 * @param help whether only to print what can be asked for
 */
record Options(Path data, boolean empty, Ports ports, OptionalInt persons, boolean check, boolean help) {

    static Options parse(List<String> arguments, Path usualData) {
        Options options = new Options(usualData, false, new Ports(8000), OptionalInt.empty(), false, false);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--data" ->
                new Options(Path.of(value(option, rest)).toAbsolutePath(), empty, ports, persons, check, help);
            case "--empty" -> new Options(data, true, ports, persons, check, help);
            case "--port-base" -> new Options(data, empty, new Ports(number(option, rest)), persons, check, help);
            case "--persons" -> new Options(data, empty, ports, persons(number(option, rest)), check, help);
            case "--check" -> new Options(data, empty, ports, persons, true, help);
            case "--help", "-h" -> new Options(data, empty, ports, persons, check, true);
            default ->
                throw new LaunchFailure(
                        "There is no option " + option + ": ./infra/up --help lists those that there are.");
        };
    }

    private static OptionalInt persons(int number) {
        if (number < 100 || number > 1_000_000) {
            throw new LaunchFailure("--persons is between 100 and 1000000, not " + number + ".");
        }
        return OptionalInt.of(number);
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new LaunchFailure(option + " needs a number, not '" + value + "'.");
        }
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new LaunchFailure(option + " needs a value: ./infra/up --help shows how.");
        }
        return rest.removeFirst();
    }
}
