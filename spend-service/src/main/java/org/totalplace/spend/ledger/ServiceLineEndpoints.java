package org.totalplace.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.Codes;
import org.totalplace.spend.place.RegisteredAgencies;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Service lines at the door. */
@RestController
@RequestMapping("/api/v1/spend/service-lines")
@Tag(name = "Service lines")
class ServiceLineEndpoints {

    private static final int LATEST_REVISION = Integer.MAX_VALUE;

    private static final String SELECT = """
            select a.code as agency, s.code as service, f.name, f.function, f.evidence
            from service_line s join agency a on a.id = s.agency
            join service_function f on f.service = s.id and f.until is null
            order by a.code, s.code
            """;

    private final DatabaseClient database;
    private final DescribingServices describing;
    private final RegisteredAgencies agencies;

    ServiceLineEndpoints(DatabaseClient database, DescribingServices describing, RegisteredAgencies agencies) {
        this.database = database;
        this.describing = describing;
        this.agencies = agencies;
    }

    /** @param cofog a division or group; absent leaves it to the rules */
    @Schema(name = "ServiceLineDescription")
    record Request(@Nullable String name, @Nullable String cofog) {}

    /** @param evidence why the line serves this function */
    @Schema(name = "ServiceLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String agency,
            String service,
            @Nullable String name,
            String function,
            String functionName,
            String evidence) {

        List<@Nullable Object> cells() {
            return Arrays.asList(agency, service, name, function, functionName, evidence);
        }
    }

    @GetMapping
    @Operation(summary = "Every service line with the function that it serves, and why")
    Mono<Page<Shown>> all(Caller caller) {
        Slice.requireWholePlace(caller);
        return shown().collectList().map(Page::whole);
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> allAsCsv(Caller caller) {
        Slice.requireWholePlace(caller);
        List<String> header = List.of("agency", "service", "name", "function", "functionName", "evidence");
        return ResponseEntity.ok().contentType(Csv.TYPE).body(Csv.stream(header, shown(), Shown::cells));
    }

    @PutMapping("/{agency}/{service}")
    @Operation(summary = "Name a service line and say which function it serves", description = "Stewards only.")
    Mono<Shown> describe(
            @PathVariable("agency") String agency,
            @PathVariable("service") String service,
            @RequestBody Request request,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        AgencyCode code = Codes.agency("agency", agency);
        check(service, request);
        return registered(code)
                .then(describing.describe(code, service, request.name(), request.cofog()))
                .then(shown().filter(line ->
                                line.agency().equals(agency) && line.service().equals(service))
                        .next());
    }

    @PutMapping("/{agency}")
    @Operation(
            summary = "Name a service line whose code no address can hold, and say which function it serves",
            description = "Stewards only. The code stands in the parameter service: it may have any character, as"
                    + " slashes and per cent signs, which a path may not.")
    Mono<Shown> describeAny(
            @PathVariable("agency") String agency,
            @RequestParam(name = "service", required = false) @Nullable String service,
            @RequestBody Request request,
            Caller caller) {
        return describe(agency, Objects.requireNonNullElse(service, ""), request, caller);
    }

    private static void check(String service, Request request) {
        if (service.isBlank() || service.length() > ServiceLines.LONGEST) {
            throw Problem.badInput(
                    "service", "out-of-range", "A service code has 1 to " + ServiceLines.LONGEST + " characters.");
        }
        String cofog = request.cofog();
        if (cofog != null && !Cofog.has(cofog)) {
            throw Problem.badInput(
                    "cofog",
                    "unknown-function",
                    "COFOG has divisions such as 10 and groups such as 10.2, not '" + cofog + "'.");
        }
    }

    private Mono<Agency> registered(AgencyCode code) {
        return agencies.at(LATEST_REVISION)
                .filter(agency -> agency.code().equals(code))
                .next()
                .switchIfEmpty(Mono.error(() ->
                        Problem.notFound("no-such-agency", "There is no agency '" + code + "'. Register it first.")));
    }

    private Flux<Shown> shown() {
        return database.sql(SELECT).map(ServiceLineEndpoints::shown).all();
    }

    private static Shown shown(Readable row) {
        String function = Objects.requireNonNull(row.get("function", String.class));
        return new Shown(
                Objects.requireNonNull(row.get("agency", String.class)),
                Objects.requireNonNull(row.get("service", String.class)),
                row.get("name", String.class),
                function,
                Cofog.nameOf(function),
                Objects.requireNonNull(row.get("evidence", String.class)));
    }
}
