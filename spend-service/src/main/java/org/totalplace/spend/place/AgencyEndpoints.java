package org.totalplace.spend.place;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agencies at the door. */
@RestController
@RequestMapping("/api/v1/spend/agencies")
@Tag(name = "Agencies")
class AgencyEndpoints {

    /** Everybody but citizens; an agency sees itself only. */
    private static final Set<Role> READERS =
            Set.of(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);

    private final AgencyListing listing;
    private final Registering registering;

    AgencyEndpoints(AgencyListing listing, Registering registering) {
        this.listing = listing;
        this.registering = registering;
    }

    @GetMapping
    @Operation(summary = "The agencies of the place, their feeds, latest deliveries and missing months")
    Mono<Page<AgencyShown>> all(Caller caller) {
        return seenBy(caller).collectList().map(Page::whole);
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> allAsCsv(Caller caller) {
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .body(Csv.stream(AgencyShown.CSV_HEADER, seenBy(caller), AgencyShown::cells));
    }

    private Flux<AgencyShown> seenBy(Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR, Role.AGENCY);
        return listing.all().filter(agency -> maySee(caller, agency));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Register or change an agency",
            description = "Stewards only. Payees are resolved anew by its name and aliases, and the figures follow.")
    Mono<AgencyShown> register(@PathVariable("code") String code, @RequestBody AgencyRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        Agency agency = request.checked(Codes.agency("code", code));
        return registering
                .register(agency, caller.name())
                .then(listing.all().filter(shown -> shown.code().equals(code)).next());
    }

    private static boolean maySee(Caller caller, AgencyShown agency) {
        return caller.roles().stream().anyMatch(READERS::contains)
                || (caller.agency() != null
                        && agency.code().equals(caller.agency().value()));
    }
}
