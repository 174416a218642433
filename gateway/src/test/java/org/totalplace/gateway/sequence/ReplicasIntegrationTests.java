package org.totalplace.gateway.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.gateway.GatewayStack;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Replicas of the gateway know of each other only by the database. */
class ReplicasIntegrationTests extends GatewayStack {

    @Autowired
    private DatabaseClient database;

    private ToldBefore replica() {
        return new ToldBefore(
                database, new SequenceSettings(Duration.ofDays(90), 1_000), InstantSource.system(), new OneByOne());
    }

    private static ToldGroup group(Map<String, String> members, long persons) {
        return ToldGroup.of(List.of("replicas"), members, persons);
    }

    private static Mono<String> told(ToldBefore replica, String caller, ToldGroup group) {
        return replica.tell(caller, List.of(group))
                .thenReturn("told")
                .onErrorResume(Problem.class, refusal -> Mono.just(refusal.code()));
    }

    @Test
    void of_two_answers_at_once_from_two_replicas_only_one_goes_out() {
        ToldBefore one = replica();
        ToldBefore other = replica();
        for (int round = 0; round < 20; round++) {
            String caller = "replicas-" + round;

            List<String> ends = Flux.merge(
                            told(one, caller, group(Map.of(), 40)),
                            told(other, caller, group(Map.of("area", "NM4"), 33)))
                    .collectList()
                    .block();

            assertThat(ends).containsExactlyInAnyOrder("told", "few-left-over");
        }
    }

    @Test
    void all_that_leave_nobody_over_go_out_however_often_replicas_meet() {
        List<ToldBefore> replicas = List.of(replica(), replica(), replica());

        List<String> ends = Flux.merge(IntStream.range(0, 30)
                        .mapToObj(i -> told(replicas.get(i % 3), "many", group(Map.of("area", "R" + i), 100)))
                        .toList())
                .collectList()
                .block();

        assertThat(ends).hasSize(30).containsOnly("told");
    }
}
