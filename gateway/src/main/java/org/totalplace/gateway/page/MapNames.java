package org.totalplace.gateway.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers.Question;
import reactor.core.publisher.Mono;

/** The journey maps by name. */
@Component
public class MapNames {

    /** A map that a reader can choose. */
    public record Named(String map, String name) {}

    private record Answer(@Nullable List<Named> results) {}

    private final Answers answers;

    MapNames(Answers answers) {
        this.answers = answers;
    }

    /** For pages that can do without: none when the journeys service does not tell. */
    public Mono<List<Named>> all(SignedIn person) {
        return told(person).onErrorReturn(List.of());
    }

    /** For pages that say nothing true without them. */
    public Mono<List<Named>> told(SignedIn person) {
        return answers.get(person, Question.of(Backend.JOURNEY, "/api/v1/journeys/maps", Map.of()), Answer.class)
                .map(answer -> answer.results() == null ? List.<Named>of() : List.copyOf(answer.results()));
    }

    /** The name of a map, or its code where it is not told. */
    public static String name(List<Named> maps, String code) {
        return maps.stream()
                .filter(map -> map.map().equals(code))
                .findFirst()
                .map(Named::name)
                .orElse(code);
    }
}
