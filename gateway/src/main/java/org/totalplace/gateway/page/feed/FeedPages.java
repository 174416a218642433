package org.totalplace.gateway.page.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.fallback.BackendAway;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How an agency's feeds stand, one feed at a time, and handing in a file. */
@Controller
class FeedPages {

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;

    FeedPages(Pages pages, Answers answers, AgencyNames agencies) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
    }

    private record Healths(List<FeedHealth> results) {}

    @GetMapping("/feeds")
    Mono<Void> all(SignedIn person, ServerWebExchange exchange) {
        person.caller().requireAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR);
        return Mono.zip(
                        Flux.fromArray(FeedAddress.Desk.values())
                                .concatMap(desk -> standing(person, desk))
                                .collectList(),
                        agencies.byCode(person))
                .flatMap(read -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "feeds",
                        Map.of("list", FeedList.of(read.getT1(), read.getT2(), pages.words(exchange)))));
    }

    /** Deliveries of all feeds that wait for somebody's word, in one list. */
    @GetMapping("/feeds/waiting")
    Mono<Void> waiting(SignedIn person, ServerWebExchange exchange) {
        person.caller().requireAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR);
        return Mono.zip(
                        Flux.fromArray(FeedAddress.Desk.values())
                                .concatMap(desk -> standing(person, desk))
                                .collectList(),
                        agencies.byCode(person))
                .map(read -> WaitingList.of(read.getT1(), read.getT2(), pages.words(exchange)))
                .flatMap(list -> pages.show(exchange, HttpStatus.OK, "waiting", Map.of("list", list)));
    }

    /** A service that is away takes only its own feeds off the page. */
    private Mono<FeedList.Standings> standing(SignedIn person, FeedAddress.Desk desk) {
        return answers.get(person, desk.health(), Healths.class)
                .map(healths -> new FeedList.Standings(desk, healths.results()))
                .onErrorReturn(FeedPages::isAway, new FeedList.Standings(desk, null));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof BackendAway
                || (failure instanceof Problem problem && problem.status().is5xxServerError());
    }

    @GetMapping("/feeds/{desk}/{feed}")
    Mono<Void> one(SignedIn person, @PathVariable String desk, @PathVariable String feed, ServerWebExchange exchange) {
        return show(person, FeedAddress.of(desk, feed), UploadForm.EMPTY, List.of(), exchange);
    }

    @PostMapping("/feeds/{desk}/{feed}/deliveries")
    Mono<Void> handIn(
            SignedIn person, @PathVariable String desk, @PathVariable String feed, ServerWebExchange exchange) {
        FeedAddress address = FeedAddress.of(desk, feed);
        return exchange.getMultipartData().map(UploadForm::of).flatMap(form -> {
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty()
                    ? send(person, address, form, exchange)
                    : show(person, address, form, mistakes, exchange);
        });
    }

    /** Says how a file would be read; nothing of it is kept. */
    @PostMapping("/feeds/{desk}/{feed}/previews")
    Mono<Void> preview(
            SignedIn person, @PathVariable String desk, @PathVariable String feed, ServerWebExchange exchange) {
        FeedAddress address = FeedAddress.of(desk, feed);
        return exchange.getMultipartData().map(UploadForm::of).flatMap(form -> {
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty()
                    ? look(person, address, form, exchange)
                    : show(person, address, form, mistakes, exchange);
        });
    }

    private Mono<Void> look(SignedIn person, FeedAddress address, UploadForm form, ServerWebExchange exchange) {
        Flux<DataBuffer> file = Objects.requireNonNull(form.file()).content();
        return answers.post(person, address.previews().about(form.parameters()), file, PreviewAnswer.class)
                .flatMap(preview -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "preview",
                        Map.of(
                                "view", DeliveryView.of(address, preview.report(), pages.words(exchange)),
                                "first", preview.firstRows())))
                .onErrorResume(FeedPages::isRefused, refused -> again(person, address, form, refused, exchange));
    }

    private Mono<Void> send(SignedIn person, FeedAddress address, UploadForm form, ServerWebExchange exchange) {
        Flux<DataBuffer> file = Objects.requireNonNull(form.file()).content();
        return answers.post(person, address.deliveries().about(form.parameters()), file, DeliveryReport.class)
                .flatMap(report -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                    exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, address.page(report.id()));
                    return exchange.getResponse().setComplete();
                })
                .onErrorResume(FeedPages::isRefused, refused -> again(person, address, form, refused, exchange));
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof Problem problem && problem.status().is4xxClientError();
    }

    private Mono<Void> again(
            SignedIn person, FeedAddress address, UploadForm form, Throwable refused, ServerWebExchange exchange) {
        Mistake mistake = new Mistake("file", Objects.toString(refused.getMessage()));
        return show(person, address, form, List.of(mistake), exchange);
    }

    private Mono<Void> show(
            SignedIn person, FeedAddress address, UploadForm form, List<Mistake> mistakes, ServerWebExchange exchange) {
        return Mono.zip(answers.get(person, address.health(), FeedHealth.class), agencies.byCode(person))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("view", FeedView.of(address, read.getT1(), read.getT2(), pages.words(exchange)));
                    model.put("form", form);
                    model.put("mistakes", mistakes);
                    model.put("mayHandIn", person.caller().isAny(Role.AGENCY, Role.STEWARD));
                    for (String field : List.of("file", "period", "rows", "total")) {
                        model.put(field + "Mistake", Mistake.about(mistakes, field));
                    }
                    HttpStatus status = mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
                    return pages.show(exchange, status, "feed", model);
                });
    }
}
