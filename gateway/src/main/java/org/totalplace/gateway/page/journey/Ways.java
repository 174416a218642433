package org.totalplace.gateway.page.journey;

import java.util.ArrayList;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks which ways people took through a map, and what the commonest of them cost. */
@Component
class Ways {

    static final int VARIANTS_SHOWN = 8;

    /** The service answers two variants at a time; so that a page does not ask for all of its threads. */
    private static final int PAIRS_AT_ONCE = 2;

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
            PathwaysAnswer pathways, List<PathwaysAnswer.Variant> commonest, Map<String, ComparisonAnswer.Side> costs) {

        List<PathwaysAnswer.Expected> expectations() {
            PathwaysAnswer.Conformance conformance = pathways.conformance();
            return conformance == null ? List.of() : conformance.expectations();
        }
    }

    Mono<Known> of(SignedIn person, String map, FinancialYear year, WaysAsked asked) {
        return answers.get(person, question(map, year, asked), PathwaysAnswer.class)
                .flatMap(pathways -> {
                    List<PathwaysAnswer.Variant> commonest = commonest(pathways);
                    return costs(person, map, asked.query(year), commonest)
                            .map(costs -> new Known(pathways, commonest, costs));
                });
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

    private Mono<Map<String, ComparisonAnswer.Side>> costs(
            SignedIn person, String map, Map<String, String> cohort, List<PathwaysAnswer.Variant> variants) {
        return Flux.fromIterable(pairs(variants))
                .flatMap(pair -> comparison(person, map, cohort, pair), PAIRS_AT_ONCE)
                .flatMapIterable(ComparisonAnswer::sides)
                .collectMap(ComparisonAnswer.Side::variant, side -> side);
    }

    /** Each variant in one pair; the last one with the first where they are odd. */
    private static List<List<String>> pairs(List<PathwaysAnswer.Variant> variants) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < variants.size(); i += 2) {
            int partner = i + 1 < variants.size() ? i + 1 : 0;
            pairs.add(List.of(variants.get(i).variant(), variants.get(partner).variant()));
        }
        return pairs;
    }

    /** Nothing where the service refuses: figures may change between two questions. */
    private Mono<ComparisonAnswer> comparison(
            SignedIn person, String map, Map<String, String> cohort, List<String> pair) {
        Map<String, String> query = new HashMap<>(cohort);
        query.put("first", pair.getFirst());
        query.put("second", pair.getLast());
        return answers.get(
                        person,
                        Question.of(Backend.JOURNEY, "/api/v1/journeys/" + map + "/pathways/comparison", query),
                        ComparisonAnswer.class)
                .onErrorResume(Problem.class, refused -> Mono.empty());
    }
}
