package org.totalplace.intake.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.matrix.Phases;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The delivery API that every service shares: feeds, deliveries, reports. */
@RestController
@RequestMapping("${totalplace.intake.path}/feeds")
@Tag(name = "Feeds and deliveries")
class DeliveryEndpoints {

    private static final int MOST_DIGITS = 30;

    private final Feeds feeds;
    private final FeedRegistration registration;
    private final DeliveryDesk desk;
    private final DeliveryReports reports;
    private final DeliveryDecisions decisions;
    private final String path;

    DeliveryEndpoints(
            Feeds feeds,
            FeedRegistration registration,
            DeliveryDesk desk,
            DeliveryReports reports,
            DeliveryDecisions decisions,
            IntakeProperties properties) {
        this.feeds = feeds;
        this.registration = registration;
        this.desk = desk;
        this.reports = reports;
        this.decisions = decisions;
        this.path = properties.path() + "/feeds/";
    }

    @PutMapping("/{feed}")
    @Operation(summary = "Register or change a feed")
    Mono<FeedRegistration.Shown> register(
            @PathVariable("feed") String feed, @RequestBody FeedRegistration.Request request, Caller caller) {
        return registration.register(feed, request, caller);
    }

    @GetMapping
    @Operation(summary = "Your feeds; for a steward, all")
    Mono<Page<FeedRegistration.Shown>> all(Caller caller) {
        caller.requireAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR);
        return feeds.all()
                .filter(feed -> caller.isAny(Role.STEWARD, Role.AUDITOR)
                        || feed.agency().equals(caller.agency()))
                .map(FeedRegistration.Shown::of)
                .collectList()
                .map(Page::whole);
    }

    @GetMapping("/{feed}")
    @Operation(summary = "One feed with the mapping that was remembered")
    Mono<FeedRegistration.Shown> one(@PathVariable("feed") String code, Caller caller) {
        return feeds.readable(code, caller).map(FeedRegistration.Shown::of);
    }

    @PostMapping("/{feed}/deliveries")
    @Operation(
            summary = "Hand in a file as it is",
            description = "The body is the file. 202 and the report's Location.")
    Mono<ResponseEntity<Map<String, Object>>> deliver(
            @PathVariable("feed") String code,
            @RequestParam(name = "name", defaultValue = "delivery") String name,
            @RequestParam(name = "period", required = false) @Nullable String period,
            @RequestParam(name = "rows", required = false) @Nullable Long rows,
            @RequestParam(name = "total", required = false) @Nullable BigDecimal total,
            @RequestParam(name = "phase", required = false) @Nullable String phase,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Content-Digest", required = false) @Nullable String digest,
            @RequestHeader(name = "Content-Encoding", required = false) @Nullable String encoding,
            ServerHttpRequest request,
            Caller caller) {
        Upload upload = new Upload(name, period(period), rows, total(total), phase(phase), key);
        Arrival arrival = Arrival.of(digest, encoding);
        Flux<DataBuffer> body = request.getBody();
        return feeds.owned(code, caller)
                .flatMap(feed -> desk.receive(feed, upload, arrival, body))
                .flatMap(id -> reports.of(code, id))
                .map(report -> ResponseEntity.accepted()
                        .location(URI.create(path + code + "/deliveries/" + report.get("id")))
                        .body(report));
    }

    @GetMapping("/{feed}/deliveries")
    @Operation(summary = "The feed's deliveries, newest first")
    Mono<Page<Map<String, Object>>> deliveries(@PathVariable("feed") String code, Caller caller) {
        return feeds.readable(code, caller).then(reports.history(code)).map(Page::whole);
    }

    @GetMapping("/{feed}/deliveries/{id}")
    @Operation(summary = "The report of a delivery")
    Mono<Map<String, Object>> report(@PathVariable("feed") String code, @PathVariable("id") UUID id, Caller caller) {
        return feeds.readable(code, caller).then(reports.of(code, id));
    }

    @GetMapping(value = "/{feed}/deliveries/{id}/refused", produces = "text/csv")
    @Operation(summary = "The refused rows with their reasons, as CSV")
    Mono<ResponseEntity<Flux<DataBuffer>>> refused(
            @PathVariable("feed") String code, @PathVariable("id") UUID id, Caller caller) {
        return feeds.readable(code, caller)
                .then(reports.refusedHeader(code, id))
                .map(header -> ResponseEntity.ok()
                        .contentType(Csv.TYPE)
                        .header("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"")
                        .body(Csv.stream(header, reports.refusedRows(id), row -> row)));
    }

    @PostMapping("/{feed}/deliveries/{id}/confirm")
    @Operation(summary = "Confirm what looked unusual")
    Mono<Map<String, Object>> confirm(@PathVariable("feed") String code, @PathVariable("id") UUID id, Caller caller) {
        return feeds.owned(code, caller).then(decisions.confirm(code, id)).then(reports.of(code, id));
    }

    @PostMapping("/{feed}/deliveries/{id}/withdraw")
    @Operation(summary = "Withdraw a delivery")
    Mono<Map<String, Object>> withdraw(@PathVariable("feed") String code, @PathVariable("id") UUID id, Caller caller) {
        return feeds.owned(code, caller).then(decisions.withdraw(code, id)).then(reports.of(code, id));
    }

    static @Nullable Period period(@Nullable String text) {
        try {
            return text == null ? null : Period.parse(text);
        } catch (IllegalArgumentException notAPeriod) {
            throw Problem.badInput("period", "invalid-period", Objects.toString(notAPeriod.getMessage()));
        }
    }

    static @Nullable String phase(@Nullable String code) {
        try {
            return code == null ? null : Phases.ofCode(code);
        } catch (IllegalArgumentException notAPhase) {
            throw Problem.badInput("phase", "invalid-phase", Objects.toString(notAPhase.getMessage()));
        }
    }

    private static @Nullable Pence total(@Nullable BigDecimal pounds) {
        try {
            if (pounds != null && Math.abs((long) pounds.scale()) > MOST_DIGITS) {
                throw new ArithmeticException("Out of all proportion");
            }
            return Optional.ofNullable(pounds).map(Pence::ofPounds).orElse(null);
        } catch (ArithmeticException notPence) {
            throw Problem.badInput(
                    "total", "invalid-total", "A control total is pounds and pence, not " + pounds + ".");
        }
    }
}
