package org.totalplace.gateway.page.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Held;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.voice.VoiceAnswers.Waiting;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** What people said and nobody has finished with, one at a time, the most overdue first. */
@Controller
class VoiceQueuePages {

    private static final String QUEUE = "/voice/queue";
    private static final Question WAITING =
            Question.of(Backend.OUTCOMES, "/api/v1/voice/queue", Map.of("limit", "1000"));

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;

    VoiceQueuePages(Pages pages, Answers answers, AgencyNames agencies) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
    }

    /** What the page says besides the suggestion itself. */
    private record Said(StepForm form, List<Mistake> mistakes, boolean taken) {}

    @GetMapping(QUEUE)
    Mono<Void> queue(
            SignedIn person,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean taken,
            ServerWebExchange exchange) {
        StepForm asked = new StepForm(number, "", Map.of());
        return show(exchange, person, skip, new Said(asked, List.of(), taken));
    }

    @PostMapping(QUEUE)
    Mono<Void> step(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(StepForm::of)
                .flatMap(form -> form.hasNumber()
                        ? send(exchange, person, form)
                        : show(exchange, person, 0, new Said(form, List.of(), false)));
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn person, StepForm form) {
        Question step = Question.of(Backend.OUTCOMES, "/api/v1/voice/queue/" + form.number() + "/steps", Map.of());
        return Forms.sent(
                exchange,
                answers.decide(person, HttpMethod.POST, step, form.sent()),
                QUEUE + "?taken=true&number=" + form.number(),
                refused ->
                        show(exchange, person, 0, new Said(form, List.of(new Mistake(field(form), refused)), false)));
    }

    /** Where the form of the step begins; milestones have one each, below the same heading. */
    private static String field(StepForm form) {
        return form.fields().containsKey("milestone") ? "suggestion" : form.step() + "-words";
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn person, int skip, Said said) {
        person.caller().requireAny(Role.STEWARD, Role.AGENCY);
        return Mono.zip(
                        answers.get(person, WAITING, VoiceAnswers.Queue.class),
                        agencies.all(person),
                        asked(person, said))
                .flatMap(read -> {
                    List<Waiting> waiting = read.getT1().results();
                    // What was closed waits for nobody, yet a steward may have to take words out of it.
                    List<Waiting> queue = place(waiting, said.form().number()) < 0
                            ? Stream.concat(read.getT3().stream(), waiting.stream())
                                    .toList()
                            : waiting;
                    int stands = place(queue, said.form().number());
                    Held<StepForm> held = Held.of(
                            said.form(),
                            said.mistakes(),
                            stands < 0 && !said.form().step().isEmpty(),
                            StepForm.EMPTY,
                            new Mistake("suggestion", pages.words(exchange).say("voice-queue.too-late")));
                    int place = stands >= 0 ? stands : Math.clamp(skip, 0, Math.max(0, queue.size() - 1));
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("waiting", waiting.size());
                    model.put("one", queue.isEmpty() ? null : queue.get(place));
                    model.put("next", place + 1 < queue.size() ? place + 1 : null);
                    model.put("moderator", person.caller().isAny(Role.STEWARD));
                    model.put("agencies", read.getT2());
                    model.put("form", held.form());
                    model.put("mistakes", held.mistakes());
                    model.put("taken", said.taken());
                    exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
                    return pages.show(exchange, held.status(), "voice-queue", model);
                });
    }

    /** The suggestion that was asked for by its number, whether it waits or not; after a step the next one is shown. */
    private Mono<List<Waiting>> asked(SignedIn person, Said said) {
        if (!said.form().hasNumber() || said.taken()) {
            return Mono.just(List.of());
        }
        Question one = WAITING.about(Map.of("number", said.form().number()));
        return answers.get(person, one, VoiceAnswers.Queue.class)
                .map(found -> found.results().stream()
                        .filter(each -> String.valueOf(each.suggestion().number())
                                .equals(said.form().number()))
                        .toList());
    }

    /** Where a suggestion stands in the queue; below 0 once it waits no longer. */
    private static int place(List<Waiting> queue, String number) {
        for (int i = 0; i < queue.size(); i++) {
            if (String.valueOf(queue.get(i).suggestion().number()).equals(number)) {
                return i;
            }
        }
        return -1;
    }
}
