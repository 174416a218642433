package org.totalplace.gateway.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Timeout(20)
class OneByOneTests {

    private final OneByOne answers = new OneByOne();
    private final Sinks.Empty<Void> first = Sinks.empty();

    @Test
    void work_of_one_name_waits_for_the_one_before_it_and_of_another_does_not() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Mono<Void> running = answers.after("a", first.asMono()).doFinally(end -> done.add("first"));
        running.subscribe();
        Mono<Void> waiting = answers.after("a", Mono.fromRunnable(() -> done.add("second")));
        Sinks.Empty<Void> ended = Sinks.empty();
        waiting.doFinally(end -> ended.tryEmitEmpty()).subscribe();

        answers.after("b", Mono.fromRunnable(() -> done.add("other"))).block();
        first.tryEmitEmpty();
        ended.asMono().block();

        assertThat(done).first().isEqualTo("other");
        assertThat(done).contains("first", "second");
    }

    @Test
    void who_gives_up_waiting_does_not_let_the_next_pass_the_one_before() {
        answers.after("a", first.asMono()).subscribe();
        Disposable impatient = answers.after("a", Mono.empty()).subscribe();
        List<String> done = new ArrayList<>();
        Mono<Void> third = answers.after("a", Mono.<Void>fromRunnable(() -> done.add("third")));
        Sinks.Empty<Void> ended = Sinks.empty();
        third.doFinally(end -> ended.tryEmitEmpty()).subscribe();

        impatient.dispose();

        assertThat(done).isEmpty();
        first.tryEmitEmpty();
        ended.asMono().block();
        assertThat(done).containsExactly("third");
    }

    @Test
    void failures_and_thousands_who_gave_up_leave_nothing_behind() throws InterruptedException {
        answers.after("b", Mono.error(new IllegalStateException("broken")))
                .onErrorComplete()
                .block();
        answers.after("a", first.asMono()).subscribe();
        for (int i = 0; i < 5_000; i++) {
            answers.after("a", Mono.empty()).subscribe().dispose();
        }
        first.tryEmitEmpty();
        answers.after("a", Mono.empty()).block();

        while (answers.names() > 0) {
            Thread.sleep(1);
        }
        assertThat(answers.names()).isZero();
    }
}
