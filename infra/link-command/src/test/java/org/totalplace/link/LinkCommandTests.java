package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LinkCommandTests {

    private static final Path SETS = Path.of("../../../shared/data/linkage");

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void two_files_of_different_headers_are_linked_and_measured() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));
        write("health.csv", "Patient Id;Full Name;Date of Birth;Post Code;who\n" + people(false));

        int status = run(path("council.csv"), path("health.csv"), "--out", path("out"), "--truth", "who");

        assertThat(status).isZero();
        assertThat(printed.toString()).contains("| pairs | 1.0000 | 1.0000 | 1.0000 |");
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv")))
                .hasSize(401)
                .startsWith("source,row,id,cluster", "council,1,c0,1")
                .contains("health,1,h0,1");
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")).getFirst())
                .contains("weight,probability");
        assertThat(folder.resolve("out/model.json")).content().contains("\"matchesPerRecord\"");
    }

    /** {@code health.parquet} holds the people of {@link #people}, a date column and missing postcodes among them. */
    @Test
    void a_parquet_file_is_linked_with_a_text_file() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));
        try (InputStream made = Objects.requireNonNull(LinkCommandTests.class.getResourceAsStream("health.parquet"))) {
            Files.copy(made, folder.resolve("health.parquet"));
        }

        int status = run(path("council.csv"), path("health.parquet"), "--out", path("out"), "--truth", "who");

        assertThat(status).isZero();
        assertThat(printed.toString()).contains("| pairs | 1.0000 | 1.0000 | 1.0000 |");
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv")))
                .hasSize(401)
                .contains("health,1,h0,1");
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")))
                .hasSize(201)
                .allMatch(line -> line.contains("exact") || line.startsWith("source"));
    }

    @Test
    void the_same_files_and_seed_give_the_same_bytes() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));
        write("health.csv", "Patient Id;Full Name;Date of Birth;Post Code;who\n" + people(false));
        for (String out : List.of("one", "two")) {
            run(path("council.csv"), path("health.csv"), "--out", path(out), "--seed", "7");
        }

        for (String file : List.of("clusters.csv", "pairs.csv", "model.json", "report.md")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    /** What was reached, rounded down: a change that links worse than this is to be looked at. */
    @ParameterizedTest
    @CsvSource({
        "febrl4a.csv febrl4b.csv, rec_id, 0.999",
        "febrl1.csv, rec_id, 0.998",
        "splink_fake_1000.csv, cluster, 0.98",
        "splink_fake_1000.csv, splink_fake_1000_labels.csv, 0.98",
        "senzing_customers.csv senzing_reference.csv senzing_watchlist.csv, senzing_truth_key.csv, 0.82"
    })
    void published_sets_are_linked_as_they_stand(String files, String truth, double least) {
        Assumptions.assumeTrue(Files.exists(SETS), "the labelled sets are not beside the project");
        List<String> words = new ArrayList<>();
        List.of(files.split(" ")).forEach(file -> words.add(SETS.resolve(file).toString()));
        words.addAll(List.of(
                "--out",
                path("out"),
                "--truth",
                truth.endsWith("csv") ? SETS.resolve(truth).toString() : truth));

        assertThat(run(words.toArray(String[]::new))).isZero();

        String line = printed.toString()
                .lines()
                .filter(text -> text.startsWith("| pairs"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(line.split("\\|")[4].strip())).isGreaterThanOrEqualTo(least);
    }

    @Test
    void fields_that_are_given_leave_the_others_to_be_found() throws IOException {
        write("council.csv", "ref,c1,c2,dob,postcode,who\n" + people(true));
        write("health.csv", "Patient Id;c3;Date of Birth;Post Code;who\n" + people(false));

        int status = run(
                path("council.csv"),
                path("health.csv"),
                "--out",
                path("out"),
                "--truth",
                "who",
                "--fields",
                "given=c1,family=c2,full-name=c3");

        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("| pairs | 1.0000 | 1.0000 | 1.0000 |")
                .contains("birth: `dob` (100.0 % filled)", "postcode: `Post Code`", "id: `Patient Id`");
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv"))).contains("health,1,h0,1");
    }

    @Test
    void what_columns_were_taken_for_and_could_not_be_read_as_is_told() throws IOException {
        write(
                "council.csv",
                "ref,forename,surname,dob,mobile,shoe size\n1,Gwen,Morgan,unclear,none yet,7\n"
                        + "2,Mary,,1984-07-03,12,8\n");

        run(path("council.csv"), "--out", path("out"));

        assertThat(printed.toString())
                .contains("birth: `dob` (100.0 % filled, 50.0 % of it unreadable)")
                .contains("family: `surname` (50.0 % filled)")
                .contains("not used: `mobile`, `shoe size`")
                .contains("Only 50.0 % of the filled cells of `dob` in council can be read as birth.")
                .contains("The model was not trained on these records");
    }

    @Test
    void linking_one_source_with_itself_alone_is_refused() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));

        assertThat(run(path("council.csv"), "--out", path("out"), "--link-only"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("all records are of one source, council", "--source-column");
    }

    @Test
    void a_truth_that_names_other_records_is_refused() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));
        write("labels.csv", "id,cluster\nx1,a\nx2,a\n");

        assertThat(run(path("council.csv"), "--out", path("out"), "--truth", path("labels.csv")))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("such as 'c0'");
    }

    @Test
    void a_truth_that_is_neither_column_nor_file_is_refused() throws IOException {
        write("council.csv", "ref,forename,surname,dob,postcode,who\n" + people(true));

        assertThat(run(path("council.csv"), "--out", path("out"), "--truth", "nobody"))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("'nobody' is neither a column");
    }

    /** Two hundred people, as one agency or the other prints them. */
    private static String people(boolean ofCouncil) {
        String[] given = {"Gwen", "Ahmed", "Mary", "Robert", "Aisha", "Tomasz", "Elizabeth", "David"};
        String[] family = {"Morgan", "Siddiqui", "Thornby", "Kowalski", "Adeyemi", "Hughes", "Patel"};
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            String first = given[n % 8];
            String last = family[n % 7] + (char) ('a' + n % 26);
            int year = 1940 + n % 60;
            int month = 1 + n % 12;
            int day = 1 + n % 28;
            String postcode = "NM" + (1 + n % 19) + " " + n % 10 + (char) ('A' + n % 17) + (char) ('A' + n % 23);
            lines.add(
                    ofCouncil
                            ? String.format(
                                    "c%d,%s,%s,%04d-%02d-%02d,%s,p%d", n, first, last, year, month, day, postcode, n)
                            : String.format(
                                    "h%d;\"%s, %s\";%02d/%02d/%04d;%s;p%d",
                                    n, last, first, day, month, year, postcode, n));
        }
        return String.join("\n", lines) + "\n";
    }

    private int run(String... words) {
        CommandLine line = LinkCommand.commandLine();
        line.setOut(new PrintWriter(printed));
        line.setErr(new PrintWriter(printed));
        return line.execute(words);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
