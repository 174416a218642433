package org.totalplace.gateway.page.concentration;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Asks on how few people the cost falls: of a journey map, or of everybody. */
@Component
public class Concentrations {

    private final Answers answers;

    Concentrations(Answers answers) {
        this.answers = answers;
    }

    /** @param map null for all contacts of the year */
    public Mono<ConcentrationView> of(SignedIn person, FinancialYear year, @Nullable String map, Words words) {
        return answers.get(person, question(year, map), ConcentrationAnswer.class)
                .map(answer -> ConcentrationView.of(answer, words));
    }

    static Question question(FinancialYear year, @Nullable String map) {
        Map<String, String> query = new HashMap<>(Map.of("year", year.label()));
        if (map != null) {
            query.put("map", map);
        }
        return Question.of(Backend.JOURNEY, "/api/v1/journeys/concentration", query);
    }
}
