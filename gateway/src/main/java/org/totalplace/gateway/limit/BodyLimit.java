package org.totalplace.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: at once when their length is declared, else while they stream through. */
@Component
class BodyLimit implements GlobalFilter, Ordered {

    private final Limits limits;

    BodyLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        boolean carriesFile =
                RouteGroup.carriesFile(exchange.getRequest().getPath().value());
        long most = (carriesFile ? limits.upload() : limits.body()).toBytes();
        long declared = exchange.getRequest().getHeaders().getContentLength();
        if (declared > most) {
            return Mono.error(tooLarge(most));
        }
        if (declared >= 0) {
            return chain.filter(exchange);
        }
        ServerHttpRequestDecorator counted = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return counted(super.getBody(), most);
            }
        };
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private static Flux<DataBuffer> counted(Flux<DataBuffer> body, long most) {
        return Flux.defer(() -> {
            AtomicLong passed = new AtomicLong();
            return body.handle((buffer, sink) -> {
                if (passed.addAndGet(buffer.readableByteCount()) > most) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(most));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    private static Problem tooLarge(long most) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "A body may have at most " + most + " bytes here. Split a file by period and send its parts.");
    }
}
