package org.totalplace.gateway.page.todo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.person.PersonLook;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** All that waits for a steward, with how much and since when, each leading to where it is done. */
@Controller
class ToDoPages {

    private static final Map<String, Backend> DESKS =
            Map.of("spend", Backend.SPEND, "journeys", Backend.JOURNEY, "outcomes", Backend.OUTCOMES);
    private static final int AT_ONCE = 4;

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PageSettings settings;
    private final PersonLook look;

    ToDoPages(Pages pages, Answers answers, AgencyNames agencies, PageSettings settings, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.settings = settings;
        this.look = look;
    }

    @GetMapping("/to-do")
    Mono<Void> show(SignedIn person, Words words, ServerWebExchange exchange) {
        person.caller().requireAny(Role.STEWARD);
        // Doubtful links and contests are about people, though nothing of them is shown here but how many there are.
        return look.record(exchange, person, Purpose.AUDIT, "/to-do", null)
                .thenMany(Flux.mergeSequential(queues(person, words), AT_ONCE, 1))
                .collectList()
                .flatMap(queues ->
                        pages.show(exchange, HttpStatus.OK, "to-do", Map.of("grid", Queue.grid(queues, words))));
    }

    private List<Mono<Queue>> queues(SignedIn person, Words words) {
        String year = settings.year(null).label();
        return List.of(
                queue("doubtful", "/people/doubtful", list(person, doubtful(), "since"), words),
                queue("waiting", "/feeds/waiting", deliveries(person, "needs-confirmation"), words),
                queue("contests", "/contests", contests(person), words),
                queue("voice", "/voice/queue", list(person, voice(), "suggestion/told"), words),
                queue("payees", "/payees", list(person, payees(), "since"), words),
                queue("service-lines", "/service-lines?year=" + year, list(person, unmapped(year), "since"), words),
                queue("late", "/feeds", late(person), words));
    }

    /** One that cannot be counted does not keep the others from being shown. */
    private static Mono<Queue> queue(String code, String page, Mono<Waiting> waiting, Words words) {
        return Part.of(waiting, words).map(part -> new Queue(code, page, part));
    }

    private Mono<Waiting> list(SignedIn person, Question question, String day) {
        return answers.get(person, question, JsonNode.class).map(page -> Waiting.of(page, day));
    }

    private Mono<Waiting> deliveries(SignedIn person, String status) {
        return feeds(person)
                .map(health -> Waiting.of(
                        health.path("results")
                                .valueStream()
                                .flatMap(feed -> feed.path("history").valueStream())
                                .filter(past -> past.path("status").asString("").equals(status)),
                        "receivedAt",
                        false))
                .collectList()
                .map(Waiting::together);
    }

    private Mono<Waiting> late(SignedIn person) {
        return feeds(person)
                .map(health -> Waiting.of(
                        health.path("results")
                                .valueStream()
                                .filter(feed -> feed.path("state").asString("").equals("late")),
                        "due",
                        false))
                .collectList()
                .map(Waiting::together);
    }

    private Flux<JsonNode> feeds(SignedIn person) {
        return Flux.fromIterable(DESKS.entrySet())
                .flatMap(desk -> answers.get(
                        person,
                        Question.of(
                                desk.getValue(), "/api/v1/" + desk.getKey() + "/feeds/health", Map.of("limit", "200")),
                        JsonNode.class));
    }

    /** Each agency has a queue of its own. */
    private Mono<Waiting> contests(SignedIn person) {
        return agencies.all(person)
                .flatMapIterable(all -> all)
                .flatMap(
                        agency -> Flux.fromStream(Stream.of("open", "extended"))
                                .concatMap(state -> list(person, contests(agency.code(), state), "toldAt")),
                        AT_ONCE)
                .collectList()
                .map(Waiting::together);
    }

    private static Question contests(String agency, String state) {
        return Question.of(
                Backend.OUTCOMES, "/api/v1/outcomes/contests/" + agency, Map.of("state", state, "limit", "100"));
    }

    private static Question doubtful() {
        return Question.of(Backend.JOURNEY, "/api/v1/people/doubtful", Map.of())
                .with(Purpose.HEADER, Purpose.AUDIT.code());
    }

    private static Question voice() {
        return Question.of(Backend.OUTCOMES, "/api/v1/voice/queue", Map.of("limit", "1000"));
    }

    private static Question payees() {
        return Question.of(Backend.SPEND, "/api/v1/spend/payees/suggestions", Map.of("limit", "1000"));
    }

    private static Question unmapped(String year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/totals",
                Map.of("year", year, "function", "unmapped", "groupBy", "agency,service", "limit", "1000"));
    }
}
