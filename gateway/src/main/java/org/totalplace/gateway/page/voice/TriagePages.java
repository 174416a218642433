package org.totalplace.gateway.page.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.person.PersonLook;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** The need flags that safeguarding staff look at, the oldest first. */
@Controller
class TriagePages {

    private static final String TRIAGE = "/voice/triage";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;

    TriagePages(Pages pages, Answers answers, AgencyNames agencies, PersonLook look) {
        this.look = look;
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
    }

    /** A flag as outcomes-service tells it to safeguarding staff. */
    record Flag(
            String id,
            String kind,
            String stage,
            String raisedOn,
            String expiresOn,
            String words,
            String where,
            @Nullable String agency,
            boolean linked,
            int version) {

        public String title(Words words) {
            return words.name("need.kind.", kind);
        }

        public String days(Words words) {
            return words.say(
                    "triage.days",
                    words.day(raisedOn),
                    words.day(expiresOn),
                    agency == null ? "no" : "yes",
                    agency,
                    linked ? "yes" : "no");
        }
    }

    /**
     * A page of them.
     *
     * @param late how many nobody has read in time
     */
    record Flags(
            List<Flag> results,
            VoiceAnswers.@Nullable Paging paging,
            long total,
            @Nullable Long late) {

        Flags {
            results = results == null ? List.of() : List.copyOf(results);
        }
    }

    /** @param personId whom the flag is about, or was; absent where it is about nobody who is known */
    record Standing(@Nullable String personId) {}

    @GetMapping(TRIAGE)
    Mono<Void> open(
            SignedIn person,
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(defaultValue = "") String cursor,
            ServerWebExchange exchange) {
        return show(exchange, person, cursor, List.of(), done);
    }

    @PostMapping(TRIAGE)
    Mono<Void> step(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> {
            // Only an id has a place in the path.
            String flag = text(typed, "flag").replaceAll("[^0-9a-fA-F-]", "");
            Map<String, Object> step = Map.of(
                    "step", text(typed, "step"),
                    "agency", text(typed, "agency"),
                    "reference", text(typed, "reference"),
                    "unlink", text(typed, "unlink").equals("true"),
                    "seen", text(typed, "seen"));
            Question question = Question.of(
                            Backend.OUTCOMES, "/api/v1/voice/triage/" + (flag.isEmpty() ? "-" : flag), Map.of())
                    .with(Purpose.HEADER, Purpose.SAFEGUARDING.code());
            return Forms.sent(
                    exchange,
                    answers.send(person, question, step, Standing.class)
                            .flatMap(standing -> recorded(exchange, person, standing)),
                    TRIAGE + "?done=true",
                    refused -> show(exchange, person, "", List.of(new Mistake("flags", refused)), false));
        });
    }

    /** As any look at the person: at home it may not be safe to read that somebody worried. */
    private Mono<Void> recorded(ServerWebExchange exchange, SignedIn person, Standing standing) {
        String id = standing.personId();
        return id == null
                ? look.record(exchange, person, Purpose.SAFEGUARDING, TRIAGE, null)
                : look.record(exchange, person, Purpose.SAFEGUARDING, "/people/{id}", PersonId.parse(id));
    }

    private Mono<Void> show(
            ServerWebExchange exchange, SignedIn person, String cursor, List<Mistake> mistakes, boolean done) {
        person.caller().requireAny(Role.SAFEGUARDING);
        Question open = Question.of(
                Backend.OUTCOMES, "/api/v1/voice/triage", cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor));
        return Mono.zip(answers.get(person, open, Flags.class), agencies.all(person))
                .delayUntil(read -> look.record(exchange, person, Purpose.SAFEGUARDING, TRIAGE, null))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    Flags flags = read.getT1();
                    model.put("flags", flags.results());
                    model.put("total", flags.total());
                    model.put("late", flags.late());
                    model.put(
                            "next",
                            flags.paging() == null ? null : flags.paging().next());
                    model.put("agencies", read.getT2());
                    model.put("mistakes", mistakes);
                    model.put("done", done);
                    exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
                    return pages.show(
                            exchange, mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "triage", model);
                });
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
