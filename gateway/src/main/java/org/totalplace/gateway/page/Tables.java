package org.totalplace.gateway.page;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.paging.Csv;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A page's table as a CSV file: the API's own rows, passed on as they come. */
@Component
public class Tables {

    /** @param name of the file that a browser saves */
    public Mono<Void> stream(ServerWebExchange exchange, String name, Flux<DataBuffer> rows) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setContentType(Csv.TYPE);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return exchange.getResponse().writeWith(rows);
    }
}
