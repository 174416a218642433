package org.totalplace.journey.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.person.UnknownPerson;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Erasing a person, and what was erased. */
@RestController
@RequestMapping("/api/v1/people/erasures")
@Tag(name = "People")
class ErasureEndpoints {

    private final Erasing erasing;

    ErasureEndpoints(Erasing erasing) {
        this.erasing = erasing;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Erase a person",
            description =
                    "Records, links and decisions go at once, journey and costs within seconds; it cannot be undone."
                            + " What the agencies deliver of the same references again is not kept. Needs `X-Purpose`.")
    Mono<Erasing.Erased> erase(
            @RequestBody AskedErasure asked, Caller caller, @SuppressWarnings("unused") Purpose stated) {
        caller.requireAny(Role.STEWARD);
        PersonId person = asked.checkedPerson();
        String reason = asked.checkedReason();
        return Mono.fromCallable(
                        () -> erasing.erase(person, reason, caller.name()).orElseThrow(() -> UnknownPerson.of(person)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping
    @Operation(summary = "Which persons were erased, when, by whom and why")
    Mono<Page<Erasing.Erased>> all(Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(erasing::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(Page::whole);
    }
}
