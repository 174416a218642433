package org.totalplace.outcomes.goal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.starter.security.OwnRecord;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.starter.words.Telling;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes goals and the persons' own readings of them, from themselves or from somebody who writes them down with them,
 * for a stated purpose; the combined view shows them.
 */
@RestController
@RequestMapping("/api/v1/people/{id}/goals")
@Tag(name = "Goals")
class GoalEndpoints {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final int LONGEST = 500;
    private static final int DECIMALS = 3;
    private static final List<String> SET_BY = List.of("person", "with-person");
    private static final List<String> ENDINGS = List.of("reached", "changed", "given-up");

    private final Goals goals;
    private final InstantSource clock;

    GoalEndpoints(Goals goals, InstantSource clock) {
        this.goals = goals;
        this.clock = clock;
    }

    /**
     * A goal as it is told.
     *
     * @param agency to which the person told it; if absent the one by whose record a citizen signs in, or any that
     *     knows the person
     * @param namesNobody that somebody looked, and that the words have capitals but name nobody
     */
    @Schema(name = "NewGoal")
    record Goal(
            @Nullable String text,
            @Nullable String setBy,
            @Nullable LocalDate setOn,
            @Nullable String agency,
            @Nullable Boolean namesNobody) {}

    /** Other words for a goal. */
    @Schema(name = "CorrectedGoal")
    record Corrected(@Nullable String text, @Nullable Boolean namesNobody) {}

    /** How near the person feels to the goal on a day, 0 to 10. */
    @Schema(name = "NewGoalReading")
    record Reading(@Nullable BigDecimal value, @Nullable LocalDate date) {}

    /** {@code reached}, {@code changed} or {@code given-up}. */
    @Schema(name = "GoalEnding")
    record Ending(@Nullable String ended, @Nullable LocalDate date) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "A goal in the person's words",
            description =
                    "Words that may name somebody are refused until `namesNobody: true` says that they do not. The same"
                            + " words on the same day are the same goal, so that it may be sent again.")
    Mono<Map<String, UUID>> set(
            @PathVariable("id") UUID person,
            @RequestBody Goal body,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller,
            @AuthenticationPrincipal Jwt token) {
        requireWriter(caller);
        String words = words(body.text(), body.namesNobody());
        String setBy = oneOf("setBy", body.setBy(), SET_BY);
        boolean own = CitizensOwn.isCitizen(caller);
        if (own && !setBy.equals("person")) {
            throw Problem.badInput("setBy", "invalid-value", "What you set yourself is set by the person.");
        }
        String agency = body.agency() == null && own
                ? OwnRecord.of(token).map(record -> record.agency().value()).orElse(null)
                : body.agency();
        Goals.New goal = new Goals.New(agency, words, setBy, day("setOn", body.setOn()));
        return blocking(() -> Map.of(
                "id",
                goals.set(person, goal)
                        .orElseThrow(() -> Problem.notFound(
                                "no-such-person", "No agency's record of this person is known, or not of that one."))));
    }

    @PutMapping("/{goal}")
    @Operation(summary = "Other words for a goal", description = "Its readings stay. The earlier words are not kept.")
    Mono<Map<String, Boolean>> correct(
            @PathVariable("id") UUID person,
            @PathVariable("goal") String goal,
            @RequestBody Corrected body,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        requireWriter(caller);
        String words = words(body.text(), body.namesNobody());
        return blocking(() -> known(goals.correct(person, goal(goal), words)));
    }

    @DeleteMapping("/{goal}")
    @Operation(
            summary = "Remove a goal with its readings",
            description = "For one that should not have been written down.")
    Mono<Map<String, Boolean>> remove(
            @PathVariable("id") UUID person,
            @PathVariable("goal") String goal,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        requireWriter(caller);
        return blocking(() -> known(goals.remove(person, goal(goal))));
    }

    @DeleteMapping("/{goal}/readings/{day}")
    @Operation(summary = "Remove the reading of a day")
    Mono<Map<String, Boolean>> takeBack(
            @PathVariable("id") UUID person,
            @PathVariable("goal") String goal,
            @PathVariable("day") String day,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        requireWriter(caller);
        return blocking(() -> known(goals.takeBack(person, goal(goal), read(day))));
    }

    @PostMapping("/{goal}/readings")
    @Operation(summary = "The person's own reading of a day", description = "Replaces an earlier one of that day.")
    Mono<Map<String, Boolean>> read(
            @PathVariable("id") UUID person,
            @PathVariable("goal") String goal,
            @RequestBody Reading body,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        requireWriter(caller);
        BigDecimal value = body.value();
        if (value == null
                || value.compareTo(BigDecimal.ZERO) < 0
                || value.compareTo(BigDecimal.TEN) > 0
                || value.stripTrailingZeros().scale() > DECIMALS) {
            throw Problem.badInput("value", "constraint-error", "An own reading is a number from 0 to 10.");
        }
        LocalDate day = day("date", body.date());
        return blocking(() -> known(goals.read(person, goal(goal), day, value)));
    }

    @PutMapping("/{goal}/ended")
    @Operation(summary = "A goal that was reached, changed or given up")
    Mono<Map<String, Boolean>> end(
            @PathVariable("id") UUID person,
            @PathVariable("goal") String goal,
            @RequestBody Ending body,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        requireWriter(caller);
        String ending = oneOf("ended", body.ended(), ENDINGS);
        LocalDate day = day("date", body.date());
        return blocking(() -> known(goals.end(person, goal(goal), day, ending)));
    }

    /** Citizens reach only their own person. */
    private static void requireWriter(Caller caller) {
        caller.requireAny(Role.CITIZEN, Role.PRACTITIONER, Role.STEWARD);
    }

    private static String words(@Nullable String text, @Nullable Boolean namesNobody) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw Problem.badInput(
                    "text", "required-value", "A goal has 1 to " + LONGEST + " characters in the person's words.");
        }
        requireNoNames(words, Boolean.TRUE.equals(namesNobody));
        return words;
    }

    private static void requireNoNames(String words, boolean namesNobody) {
        for (Telling telling : Telling.in(words)) {
            if (telling.kind().isCertain()) {
                throw Problem.badInput(
                        "text",
                        "names-somebody",
                        "The words hold " + telling.kind().described()
                                + ", which a goal does not need: write it without.");
            }
            if (!namesNobody) {
                throw Problem.badInput(
                        "text",
                        "may-name-somebody",
                        "'" + telling.text()
                                + "' may be a name, and names are not kept here: write 'my brother', 'my road'. "
                                + "If the words name nobody, send namesNobody: true with them.");
            }
        }
    }

    private static Map<String, Boolean> known(boolean known) {
        if (!known) {
            throw unknown();
        }
        return Map.of("kept", true);
    }

    private static UUID goal(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static LocalDate read(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-goal", "The person has no such goal, or no such reading of it.");
    }

    private LocalDate day(String path, @Nullable LocalDate given) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        LocalDate day = Objects.requireNonNullElse(given, today);
        if (day.isAfter(today)) {
            throw Problem.badInput(path, "constraint-error", "The day is not in the future.");
        }
        return day;
    }

    private static String oneOf(String path, @Nullable String given, List<String> choices) {
        if (given == null || !choices.contains(given)) {
            throw Problem.badInput(
                    path,
                    "invalid-value",
                    path + " is one of " + String.join(", ", choices) + ", not '" + given + "'.");
        }
        return given;
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
