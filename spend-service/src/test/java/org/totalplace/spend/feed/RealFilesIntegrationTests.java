package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.ledger.LedgerFacts;
import tools.jackson.databind.JsonNode;

/** Published files of real bodies, where they lie beside the project; their control totals are given with the test. */
class RealFilesIntegrationTests extends RunningSpendService {

    private static final Path FILES = Path.of("../../shared/data/spend");

    @ParameterizedTest(name = "{0} has {2} lines of {3} pounds")
    @CsvSource({
        "devon_2025-03.csv, 2024-25, 14183, 125367262.22",
        "oxford_2017q2.csv, 2017-18, 4052, 16264882.46",
        "trafford_2024-25.zip, 2024-25, 210068, 565219573.74",
    })
    void a_published_file_is_in_the_ledger_to_the_penny(String file, String year, long lines, String pounds) {
        Path path = FILES.resolve(file);
        assumeTrue(Files.exists(path), () -> "The published file " + file + " is not beside the project");
        String agency = "real-" + file.replaceAll("[^a-z0-9]+", "-");
        door().register(agency, "Real Body " + file);

        JsonNode report = door().push(agency, "", path);

        assertThat(report.path("status").asString()).isEqualTo("published");
        assertThat(report.path("rows").path("accepted").asLong()).isEqualTo(lines);
        assertThat(door().amount("agency=" + agency + "&year=" + year)).isEqualByComparingTo(pounds);
        LedgerFacts facts = new LedgerFacts(DATABASE);
        String delivery = "where delivery = (select number from posted_delivery where delivery = '"
                + report.path("id").asString() + "')";
        assertThat(facts.number("select count(*) from ledger_line " + delivery)).isEqualTo(lines);
        assertThat(facts.differencesOfTotals()).isZero();
    }
}
