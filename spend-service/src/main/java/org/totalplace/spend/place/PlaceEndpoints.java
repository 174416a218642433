package org.totalplace.spend.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.revision.RevisionAt;
import org.totalplace.starter.moment.AsOf;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places at the door. */
@RestController
@RequestMapping("/api/v1/spend/places")
@Tag(name = "Places")
class PlaceEndpoints {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final List<String> CSV_HEADER =
            List.of("place", "gss", "name", "population", "configured", "agency", "agencyName", "agencyKind");

    private final Places places;
    private final RegisteredAgencies agencies;
    private final DefiningPlaces defining;
    private final RevisionAt revisions;
    private final InstantSource clock;

    PlaceEndpoints(
            Places places,
            RegisteredAgencies agencies,
            DefiningPlaces defining,
            RevisionAt revisions,
            InstantSource clock) {
        this.places = places;
        this.agencies = agencies;
        this.defining = defining;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** @param configured whether it is the place that is counted when none is named */
    @Schema(name = "PlaceShown")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String place,
            String gss,
            String name,
            long population,
            @Nullable String populationSource,
            @Nullable String populationYear,
            boolean configured,
            List<Member> agencies) {}

    /** An agency or official body of a place. */
    @Schema(name = "PlaceMember")
    record Member(String agency, String name, String kind) {}

    @GetMapping
    @Operation(summary = "The places that can be counted, with their agencies")
    Mono<Page<Shown>> all(@RequestParam(name = "asOf", required = false) @Nullable String asOf, Caller caller) {
        return shown(asOf, caller).collectList().map(Page::whole);
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> allAsCsv(
            @RequestParam(name = "asOf", required = false) @Nullable String asOf, Caller caller) {
        Flux<List<Object>> rows = shown(asOf, caller)
                .flatMapIterable(place -> place.agencies().stream()
                        .<List<Object>>map(member -> Arrays.asList(
                                place.place(),
                                place.gss(),
                                place.name(),
                                place.population(),
                                place.configured(),
                                member.agency(),
                                member.name(),
                                member.kind()))
                        .toList());
        return ResponseEntity.ok().contentType(Csv.TYPE).body(Csv.stream(CSV_HEADER, rows, row -> row));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Define or change a place",
            description = "Stewards only. agencies are codes of registered agencies or official codes of bodies.")
    Mono<Shown> define(@PathVariable("code") String code, @RequestBody PlaceRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        if (!CODE.matcher(code).matches() || code.equals(places.configuredCode())) {
            throw Problem.badInput(
                    "place",
                    "invalid-code",
                    "A place's code is 1 to 40 lower-case letters, digits and hyphens, and not that of the configured"
                            + " place; it was '" + code + "'.");
        }
        return defining.define(code, request.checked(), caller.name())
                .then(Mono.defer(() -> revisions.moment(clock.instant().plusSeconds(1))))
                .flatMap(revision -> places.of(code, revision).flatMap(place -> shown(place, revision)));
    }

    private Flux<Shown> shown(@Nullable String asOf, Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR, Role.AGENCY);
        return revisions
                .moment(AsOf.read(asOf, clock.instant()))
                .flatMapMany(revision -> places.at(revision).concatMap(place -> shown(place, revision)));
    }

    private Mono<Shown> shown(Places.Defined place, int revision) {
        return agencies.of(place.configured() ? null : place.code(), revision)
                .map(agency -> new Member(agency.code().value(), agency.name(), agency.kind()))
                .collectList()
                .map(members -> new Shown(
                        place.code(),
                        place.gss(),
                        place.name(),
                        place.population().people(),
                        place.population().source(),
                        place.population().year(),
                        place.configured(),
                        members));
    }
}
