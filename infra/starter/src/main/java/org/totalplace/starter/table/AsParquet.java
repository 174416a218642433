package org.totalplace.starter.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.totalplace.starter.paging.Csv;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a table as Parquet wherever there is one as CSV: the same rows under the same rules, asked for with
 * {@code Accept: application/vnd.apache.parquet}. It is made of the CSV while that streams by; no more than a row group
 * is held.
 */
final class AsParquet implements WebFilter {

    static final MediaType TYPE = MediaType.parseMediaType("application/vnd.apache.parquet");

    /** Names, in the file's footer, the description of its columns. */
    static final String DESCRIPTION = "csvw";

    private static final int BUFFERS_AHEAD = 2;

    private final Columns columns;
    private final TableDescription description;
    private final JsonMapper json;

    AsParquet(Columns columns, JsonMapper json) {
        this.columns = columns;
        this.description = new TableDescription(columns);
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod()) || !isWanted(request)) {
            return chain.filter(exchange);
        }
        ServerHttpRequest table = request.mutate()
                .headers(headers -> headers.setAccept(List.of(Csv.TYPE)))
                .build();
        return chain.filter(exchange.mutate()
                .request(table)
                .response(new Converted(
                        exchange.getResponse(),
                        request.getURI().getRawPath(),
                        request.getURI().getRawQuery()))
                .build());
    }

    private static boolean isWanted(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .findFirst()
                .filter(TYPE::equalsTypeAndSubtype)
                .isPresent();
    }

    /** The bytes of the table in Parquet as those in CSV arrive. */
    Flux<DataBuffer> parquet(Publisher<? extends DataBuffer> csv, String address) {
        return Flux.defer(() -> {
            Conversion conversion = new Conversion(address);
            return Flux.from(csv)
                    .map(AsParquet::bytes)
                    // Packing takes milliseconds at a time, which threads of the network do not have.
                    .publishOn(Schedulers.boundedElastic(), BUFFERS_AHEAD)
                    .map(conversion::taken)
                    .concatWith(Mono.fromSupplier(conversion::ended))
                    .filter(bytes -> bytes.length > 0)
                    .map(DefaultDataBufferFactory.sharedInstance::wrap);
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private final class Converted extends ServerHttpResponseDecorator {

        private final String address;

        Converted(ServerHttpResponse response, String path, @Nullable String query) {
            super(response);
            this.address = query == null ? path : path + "?" + query;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (!DescribingTables.isTable(this)) {
                return super.writeWith(body);
            }
            HttpHeaders headers = getHeaders();
            headers.setContentType(TYPE);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            String name = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
            if (name != null) {
                headers.set(HttpHeaders.CONTENT_DISPOSITION, name.replace(".csv", ".parquet"));
            }
            return super.writeWith(parquet(body, address));
        }
    }

    /** Of one answer. */
    private final class Conversion {

        private final String address;
        private final WholeRecords records = new WholeRecords();
        private @Nullable ParquetTable table;

        Conversion(String address) {
            this.address = address;
        }

        byte[] taken(byte[] csv) {
            return taken(records.add(csv));
        }

        byte[] ended() {
            byte[] last = taken(records.rest());
            byte[] end = table == null ? new byte[0] : table.ended();
            return joined(last, end);
        }

        private byte[] taken(List<List<String>> lines) {
            if (lines.isEmpty()) {
                return new byte[0];
            }
            if (table != null) {
                return table.take(lines);
            }
            table = headed(lines.getFirst());
            return joined(table.begun(), table.take(lines.subList(1, lines.size())));
        }

        private ParquetTable headed(List<String> header) {
            String described = json.writeValueAsString(description.of(address, header));
            return new ParquetTable(header.stream().map(columns::of).toList(), Map.of(DESCRIPTION, described));
        }

        private static byte[] joined(byte[] first, byte[] second) {
            byte[] both = new byte[first.length + second.length];
            System.arraycopy(first, 0, both, 0, first.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    }
}
