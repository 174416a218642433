package org.totalplace.outcomes.personview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.rounds.Rounds;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whether the views are what the facts say. */
@RestController
@RequestMapping("/api/v1/outcomes/parity")
@Tag(name = "Parity")
class ParityEndpoints {

    private final Parity parity;

    ParityEndpoints(Parity parity) {
        this.parity = parity;
    }

    @GetMapping
    @Operation(summary = "What the latest comparison of views with facts found")
    Mono<Parity.Result> latest(Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(parity::latest)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() ->
                        Problem.notFound("not-compared-yet", "Views were not compared yet; POST compares them.")));
    }

    @PostMapping
    @Operation(summary = "Compare views with facts now", description = "Views that differ are recomputed.")
    Mono<Parity.Result> compare(Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(parity::compare).subscribeOn(Schedulers.boundedElastic());
    }

    /** Compares once a day, first an hour after the start. */
    @Configuration
    static class Daily {

        private static final Duration FIRST = Duration.ofHours(1);
        private static final Duration AGAIN = Duration.ofDays(1);

        @Bean
        Rounds parityRounds(Parity parity) {
            boolean[] begun = {false};
            return new Rounds("parity", () -> {
                if (!begun[0]) {
                    begun[0] = true;
                    return FIRST;
                }
                parity.compare();
                return AGAIN;
            });
        }
    }
}
