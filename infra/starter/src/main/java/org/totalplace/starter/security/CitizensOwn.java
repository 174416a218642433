package org.totalplace.starter.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.problem.ProblemWriter;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/**
 * Keeps citizens to themselves: of all that is about people they reach what is about their own person, whichever
 * endpoint answers it, and nothing else. What they may do there is for the endpoint to say.
 */
public final class CitizensOwn implements WebFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(CitizensOwn.class);
    private static final PathPattern PEOPLE = PathPatternParser.defaultInstance.parse("/api/v1/people/**");
    private static final PathPattern ONE = PathPatternParser.defaultInstance.parse("/api/v1/people/{person}/**");
    /** What asks who one is names nobody else. */
    private static final PathPattern MYSELF = PathPatternParser.defaultInstance.parse("/api/v1/people/me");

    private final WhoseRecord records;
    private final ProblemWriter problems;

    public CitizensOwn(WhoseRecord records, ProblemWriter problems) {
        this.records = records;
        this.problems = problems;
    }

    /** After the filters that find out who asks, and how often. */
    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (!PEOPLE.matches(path) || MYSELF.matches(path)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .filter(authenticated -> isCitizen(Caller.of(authenticated.getToken())))
                .flatMap(citizen -> refusal(citizen, path))
                .map(problem -> problems.write(exchange, problem.status(), problem.code(), problem.detail()))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(next -> next);
    }

    /** Whoever may look at others in another role as well is let in for that one. */
    public static boolean isCitizen(Caller caller) {
        return caller.isAny(Role.CITIZEN) && !caller.isAny(Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
    }

    /** Empty for what is their own. */
    private Mono<Problem> refusal(JwtAuthenticationToken citizen, PathContainer path) {
        PathPattern.PathMatchInfo one = ONE.matchAndExtract(path);
        if (one == null) {
            return Mono.just(notYourOwn());
        }
        String asked = String.valueOf(one.getUriVariables().get("person"));
        return records.person(citizen.getToken())
                .map(own -> own.toString().equalsIgnoreCase(asked))
                .defaultIfEmpty(false)
                .flatMap(own -> own ? Mono.<Problem>empty() : Mono.just(notYourOwn()))
                .onErrorResume(failure -> {
                    LOG.warn("Who a citizen is cannot be told: {}", failure.toString());
                    return Mono.just(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "own-record-unknown",
                            "Who you are cannot be found out at the moment, so nothing is shown."
                                    + " Try again in a minute."));
                });
    }

    /**
     * Whether the bearer may still see the person, as any but citizens may: for answers that go on after persons were
     * joined or parted.
     */
    public Mono<Boolean> maySee(Jwt token, PersonId person) {
        return isCitizen(Caller.of(token))
                ? records.person(token).map(person::equals).defaultIfEmpty(false)
                : Mono.just(true);
    }

    /** What citizens are told who ask about somebody else, or about nobody in particular. */
    public static Problem notYourOwn() {
        return Problem.forbidden(
                "not-your-own",
                "You may see what is held about yourself only. Your account must be tied to your record first;"
                        + " ask any agency of the partnership. Who you are here is what /api/v1/people/me says.");
    }
}
