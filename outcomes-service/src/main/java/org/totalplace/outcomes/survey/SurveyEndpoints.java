package org.totalplace.outcomes.survey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.survey.SurveyAnswer.Beside;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Questions that are asked again and again: stewards write them down, everybody reads what came of them. */
@RestController
@RequestMapping("/api/v1/voice/surveys")
@Tag(name = "Voice")
class SurveyEndpoints {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST = 500;

    private final Surveys surveys;
    private final InstantSource clock;

    SurveyEndpoints(Surveys surveys, InstantSource clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    /** A question as it is written down. */
    @Schema(name = "SurveyQuestion")
    record Asked(
            @Nullable String question,
            @Nullable String agency,
            @Nullable String service,
            @Nullable List<String> answers,
            @Nullable List<String> positive) {}

    /** A round as it was counted; an answer that is not named was given by nobody. */
    @Schema(name = "SurveyCounts")
    record Counted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String method,
            @Nullable Long invited,
            @Nullable Map<String, Long> counts) {}

    /** What somebody else published: a share of 0 to 1, and where it is to be found. */
    @Schema(name = "SurveyElsewhere")
    record Elsewhere(
            @Nullable String area,
            @Nullable BigDecimal share,
            @Nullable String source) {}

    @GetMapping
    @Operation(
            summary = "Satisfaction, and whether people have a voice, over time",
            description = "With disclosure control and 95 % Wilson intervals, beside what others published. Needs no"
                    + " token; `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> all(ServerHttpRequest request) {
        return surveys.all().map(all -> Csv.answer(request, () -> csv(all), Page.whole(all)));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Write down a question with its answers",
            description = "Once a round was counted its words stay; a question in other words has another code.")
    Mono<Survey> define(@PathVariable("code") String code, @RequestBody Asked body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        Survey survey = survey(code, body);
        return surveys.define(survey).map(defined -> {
            if (!defined) {
                throw Problem.conflict(
                        "already-counted", "Rounds of it were counted in other words; give the question another code.");
            }
            return survey;
        });
    }

    @PutMapping("/{code}/rounds/{round}")
    @Operation(summary = "Count a round, or correct its counts")
    Mono<Map<String, Boolean>> count(
            @PathVariable("code") String code,
            @PathVariable("round") String round,
            @RequestBody Counted body,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        return surveys.find(code)
                .switchIfEmpty(Mono.error(SurveyEndpoints::unknown))
                .flatMap(survey -> surveys.count(survey, round(survey, checked("round", round), body)))
                .map(counted -> {
                    if (!counted) {
                        throw Problem.conflict("changed", "The question has other answers by now: count it again.");
                    }
                    return Map.of("kept", true);
                });
    }

    @PutMapping("/{code}/rounds/{round}/beside")
    @Operation(summary = "Put beside a round what somebody else published of the same question, with its source")
    Mono<Map<String, Boolean>> beside(
            @PathVariable("code") String code,
            @PathVariable("round") String round,
            @RequestBody Elsewhere body,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        return surveys.find(code)
                .switchIfEmpty(Mono.error(SurveyEndpoints::unknown))
                .flatMap(survey -> surveys.publish(code, checked("round", round), elsewhere(body)))
                .thenReturn(Map.of("kept", true));
    }

    private static String csv(List<SurveyAnswer> all) {
        StringBuilder csv = new StringBuilder(Csv.line(SurveyAnswer.COLUMNS));
        all.forEach(survey -> survey.rows().forEach(row -> csv.append(Csv.line(row))));
        return csv.toString();
    }

    private static Survey survey(String code, Asked body) {
        try {
            return new Survey(
                    checked("code", code),
                    words("question", body.question()),
                    optional(body.agency()),
                    optional(body.service()),
                    all("answers", body.answers()),
                    all("positive", body.positive()));
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("answers", "constraint-error", wrong.getMessage() + ".");
        }
    }

    private SurveyRound round(Survey survey, String round, Counted body) {
        Map<String, Long> counts = Objects.requireNonNullElse(body.counts(), Map.of());
        if (counts.isEmpty() || !survey.answers().containsAll(counts.keySet())) {
            throw Problem.badInput("counts", "invalid-value", "Counts are of these answers: " + survey.answers() + ".");
        }
        LocalDate from = body.from();
        LocalDate to = body.to();
        if (from == null
                || to == null
                || to.isAfter(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")))) {
            throw Problem.badInput("to", "constraint-error", "A round has a first day and a last one, which is over.");
        }
        try {
            List<Long> inOrder = survey.answers().stream()
                    .map(answer -> Objects.requireNonNullElse(counts.get(answer), 0L))
                    .toList();
            return new SurveyRound(round, from, to, words("method", body.method()), body.invited(), inOrder);
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("counts", "constraint-error", wrong.getMessage() + ".");
        }
    }

    private static Beside elsewhere(Elsewhere body) {
        BigDecimal share = body.share();
        if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.badInput("share", "constraint-error", "A share is a number from 0 to 1.");
        }
        return new Beside(words("area", body.area()), share, words("source", body.source()));
    }

    private static String checked(String path, String code) {
        if (!CODE.matcher(code).matches()) {
            throw Problem.badInput(path, "invalid-value", path + " is 1 to 60 lower-case letters, digits and hyphens.");
        }
        return code;
    }

    private static String words(String path, @Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST || given.indexOf('\0') >= 0) {
            throw Problem.badInput(path, "required-value", "'" + path + "' has 1 to " + LONGEST + " characters.");
        }
        return given.strip();
    }

    private static List<String> all(String path, @Nullable List<String> given) {
        return Objects.requireNonNullElse(given, List.<String>of()).stream()
                .map(one -> words(path, one))
                .toList();
    }

    private static @Nullable String optional(@Nullable String given) {
        return given == null ? null : checked("agency", given);
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-survey", "There is no question of this code.");
    }
}
