package org.totalplace.gateway.page.proposal;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Who pays and who saves: the proposals, and each with what makes its figures. */
@Controller
class ProposalPages {

    private static final String PROPOSALS = "/api/v1/outcomes/proposals";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final Tables tables;

    ProposalPages(Pages pages, Answers answers, AgencyNames agencies, Tables tables) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.tables = tables;
    }

    @GetMapping("/proposals")
    Mono<Void> all(SignedIn person, ServerWebExchange exchange) {
        return answers.get(person, Question.of(Backend.OUTCOMES, PROPOSALS, Map.of()), ProposalAnswers.All.class)
                .flatMap(all -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "proposals",
                        Map.of("proposals", all.results(), "writes", writes(person))));
    }

    @GetMapping("/proposals/{code}")
    Mono<Void> one(SignedIn person, @PathVariable String code, Words words, ServerWebExchange exchange) {
        return Mono.zip(answers.get(person, question(code), ProposalAnswers.Told.class), agencies.byCode(person))
                .flatMap(read -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "proposal",
                        Map.of(
                                "told", read.getT1(),
                                "writes", writes(person),
                                "names", read.getT2(),
                                "asOf", words.day(read.getT1().asOf()))));
    }

    @GetMapping("/proposals/{code}/payers.csv")
    Mono<Void> csv(SignedIn person, @PathVariable String code, ServerWebExchange exchange) {
        return tables.stream(exchange, "payers.csv", answers.csv(person, question(code)));
    }

    private static boolean writes(SignedIn person) {
        return person.caller().isAny(Role.ANALYST, Role.STEWARD);
    }

    /** What is no letter, figure or hyphen is in no code, and has no business in a path. */
    static Question question(String code) {
        String plain = code.replaceAll("[^a-z0-9-]", "");
        return Question.of(Backend.OUTCOMES, PROPOSALS + "/" + (plain.isEmpty() ? "-" : plain), Map.of());
    }
}
