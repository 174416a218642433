package org.totalplace.link;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ./infra/link}. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Finds out which records of CSV or Parquet files are one person, and writes clusters.csv,"
                + " pairs.csv, model.json and report.md.")
public final class LinkCommand implements Callable<Integer> {

    private static final int REFUSED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV or .parquet, the first line naming the columns")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the results")
    private Path out = Path.of("");

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description = "what the columns hold, as given=first_name,family=surname,dob=date_of_birth,"
                    + "address=street+town; the others are found out from the files")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--source-column",
            paramLabel = "C",
            description = "names the source of a row; else each file is one")
    private @Nullable String sourceColumn;

    @Option(names = "--link-only", description = "no source holds a person twice")
    private boolean linkOnly;

    @Option(names = "--seed", description = "decides what training samples; ${DEFAULT-VALUE} by default")
    private long seed = 42;

    @Option(
            names = "--threshold",
            description = "match probability from which two are joined; ${DEFAULT-VALUE} by default, which makes fewest"
                    + " mistakes of both kinds together")
    private double threshold = 0.5;

    @Option(names = "--model", paramLabel = "FILE", description = "a model.json to use instead of training one")
    private @Nullable Path model;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN|FILE",
            description = "who is who in truth: a column, or a file (CSV or .parquet) of ids with clusters or of"
                    + " matching pairs of ids; prints precision, recall and F1")
    private @Nullable String truth;

    public static void main(String... words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LinkCommand()).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof IllegalArgumentException || failure instanceof IOException) {
                line.getErr().println(said(failure));
                return REFUSED;
            }
            throw failure;
        });
    }

    private static String said(Exception failure) {
        return failure instanceof IOException
                ? "Cannot read or write: " + failure
                : String.valueOf(failure.getMessage());
    }

    @Override
    public Integer call() throws IOException {
        List<Source> sources = sources();
        Truth known = truth(sources);
        Job job = new Job(sources, linkOnly, seed, threshold, model == null ? null : Files.readString(model));
        Result result = job.run();
        Files.createDirectories(out);
        ClustersFile.write(out.resolve("clusters.csv"), sources, result.linked().clusters());
        PairsFile.write(out.resolve("pairs.csv"), sources, result.linked().links());
        Files.writeString(out.resolve("model.json"), result.model().toJson() + "\n");
        String report = new Report(sources, result, known).text();
        Files.writeString(out.resolve("report.md"), report);
        printer().print(report);
        printer().flush();
        return 0;
    }

    private PrintWriter printer() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }

    private List<Source> sources() throws IOException {
        List<Table> tables = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Path file : files) {
            Table table = TableFiles.read(file);
            int nth = names.merge(table.name(), 1, Integer::sum);
            tables.add(nth == 1 ? table : new Table(table.name() + "-" + nth, table.headers(), table.rows()));
        }
        FieldMapping.refuseUnknown(fields, tables);
        refuseAbsent("--source-column", sourceColumn, tables);
        List<String> leftOut = new ArrayList<>();
        if (sourceColumn != null) {
            leftOut.add(sourceColumn);
        }
        if (truth != null && tables.stream().anyMatch(table -> table.column(truth) >= 0)) {
            leftOut.add(truth);
        }
        List<Source> sources = new ArrayList<>();
        for (Table table : tables) {
            int ofSource = sourceColumn == null ? -1 : table.column(sourceColumn);
            FieldMapping given = FieldMapping.given(fields, table);
            sources.add(new Source(table, Inference.of(table, leftOut, ofSource, given), ofSource));
        }
        return Details.aligned(sources);
    }

    private static void refuseAbsent(String option, @Nullable String column, List<Table> tables) {
        if (column != null && tables.stream().allMatch(table -> table.column(column) < 0)) {
            throw new IllegalArgumentException("No file has the column '" + column + "' that " + option + " names; "
                    + tables.getFirst().name() + " has " + tables.getFirst().headers() + ".");
        }
    }

    private Truth truth(List<Source> sources) throws IOException {
        if (truth == null) {
            return Truth.NONE;
        }
        if (sources.stream().anyMatch(source -> source.table().column(truth) >= 0)) {
            return Truth.ofColumn(truth, sources);
        }
        if (!Files.isRegularFile(Path.of(truth))) {
            throw new IllegalArgumentException("--truth '" + truth + "' is neither a column of the files nor a file; "
                    + sources.getFirst().table().name() + " has "
                    + sources.getFirst().table().headers() + ".");
        }
        return TruthFile.read(TableFiles.read(Path.of(truth)), sources);
    }
}
