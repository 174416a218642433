package org.totalplace.gateway.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers.Question;
import reactor.core.publisher.Mono;

/** The agencies of the place by name, for pages that can do without: none when the spending service does not tell. */
@Component
public class AgencyNames {

    /** An agency that a reader can choose. */
    public record Agency(String code, @Nullable String name) {

        public String words() {
            return Words.named(name, code);
        }
    }

    private record Answer(List<Agency> results) {}

    private final Answers answers;

    AgencyNames(Answers answers) {
        this.answers = answers;
    }

    /** In the order of their names. */
    public Mono<List<Agency>> all(SignedIn person) {
        return answers.get(person, Question.of(Backend.SPEND, "/api/v1/spend/agencies", Map.of()), Answer.class)
                .map(answer -> answer.results().stream()
                        .sorted(Comparator.comparing(Agency::words))
                        .toList())
                .onErrorReturn(List.of());
    }

    /** Names by code. */
    public Mono<Map<String, String>> byCode(SignedIn person) {
        return all(person)
                .map(agencies ->
                        agencies.stream().collect(Collectors.toMap(Agency::code, Agency::words, (one, other) -> one)));
    }
}
