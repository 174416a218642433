package org.totalplace.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every table that this service gives as CSV is described, column by column. */
class DescribedTablesIntegrationTests extends RunningSpendService {

    private static final String QUESTION =
            "year=2008-09&groupBy=agency,function,service,month,capital,payee&format=csvw";

    private List<String> tables() {
        return door().get("nobody", "/v3/api-docs").json().path("paths").properties().stream()
                .filter(path -> path.getValue()
                        .path("get")
                        .path("responses")
                        .path("200")
                        .path("content")
                        .has("text/csv"))
                .map(Map.Entry::getKey)
                .filter(path -> !path.contains("{"))
                .toList();
    }

    @Test
    void no_column_is_left_without_its_meaning() {
        List<String> tables = tables();

        assertThat(tables).contains("/api/v1/spend/totals", "/api/v1/spend/lines", "/api/v1/spend/agencies");
        for (String table : tables) {
            String question = table.endsWith("/whole-area") || table.endsWith("/published")
                    ? QUESTION.replace(",service,month,capital,payee", "")
                    : QUESTION;
            JsonNode description = SpendDoor.expect(200, door().get("analyst", table + "?" + question))
                    .json();
            assertThat(description.path("url").asString())
                    .startsWith(table + "?year=")
                    .doesNotContain("csvw");
            assertThat(description.path("tableSchema").path("columns").valueStream())
                    .as(table)
                    .isNotEmpty()
                    .allSatisfy(
                            column -> assertThat(column.path("dc:description").asString(""))
                                    .as(column.path("name").asString())
                                    .isNotEmpty());
        }
    }

    @Test
    void every_table_is_offered_as_parquet_too() throws Exception {
        JsonNode paths = door().get("nobody", "/v3/api-docs").json().path("paths");
        assertThat(tables())
                .allSatisfy(table -> assertThat(paths.path(table)
                                .path("get")
                                .path("responses")
                                .path("200")
                                .path("content")
                                .has("application/vnd.apache.parquet"))
                        .isTrue());

        byte[] totals = door().parquet("analyst", "/api/v1/spend/totals?year=2008-09&groupBy=agency");

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(totals)))) {
            String header = door().csv("/api/v1/spend/totals?year=2008-09&groupBy=agency")
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(IntStream.range(0, reader.getFileSchema().getColumnCount())
                            .mapToObj(column ->
                                    reader.getFileSchema().getColumn(column).name())
                            .filter(name -> !name.endsWith("Symbol")))
                    .containsExactly(header.split(","));
        }
    }

    @Test
    void what_may_not_be_read_is_not_described() {
        assertThat(door().get("nobody", "/api/v1/spend/totals?" + QUESTION).status())
                .isEqualTo(401);
        assertThat(door().get("citizen", "/api/v1/spend/totals?" + QUESTION).status())
                .isEqualTo(403);
        assertThat(door().get("analyst", "/api/v1/spend/totals?format=csvw")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("bad-input");
    }
}
