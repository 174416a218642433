package org.totalplace.journey.community.offer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** The body of {@code PUT .../stages/{stage}/services} as it comes. */
record OfferRequest(@Nullable List<Offer> offers) {

    private static final int MOST = 200;
    private static final int LONGEST = 200;

    /** @throws Problem 400 for what cannot be set */
    List<Offer> checked() {
        if (offers == null || offers.size() > MOST) {
            throw Problem.badInput(
                    "offers", "invalid-offer", "A list of at most " + MOST + " offers; an empty one takes all away.");
        }
        for (int i = 0; i < offers.size(); i++) {
            String path = "offers[" + i + "]";
            objection(offers.get(i)).ifPresent(why -> {
                throw Problem.badInput(path, "invalid-offer", why);
            });
        }
        return offers;
    }

    private static Optional<String> objection(@Nullable Offer offer) {
        if (offer == null || (offer.service() == null) == (offer.term() == null)) {
            return Optional.of("An offer names either a service of the directory or a term, not both and not neither.");
        }
        if (offer.term() != null && !isCode(offer.term())) {
            return Optional.of("A term is named by its id, as GET /api/v1/taxonomy_terms lists them.");
        }
        return offer.lines().stream().allMatch(line -> isCode(line.agency()) && isCode(line.service()))
                ? Optional.empty()
                : Optional.of("A service line has an agency's code and the agency's own code of the service.");
    }

    private static boolean isCode(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }
}
