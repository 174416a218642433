package org.totalplace.gateway.page.person;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.usage.LooksAt;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** The page about one person, for a purpose that was stated. */
@Controller
class PersonPages {

    private static final int LOOKS_SHOWN = 10;
    private static final String REFRESH = "Page-Refresh";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;
    private final LooksAt looks;

    PersonPages(Pages pages, Answers answers, AgencyNames agencies, PersonLook look, LooksAt looks) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.look = look;
        this.looks = looks;
    }

    @GetMapping("/people/{id}")
    Mono<Void> show(SignedIn signedIn, @PathVariable String id, WebSession session, ServerWebExchange exchange) {
        PersonId person = person(id);
        return StatedPurpose.of(session, signedIn.caller())
                .map(purpose -> shown(exchange, signedIn, purpose, person))
                .orElseGet(() -> Forms.goOn(exchange, "/people/" + person + "/purpose"));
    }

    @GetMapping("/people/{id}/purpose")
    Mono<Void> why(SignedIn signedIn, @PathVariable String id, ServerWebExchange exchange) {
        return askWhy(exchange, signedIn, person(id), HttpStatus.OK);
    }

    @PostMapping("/people/{id}/purpose")
    Mono<Void> state(SignedIn signedIn, @PathVariable String id, WebSession session, ServerWebExchange exchange) {
        PersonId person = person(id);
        return exchange.getFormData()
                .flatMap(form -> StatedPurpose.keep(session, signedIn.caller(), form.getFirst("purpose"))
                        .map(kept -> Forms.goOn(exchange, "/people/" + person))
                        .orElseGet(() -> askWhy(exchange, signedIn, person, HttpStatus.BAD_REQUEST)));
    }

    private Mono<Void> askWhy(ServerWebExchange exchange, SignedIn signedIn, PersonId person, HttpStatus status) {
        return pages.show(
                exchange,
                status,
                "purpose",
                Map.of(
                        "id", person.toString(),
                        "mistaken", status.isError(),
                        "purposes", StatedPurpose.choices(signedIn.caller(), null, pages.words(exchange))));
    }

    private Mono<Void> shown(ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, PersonId person) {
        Words words = pages.words(exchange);
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Question question = Question.of(Backend.OUTCOMES, "/api/v1/people/" + person, Map.of())
                .with(Purpose.HEADER, purpose.code());
        return answers.get(signedIn, question, CombinedView.class)
                .flatMap(view -> recorded(exchange, signedIn, purpose, person)
                        .then(Mono.defer(() -> Mono.zip(
                                contacts(signedIn, purpose, person, words),
                                agencies.byCode(signedIn),
                                looks(signedIn, purpose, person))))
                        .map(known -> PersonView.of(
                                view,
                                known.getT1(),
                                known.getT2(),
                                known.getT3().looks(),
                                words)))
                .flatMap(view -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "person",
                        Map.of(
                                "view",
                                view,
                                "purpose",
                                StatedPurpose.words(purpose, words),
                                "audits",
                                signedIn.caller().isAny(Role.AUDITOR))));
    }

    /** The page's script says that it fetches the page because there is something new. */
    private Mono<Void> recorded(ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, PersonId person) {
        return exchange.getRequest().getHeaders().containsHeader(REFRESH)
                ? look.recordRefresh(exchange, signedIn, purpose, person)
                : look.record(exchange, signedIn, purpose, "/people/{id}", person);
    }

    /** Who looked is for auditors here, and for the person on a page of their own. */
    private Mono<LooksAt.Told> looks(SignedIn signedIn, Purpose purpose, PersonId person) {
        return signedIn.caller().isAny(Role.AUDITOR)
                ? looks.all(signedIn.token(), purpose, person, LOOKS_SHOWN)
                : Mono.just(LooksAt.Told.NOTHING);
    }

    /** The page's look covers them: they are shown nowhere else. */
    private Mono<Part<ContactsAnswer>> contacts(SignedIn signedIn, Purpose purpose, PersonId person, Words words) {
        Question question = Question.of(Backend.JOURNEY, "/api/v1/people/" + person + "/contacts", Map.of())
                .with(Purpose.HEADER, purpose.code());
        return Part.of(answers.get(signedIn, question, ContactsAnswer.class), words);
    }

    static PersonId person(String id) {
        try {
            return PersonId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-person", "There is no person at this address. Search again.");
        }
    }
}
