package org.totalplace.gateway.page.feed;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.starter.problem.Problem;

/**
 * Where a feed is found: in one service, by its code.
 *
 * @param desk of the service that takes it
 * @param feed its code
 */
record FeedAddress(Desk desk, String feed) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    /** The services that take deliveries, as page addresses and the API name them. */
    enum Desk {
        SPEND(Backend.SPEND, "spend"),
        JOURNEYS(Backend.JOURNEY, "journeys"),
        OUTCOMES(Backend.OUTCOMES, "outcomes");

        private final Backend backend;
        private final String segment;

        Desk(Backend backend, String segment) {
            this.backend = backend;
            this.segment = segment;
        }

        Backend backend() {
            return backend;
        }

        String segment() {
            return segment;
        }

        /** How all its feeds stand. */
        Question health() {
            return Question.of(backend, "/api/v1/" + segment + "/feeds/health", Map.of("limit", "200"));
        }
    }

    /** @throws Problem 404 if no feed can be at this address */
    static FeedAddress of(String segment, String feed) {
        Desk desk = Arrays.stream(Desk.values())
                .filter(each -> each.segment().equals(segment))
                .findFirst()
                .orElseThrow(FeedAddress::nowhere);
        if (!CODE.matcher(feed).matches()) {
            throw nowhere();
        }
        return new FeedAddress(desk, feed);
    }

    private static Problem nowhere() {
        return Problem.notFound("no-such-feed", "There is no feed at this address. Choose one on the page of feeds.");
    }

    Question health() {
        return ask("/health");
    }

    Question deliveries() {
        return ask("/deliveries");
    }

    Question previews() {
        return ask("/previews");
    }

    Question delivery(UUID id) {
        return ask("/deliveries/" + id);
    }

    Question refused(UUID id) {
        return ask("/deliveries/" + id + "/refused");
    }

    Question decision(UUID id, Decision decision) {
        return ask("/deliveries/" + id + "/" + decision.segment());
    }

    /** The page of the feed. */
    String page() {
        return "/feeds/" + desk.segment() + "/" + feed;
    }

    /** The page of one of its deliveries. */
    String page(UUID delivery) {
        return page() + "/deliveries/" + delivery;
    }

    private Question ask(String rest) {
        return Question.of(desk.backend(), "/api/v1/" + desk.segment() + "/feeds/" + feed + rest, Map.of());
    }
}
