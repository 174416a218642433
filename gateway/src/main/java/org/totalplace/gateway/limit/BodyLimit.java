package org.totalplace.gateway.limit;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses bodies of calls of the API that are too large; they stream through and are never held. */
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
        return Mono.defer(() -> {
            CountedBody.require(most, exchange.getRequest());
            return chain.filter(exchange.mutate()
                    .request(CountedBody.counted(most, exchange.getRequest()))
                    .build());
        });
    }
}
