package org.totalplace.gateway.page.journey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Published;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Asks which ways people took through a map, and what the commonest of them cost. */
@Component
class Ways {

    static final int VARIANTS_SHOWN = 8;

    private final Answers answers;

    Ways(Answers answers) {
        this.answers = answers;
    }

    /**
     * The ways with their costs.
     *
     * @param costs by variant; those that could not be told are left out
     */
    record Known(
            PathwaysAnswer pathways, List<PathwaysAnswer.Variant> commonest, Map<String, VariantsAnswer.Side> costs) {

        List<PathwaysAnswer.Expected> expectations() {
            PathwaysAnswer.Conformance conformance = pathways.conformance();
            return conformance == null ? List.of() : conformance.expectations();
        }
    }

    Mono<Known> of(SignedIn person, String map, FinancialYear year, WaysAsked asked) {
        return Mono.zip(
                answers.get(person, question(map, year, asked), PathwaysAnswer.class),
                variants(person, map, asked.query(year)),
                (pathways, variants) -> new Known(pathways, commonest(pathways), variants.byVariant()));
    }

    static Question question(String map, FinancialYear year, WaysAsked asked) {
        return Question.of(Backend.JOURNEY, "/api/v1/journeys/" + map + "/pathways", asked.query(year));
    }

    static List<PathwaysAnswer.Variant> commonest(PathwaysAnswer pathways) {
        return pathways.variants().stream()
                .sorted(Comparator.comparingLong(
                                (PathwaysAnswer.Variant variant) -> Published.number(variant.persons()))
                        .reversed())
                .limit(VARIANTS_SHOWN)
                .toList();
    }

    /** Nothing where the service refuses: the ways themselves say why. */
    private Mono<VariantsAnswer> variants(SignedIn person, String map, Map<String, String> cohort) {
        Map<String, String> query = new HashMap<>(cohort);
        query.put("most", String.valueOf(VARIANTS_SHOWN));
        return answers.get(
                        person,
                        Question.of(Backend.JOURNEY, "/api/v1/journeys/" + map + "/pathways/variants", query),
                        VariantsAnswer.class)
                .onErrorResume(Problem.class, refused -> Mono.just(VariantsAnswer.NOT_TOLD));
    }
}
