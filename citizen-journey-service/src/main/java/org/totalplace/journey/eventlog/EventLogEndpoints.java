package org.totalplace.journey.eventlog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.UnknownMap;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.journey.pathway.Era;
import org.totalplace.journey.pathway.WaysToShare;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The journeys of a map's year as an event log. */
@RestController
@Tag(name = "Journeys")
class EventLogEndpoints {

    private static final int PIECES_A_BUFFER = 200;

    private final WaysToShare ways;
    private final JsonMapper json;

    EventLogEndpoints(WaysToShare ways, JsonMapper json) {
        this.ways = ways;
        this.json = json;
    }

    @GetMapping("/api/v1/journeys/{map}/event-log")
    @Operation(
            summary = "The journeys of a map's year as OCEL 2.0 JSON (format=ocel) or XES (format=xes)",
            description = "Needs `X-Purpose: evaluation` or `audit`. Ids are made for this answer alone; ways that few"
                    + " persons took are left out and counted; days are told by `dates=weeks` or `months`.")
    Mono<ResponseEntity<Flux<DataBuffer>>> log(
            @PathVariable("map") String map,
            @RequestParam("year") String year,
            @RequestParam(name = "format", defaultValue = "ocel") String format,
            @RequestParam(name = "dates", defaultValue = "weeks") String dates,
            @RequestHeader(name = Purpose.HEADER, required = false) @Nullable String purpose,
            Caller caller) {
        Purpose.statedForMany(purpose, caller);
        FinancialYear asked = YearAsked.read(year);
        DateRule rule = DateRule.asked(dates);
        boolean xes = isXes(format);
        return ways.of(map, asked)
                .switchIfEmpty(Mono.error(() -> UnknownMap.of(map)))
                .map(found -> answer(log(map, asked, rule, found), xes));
    }

    private static SharedLog log(String map, FinancialYear year, DateRule dates, List<List<Era>> ways) {
        return SharedLog.of(
                map, year.label(), dates, ways, () -> "p-" + UUID.randomUUID().toString());
    }

    private ResponseEntity<Flux<DataBuffer>> answer(SharedLog log, boolean xes) {
        Supplier<Stream<? extends String>> pieces =
                xes ? () -> new XesText(log).pieces() : () -> new OcelText(log, json).pieces();
        String name = log.map() + "-" + log.year() + (xes ? ".xes" : ".jsonocel");
        return ResponseEntity.ok()
                .contentType(xes ? MediaType.APPLICATION_XML : MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Flux.fromStream(pieces)
                        .buffer(PIECES_A_BUFFER)
                        .map(batch -> DefaultDataBufferFactory.sharedInstance.wrap(
                                String.join("", batch).getBytes(StandardCharsets.UTF_8))));
    }

    private static boolean isXes(String format) {
        return switch (format) {
            case "xes" -> true;
            case "ocel" -> false;
            default ->
                throw Problem.badInput(
                        "format", "unknown-format", "A log is told as ocel or xes, not as '" + format + "'.");
        };
    }
}
