package org.totalplace.gateway.page.pack;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.totalplace.gateway.page.Times;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Chosen pages as one: to read, to print, and as PDF. */
@Controller
class BoardPackPages {

    private static final int PAGES_AT_ONCE = 2;

    /** As a board reads them: the money first, then whom it reached, then what came of it. */
    private static final List<String> ORDER =
            List.of("place", "treemap", "compare", "flow", "journey", "concentration", "outcomes");

    private final Pages pages;
    private final List<PackPage> choosable;
    private final SheetPrinting printing;
    private final PackPdf pdf;
    private final PageSettings settings;
    private final InstantSource clock;

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
        PackAsked pack = PackAsked.of(named, asked.label());
        return Mono.zip(choices(person), sheets(exchange, person, pack, asked)).flatMap(read -> {
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("asked", pack);
            model.put("choices", read.getT1());
            model.put("sheets", read.getT2());
            model.put("years", settings.choice(asked));
            model.put("year", asked.label());
            model.put("made", Times.shown(clock.instant()));
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
        PackAsked pack = PackAsked.of(named, asked.label());
        if (pack.pages().isEmpty()) {
            throw Problem.badInput("pages", "no-pages", "Choose the pages of the pack first.");
        }
        String says = "Made on " + Times.shown(clock.instant())
                + ". Management information: figures change as soon as an" + " agency delivers.";
        return sheets(exchange, person, pack, asked)
                // Laying out takes a while and waits for nothing.
                .publishOn(Schedulers.boundedElastic())
                .map(sheets -> pdf.of("Board pack, " + asked.label(), says, sheets))
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

    private Mono<List<Choice>> choices(SignedIn person) {
        return Flux.fromIterable(choosable)
                .flatMapSequential(page -> page.choices(person))
                .flatMapIterable(choices -> choices)
                .collectList();
    }

    private Mono<List<PackedSheet>> sheets(
            ServerWebExchange exchange, SignedIn person, PackAsked pack, FinancialYear year) {
        List<String> codes = pack.pages();
        return Flux.fromStream(IntStream.range(0, codes.size()).boxed())
                .flatMapSequential(
                        number -> {
                            String code = codes.get(number);
                            return Part.of(Mono.defer(() -> sheet(person, year, code)))
                                    // Printing whole pages would hold up the threads that tell the time.
                                    .publishOn(Schedulers.boundedElastic())
                                    .map(part -> packed(exchange, number + 1, code, part));
                        },
                        PAGES_AT_ONCE)
                .collectList();
    }

    /** A page that is refused is told in its place: the others are still wanted. */
    private PackedSheet packed(ServerWebExchange exchange, int number, String code, Part<Sheet> part) {
        Sheet sheet = part.value();
        return sheet == null
                ? PackedSheet.missing(number, code, String.valueOf(part.trouble()))
                : PackedSheet.of(number, printing.print(exchange, sheet));
    }

    private Mono<Sheet> sheet(SignedIn person, FinancialYear year, String code) {
        int colon = code.indexOf(':');
        String word = colon < 0 ? code : code.substring(0, colon);
        String of = colon < 0 ? null : code.substring(colon + 1);
        return choosable.stream()
                .filter(page -> page.word().equals(word))
                .findFirst()
                .map(page -> page.sheet(person, year, of))
                .orElseGet(() -> Mono.error(
                        Problem.notFound("no-such-page", "There is no page called '" + code + "' for a pack.")));
    }
}
