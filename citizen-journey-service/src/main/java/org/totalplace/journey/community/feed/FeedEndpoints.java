package org.totalplace.journey.community.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.community.directory.ImportAnswers;
import org.totalplace.journey.community.directory.ImportReport;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fetching a directory now. */
@RestController
@RequestMapping("/api/v1/directory/sources")
@Tag(name = "Directory")
class FeedEndpoints {

    private final PullingFeeds pulling;

    FeedEndpoints(PullingFeeds pulling) {
        this.pulling = pulling;
    }

    @PostMapping("/{source}/pulls")
    @Operation(
            summary = "Fetch a directory from its address now and take it in",
            description =
                    "All pages of `/services` below its address, each service in full. What the feed no longer names"
                            + " is no longer listed; where that is more than usual nothing is changed unless"
                            + " `confirm=true` says that it is right. It answers when it is done, which may take"
                            + " minutes.")
    Mono<ResponseEntity<ImportReport>> pull(
            @PathVariable("source") String source,
            @RequestParam(name = "confirm", defaultValue = "false") boolean confirm,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        return Mono.fromCallable(() -> pulling.pull(source, confirm, caller.name()))
                .subscribeOn(Schedulers.boundedElastic())
                .map(outcome -> ImportAnswers.of(
                        source,
                        outcome.orElseThrow(() -> Problem.notFound(
                                "no-address",
                                "There is no directory '" + source + "' with an address; PUT"
                                        + " /api/v1/directory/sources/" + source + " gives it a url."))));
    }
}
