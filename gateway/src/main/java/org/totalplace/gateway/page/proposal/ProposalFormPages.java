package org.totalplace.gateway.page.proposal;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Where analysts write a proposal down, or its next version. */
@Controller
class ProposalFormPages {

    private static final String PAGE = "/proposal";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;

    ProposalFormPages(Pages pages, Answers answers, AgencyNames agencies) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
    }

    @GetMapping(PAGE)
    Mono<Void> form(SignedIn person, @RequestParam(defaultValue = "") String code, ServerWebExchange exchange) {
        person.caller().requireAny(Role.ANALYST, Role.STEWARD);
        if (code.isBlank()) {
            return show(exchange, person, new ProposalForm(new Filled(Map.of())), List.of());
        }
        return answers.get(person, ProposalPages.question(code), ProposalAnswers.Told.class)
                .flatMap(told -> show(exchange, person, WrittenProposal.form(told), List.of()));
    }

    @PostMapping(PAGE)
    Mono<Void> write(SignedIn person, ServerWebExchange exchange) {
        person.caller().requireAny(Role.ANALYST, Role.STEWARD);
        return exchange.getFormData().map(Filled::of).flatMap(filled -> {
            ProposalForm form = new ProposalForm(filled);
            if (!filled.text("more").isEmpty()) {
                return show(exchange, person, new ProposalForm(filled.more(ProposalForm.MOST)), List.of());
            }
            NewProposal written = new NewProposal(form);
            List<Mistake> mistakes = written.mistakes(pages.words(exchange));
            if (!mistakes.isEmpty()) {
                return show(exchange, person, form, mistakes);
            }
            String code = filled.text("code");
            return Forms.sent(
                    exchange,
                    answers.decide(person, HttpMethod.PUT, ProposalPages.question(code), written.sent()),
                    "/proposals/" + code,
                    why -> show(exchange, person, form, List.of(new Mistake("form", why))));
        });
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn person, ProposalForm form, List<Mistake> mistakes) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        HttpStatus status = mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return agencies.byCode(person)
                .flatMap(names -> pages.show(
                        exchange,
                        status,
                        "long-form",
                        form.shown(pages.words(exchange), names).model(mistakes)));
    }
}
