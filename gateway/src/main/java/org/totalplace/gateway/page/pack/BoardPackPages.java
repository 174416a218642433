package org.totalplace.gateway.page.pack;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PackPage.Choice;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Chosen pages as one: to read, to print, and as PDF. */
@Controller
class BoardPackPages {

    private static final int PAGES_AT_ONCE = 2;

    /** Each holds its pages and its file in memory. */
    private static final int PACKS_AT_ONCE = 2;

    private static final int PACKS_THAT_WAIT = 10;

    /** As a board reads them: the money first, then whom it reached, then what came of it. */
    private static final List<String> ORDER =
            List.of("place", "treemap", "compare", "flow", "journey", "concentration", "outcomes");

    private final Pages pages;
    private final List<PackPage> choosable;
    private final SheetPrinting printing;
    private final PackPdf pdf;
    private final PageSettings settings;
    private final InstantSource clock;
    private final Scheduler laying = Schedulers.newBoundedElastic(PACKS_AT_ONCE, PACKS_THAT_WAIT, "board-packs");

    BoardPackPages(
            Pages pages,
            List<PackPage> choosable,
            SheetPrinting printing,
            PackPdf pdf,
            PageSettings settings,
            InstantSource clock) {
        this.pages = pages;
        this.choosable = choosable.stream()
                .sorted(Comparator.comparingInt(page -> ORDER.indexOf(page.word())))
                .toList();
        this.printing = printing;
        this.pdf = pdf;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/board-pack")
    Mono<Void> show(
            SignedIn person,
            @RequestParam(name = "pages", defaultValue = "") List<String> named,
            @RequestParam(required = false) @Nullable String year,
            ServerWebExchange exchange) {
        requireReader(person);
        FinancialYear asked = settings.year(year);
        Words words = pages.words(exchange);
        PackAsked pack = PackAsked.of(named, asked.label(), words);
        return Mono.zip(choices(person, words), sheets(exchange, person, pack, asked, words))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("asked", pack);
                    model.put("choices", read.getT1());
                    model.put("sheets", read.getT2());
                    model.put("years", settings.choice(asked));
                    model.put("year", asked.label());
                    model.put("made", words.time(clock.instant()));
                    return pages.show(exchange, HttpStatus.OK, "board-pack", model);
                });
    }

    @GetMapping("/board-pack.pdf")
    Mono<Void> asPdf(
            SignedIn person,
            @RequestParam(name = "pages", defaultValue = "") List<String> named,
            @RequestParam(required = false) @Nullable String year,
            ServerWebExchange exchange) {
        requireReader(person);
        FinancialYear asked = settings.year(year);
        Words words = pages.words(exchange);
        PackAsked pack = PackAsked.of(named, asked.label(), words);
        if (pack.pages().isEmpty()) {
            throw Problem.badInput("pages", "no-pages", words.say("board-pack.choose-first"));
        }
        String says = words.say("board-pack.says", words.time(clock.instant()));
        return sheets(exchange, person, pack, asked, words)
                // Laying out takes a while and waits for nothing.
                .flatMap(sheets -> Mono.fromCallable(() ->
                                pdf.of(words.language(), words.say("board-pack.of-year", asked.label()), says, sheets))
                        .subscribeOn(laying))
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", words.say("board-pack.busy")))
                .flatMap(bytes -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    headers.setContentType(MediaType.APPLICATION_PDF);
                    headers.setContentLength(bytes.length);
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename("board-pack-" + asked.label() + ".pdf")
                            .build());
                    return exchange.getResponse()
                            .writeWith(Mono.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
                });
    }

    private static void requireReader(SignedIn person) {
        person.caller().requireAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
    }

    private Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Flux.fromIterable(choosable)
                .flatMapSequential(page -> page.choices(person, words))
                .flatMapIterable(choices -> choices)
                .collectList();
    }

    private Mono<List<PackedSheet>> sheets(
            ServerWebExchange exchange, SignedIn person, PackAsked pack, FinancialYear year, Words words) {
        List<String> codes = pack.pages();
        return Flux.fromStream(IntStream.range(0, codes.size()).boxed())
                .flatMapSequential(
                        number -> {
                            String code = codes.get(number);
                            return Part.of(Mono.defer(() -> sheet(person, year, code, words)), words)
                                    // Printing whole pages would hold up the threads that tell the time.
                                    .publishOn(Schedulers.boundedElastic())
                                    .map(part -> packed(exchange, number + 1, code, part, words));
                        },
                        PAGES_AT_ONCE)
                .collectList();
    }

    /** A page that is refused is told in its place: the others are still wanted. */
    private PackedSheet packed(ServerWebExchange exchange, int number, String code, Part<Sheet> part, Words words) {
        Sheet sheet = part.value();
        return sheet == null
                ? PackedSheet.missing(number, code, String.valueOf(part.trouble()), words)
                : PackedSheet.of(number, printing.print(exchange, sheet, words));
    }

    private Mono<Sheet> sheet(SignedIn person, FinancialYear year, String code, Words words) {
        int colon = code.indexOf(':');
        String word = colon < 0 ? code : code.substring(0, colon);
        String of = colon < 0 ? null : code.substring(colon + 1);
        return choosable.stream()
                .filter(page -> page.word().equals(word))
                .findFirst()
                .map(page -> page.sheet(person, year, of, words))
                .orElseGet(
                        () -> Mono.error(Problem.notFound("no-such-page", words.say("board-pack.no-such-page", code))));
    }
}
