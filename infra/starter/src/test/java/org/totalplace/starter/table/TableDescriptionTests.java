package org.totalplace.starter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableDescriptionTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DescribingTables describing = new DescribingTables(new TableDescription(Columns.shipped()), JSON);

    private int rowsRead;

    private MockServerWebExchange asked(String address, MediaType type, String header) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
        Flux<DataBuffer> rows = Flux.concat(
                        Flux.just(header + "\r\n"),
                        Flux.range(1, 1_000).doOnNext(row -> rowsRead = row).map(row -> row + "\r\n"))
                .map(text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes()));
        describing
                .filter(exchange, inner -> {
                    inner.getResponse().setStatusCode(HttpStatus.OK);
                    inner.getResponse().getHeaders().setContentType(type);
                    inner.getResponse()
                            .getHeaders()
                            .set("X-Asked", inner.getRequest().getURI().toString());
                    return inner.getResponse().writeWith(rows);
                })
                .block();
        return exchange;
    }

    private static JsonNode described(MockServerWebExchange exchange) {
        return JSON.readTree(exchange.getResponse().getBodyAsString().block());
    }

    @Test
    void a_table_is_described_by_its_own_header_and_none_of_its_rows_is_read() {
        MockServerWebExchange exchange = asked(
                "/api/v1/spend/totals?year=2024-25&format=csvw&a=b", Csv.TYPE, "agency,amount,year,\"odd, name\"");

        JsonNode description = described(exchange);

        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(TableDescription.TYPE);
        assertThat(description.path("url").asString()).isEqualTo("/api/v1/spend/totals?year=2024-25&a=b");
        JsonNode columns = description.path("tableSchema").path("columns");
        assertThat(columns.valueStream())
                .extracting(column -> column.path("name").asString())
                .containsExactly("agency", "amount", "year", "odd, name");
        assertThat(columns.path(1).path("datatype").path("base").asString()).isEqualTo("decimal");
        assertThat(columns.path(1).path("null").valueStream())
                .extracting(JsonNode::asString)
                .contains("c", "x");
        assertThat(columns.path(0).path("dc:description").asString()).isEqualTo("Code of an agency");
        assertThat(rowsRead).isZero();
    }

    @Test
    void a_table_says_where_it_is_described() {
        assertThat(links(asked("/api/v1/spend/totals?year=2024-25", Csv.TYPE, "agency")))
                .containsExactly("</api/v1/spend/totals?year=2024-25&format=csvw>; rel=\"describedby\";"
                        + " type=\"application/csvm+json\"");
        assertThat(links(asked("/api/v1/spend/agencies", Csv.TYPE, "code")).getFirst())
                .startsWith("</api/v1/spend/agencies?format=csvw>");
        assertThat(rowsRead).isEqualTo(1_000);
    }

    @Test
    void what_is_no_table_is_left_as_it_is() {
        MockServerWebExchange json = asked("/api/v1/spend/totals?format=csvw", MediaType.APPLICATION_JSON, "{}");

        assertThat(json.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(links(asked("/api/v1/spend/totals", MediaType.APPLICATION_JSON, "{}")))
                .isEmpty();
        assertThat(links(asked("/other", Csv.TYPE, "a"))).isEmpty();
    }

    private static List<String> links(MockServerWebExchange exchange) {
        return exchange.getResponse().getHeaders().getOrEmpty(HttpHeaders.LINK);
    }
}
