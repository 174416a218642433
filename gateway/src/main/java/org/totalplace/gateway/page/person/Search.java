package org.totalplace.gateway.page.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Finds a person by an agency's own reference. The reference travels in the form's body, never in a page's address. */
@Controller
class Search {

    private record Found(String personId) {}

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;

    Search(Pages pages, Answers answers, AgencyNames agencies, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.look = look;
    }

    @GetMapping("/people")
    Mono<Void> form(SignedIn signedIn, WebSession session, ServerWebExchange exchange) {
        String purpose =
                StatedPurpose.of(session, signedIn.caller()).map(Purpose::code).orElse(null);
        return show(exchange, signedIn, HttpStatus.OK, SearchForm.empty(purpose), List.of());
    }

    @PostMapping("/people")
    Mono<Void> find(SignedIn signedIn, WebSession session, ServerWebExchange exchange) {
        return exchange.getFormData().map(SearchForm::of).flatMap(form -> {
            var purpose = StatedPurpose.keep(session, signedIn.caller(), form.purpose());
            List<Mistake> mistakes = form.mistakes(purpose.isPresent(), pages.words(exchange));
            return mistakes.isEmpty()
                    ? lookUp(exchange, signedIn, form, purpose.orElseThrow())
                    : show(exchange, signedIn, HttpStatus.BAD_REQUEST, form, mistakes);
        });
    }

    private Mono<Void> lookUp(ServerWebExchange exchange, SignedIn signedIn, SearchForm form, Purpose purpose) {
        Question question = Question.of(
                        Backend.JOURNEY,
                        "/api/v1/people",
                        Map.of("agency", form.agency(), "reference", form.reference()))
                .with(Purpose.HEADER, purpose.code());
        return answers.get(signedIn, question, Found.class)
                .flatMap(found -> look.record(exchange, signedIn, purpose, "/people", PersonId.parse(found.personId()))
                        .then(Mono.defer(() -> Forms.goOn(exchange, "/people/" + found.personId()))))
                .onErrorResume(
                        problem -> problem instanceof Problem refused && refused.status() == HttpStatus.NOT_FOUND,
                        unknown -> show(
                                exchange,
                                signedIn,
                                HttpStatus.NOT_FOUND,
                                form,
                                SearchForm.nobody(pages.words(exchange))));
    }

    private Mono<Void> show(
            ServerWebExchange exchange, SignedIn signedIn, HttpStatus status, SearchForm form, List<Mistake> mistakes) {
        return agencies.all(signedIn).flatMap(names -> {
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("form", form);
            model.put("mistakes", mistakes);
            for (String field : List.of("agency", "reference", "purpose")) {
                model.put(field + "Mistake", Mistake.about(mistakes, field));
            }
            model.put("agencies", names);
            model.put("purposes", StatedPurpose.choices(signedIn.caller(), form.purpose(), pages.words(exchange)));
            return pages.show(exchange, status, "people", model);
        });
    }
}
