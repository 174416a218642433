package org.totalplace.starter.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.totalplace.starter.paging.Csv;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Files are read back by a reader that knows nothing of how they were written. */
class AsParquetTests {

    private final AsParquet converting =
            new AsParquet(Columns.shipped(), JsonMapper.builder().build());

    private static Flux<DataBuffer> buffers(Flux<String> texts) {
        return texts.map(text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] converted(Flux<String> csv) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        converting
                .parquet(buffers(csv), "/api/v1/table")
                .toStream()
                .map(AsParquetTests::bytes)
                .forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        return bytes;
    }

    private static List<List<@Nullable Object>> rows(byte[] file) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader row = reader.rowReader()) {
            while (row.hasNext()) {
                row.next();
                List<@Nullable Object> cells = new ArrayList<>();
                for (int column = 0; column < row.getFieldCount(); column++) {
                    cells.add(row.isNull(column) ? null : row.getValue(column));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void cells_keep_their_types_and_hidden_ones_their_symbol() throws Exception {
        byte[] file = converted(Flux.just(
                "agency,amount,persons,betterShare,date,configured,month\r\n",
                "county,-1234.50,25,40.5,2024-05-02,true,2024-05\r\n",
                "nhs,c,c,z,,false,\r\n",
                "police,0.01,low,x,2024-05-03,true,2024-06\r\n"));

        assertThat(rows(file))
                .containsExactly(
                        Arrays.asList(
                                "county",
                                new BigDecimal("-1234.50"),
                                null,
                                25L,
                                null,
                                40.5,
                                null,
                                LocalDate.of(2024, 5, 2),
                                null,
                                true,
                                null,
                                "2024-05"),
                        Arrays.asList("nhs", null, "c", null, "c", null, "z", null, null, false, null, null),
                        Arrays.asList(
                                "police",
                                new BigDecimal("0.01"),
                                null,
                                null,
                                "low",
                                null,
                                "x",
                                LocalDate.of(2024, 5, 3),
                                null,
                                true,
                                null,
                                "2024-06"));
    }

    @Test
    void the_file_says_what_its_columns_mean() throws Exception {
        byte[] file = converted(Flux.just("agency,amount\r\n"));

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
            Map<String, String> notes = reader.getFileMetaData().keyValueMetadata();
            assertThat(notes.get("csvw")).contains("Code of an agency", "\"url\":\"/api/v1/table\"");
            assertThat(reader.getFileMetaData().numRows()).isZero();
            assertThat(reader.getFileSchema().getColumn(1).logicalType()).isEqualTo(new LogicalType.DecimalType(2, 18));
        }
    }

    @Test
    void text_is_as_it_was_before_spreadsheets_were_guarded_against() throws Exception {
        byte[] file = converted(Flux.just(
                Csv.line(List.of("name", "payee")),
                Csv.line(List.of("=1+1", "A, \"B\"\nand C")),
                Csv.line(List.of("'tis", "Gŵyl Ŵyth £"))));

        assertThat(rows(file)).containsExactly(List.of("=1+1", "A, \"B\"\nand C"), List.of("'tis", "Gŵyl Ŵyth £"));
    }

    @Test
    void nothing_is_lost_where_a_cell_is_not_of_its_columns_type() throws Exception {
        byte[] file = converted(Flux.just(
                "amount,date,configured,persons\r\n", "1.005,yesterday,perhaps,1.5\r\n", "9,2024-01-01,true,5\r\n"));

        assertThat(rows(file).getFirst())
                .containsExactly(null, "1.005", null, "yesterday", null, "perhaps", null, "1.5");
        assertThat(rows(file).getLast())
                .containsExactly(new BigDecimal("9.00"), null, LocalDate.of(2024, 1, 1), null, true, null, 5L, null);
    }

    @Test
    void rows_are_the_same_wherever_buffers_end() throws Exception {
        StringBuilder csv = new StringBuilder("payee,amount,configured\r\n");
        Random random = new Random(5);
        for (int row = 0; row < 2_000; row++) {
            csv.append(Csv.line(List.of(
                    "Ŵ\"" + row + "\r\n," + random.nextInt(), random.nextInt(1_000) + ".50", random.nextBoolean())));
        }
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < csv.length(); ) {
            int end = Math.min(csv.length(), at + 1 + random.nextInt(40));
            pieces.add(csv.substring(at, end));
            at = end;
        }

        List<List<@Nullable Object>> whole = rows(converted(Flux.just(csv.toString())));

        assertThat(whole).hasSize(2_000);
        assertThat(rows(converted(Flux.fromIterable(pieces)))).isEqualTo(whole);
    }

    @Test
    void of_a_long_table_no_more_than_a_row_group_is_held() throws Exception {
        int lines = 400_000;
        AtomicLong read = new AtomicLong();
        AtomicLong before = new AtomicLong();
        AtomicLong ahead = new AtomicLong();
        AtomicLong largest = new AtomicLong();
        Flux<String> csv = Flux.concat(
                Flux.just("agency,payee,amount\r\n"), Flux.range(0, lines / 500).map(batch -> {
                    read.addAndGet(500);
                    return "county,Northmoor Care and Support Ltd,12.50\r\n".repeat(500);
                }));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        converting
                .parquet(buffers(csv), "/api/v1/table")
                .map(AsParquetTests::bytes)
                .doOnNext(piece -> {
                    long now = read.get();
                    ahead.accumulateAndGet(now - before.getAndSet(now), Math::max);
                    largest.accumulateAndGet(piece.length, Math::max);
                    file.writeBytes(piece);
                })
                .blockLast();

        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file.toByteArray())))) {
            assertThat(reader.getFileMetaData().numRows()).isEqualTo(lines);
            assertThat(reader.getFileMetaData().rowGroups()).hasSizeBetween(4, 12);
        }
        assertThat(largest.get()).isLessThan(4 * 1024 * 1024);
        // Rows that were read from one piece of the file to the next.
        assertThat(ahead.get()).isLessThan(lines / 4);
    }

    @Test
    void only_a_table_is_converted_and_only_when_it_is_asked_for() {
        MockServerWebExchange table = asked("application/vnd.apache.parquet", Csv.TYPE);
        MockServerWebExchange csv = asked("text/csv", Csv.TYPE);
        MockServerWebExchange refused = asked("application/vnd.apache.parquet", MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(table.getResponse().getHeaders().getContentType()).isEqualTo(AsParquet.TYPE);
        assertThat(table.getResponse().getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"lines.parquet\"");
        assertThat(csv.getResponse().getBodyAsString().block()).isEqualTo("agency\r\ncounty\r\n");
        assertThat(refused.getResponse().getBodyAsString().block()).isEqualTo("agency\r\ncounty\r\n");
    }

    private MockServerWebExchange asked(String accept, MediaType answered) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/api/v1/table").header(HttpHeaders.ACCEPT, accept));
        converting
                .filter(exchange, inner -> {
                    inner.getResponse().setStatusCode(HttpStatus.OK);
                    inner.getResponse().getHeaders().setContentType(answered);
                    inner.getResponse()
                            .getHeaders()
                            .set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lines.csv\"");
                    return inner.getResponse().writeWith(buffers(Flux.just("agency\r\ncounty\r\n")));
                })
                .block();
        return exchange;
    }
}
