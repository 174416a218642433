package org.totalplace.gateway.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The first page: what this is, and where to go. */
@Controller
class Start {

    private final Pages pages;

    Start(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<Void> show(ServerWebExchange exchange) {
        return pages.show(exchange, HttpStatus.OK, "start", Map.of());
    }
}
