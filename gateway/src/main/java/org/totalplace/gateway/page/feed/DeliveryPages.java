package org.totalplace.gateway.page.feed;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was found in one delivery, and the agency's word on it. */
@Controller
@RequestMapping("/feeds/{desk}/{feed}/deliveries/{id}")
class DeliveryPages {

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;

    DeliveryPages(Pages pages, Answers answers, Tables tables) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
    }

    @GetMapping
    Mono<Void> show(
            SignedIn person,
            @PathVariable String desk,
            @PathVariable String feed,
            @PathVariable String id,
            ServerWebExchange exchange) {
        FeedAddress address = FeedAddress.of(desk, feed);
        return answers.get(person, address.delivery(delivery(id)), DeliveryReport.class)
                .map(report -> DeliveryView.of(address, report, pages.words(exchange)))
                .flatMap(view -> pages.show(exchange, HttpStatus.OK, "delivery", Map.of("view", view)));
    }

    @GetMapping("/refused.csv")
    Mono<Void> refused(
            SignedIn person,
            @PathVariable String desk,
            @PathVariable String feed,
            @PathVariable String id,
            ServerWebExchange exchange) {
        UUID delivery = delivery(id);
        return tables.stream(
                exchange,
                "refused-" + delivery + ".csv",
                answers.csv(person, FeedAddress.of(desk, feed).refused(delivery)));
    }

    @PostMapping("/confirm")
    Mono<Void> confirm(
            SignedIn person,
            @PathVariable String desk,
            @PathVariable String feed,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return decide(person, FeedAddress.of(desk, feed), delivery(id), Decision.CONFIRM, exchange);
    }

    @PostMapping("/withdraw")
    Mono<Void> withdraw(
            SignedIn person,
            @PathVariable String desk,
            @PathVariable String feed,
            @PathVariable String id,
            ServerWebExchange exchange) {
        return decide(person, FeedAddress.of(desk, feed), delivery(id), Decision.WITHDRAW, exchange);
    }

    private Mono<Void> decide(
            SignedIn person, FeedAddress address, UUID delivery, Decision decision, ServerWebExchange exchange) {
        return answers.post(person, address.decision(delivery, decision), Flux.empty(), DeliveryReport.class)
                .flatMap(decided -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                    exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, address.page(delivery));
                    return exchange.getResponse().setComplete();
                });
    }

    private static UUID delivery(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-delivery", "There is no delivery at this address. Choose it on its feed.");
        }
    }
}
