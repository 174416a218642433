package org.totalplace.outcomes.engagement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.engagement.Engagement.About;
import org.totalplace.outcomes.engagement.Engagement.Asked;
import org.totalplace.outcomes.engagement.Engagement.Group;
import org.totalplace.outcomes.engagement.Engagement.Population;
import org.totalplace.outcomes.voice.VoiceWords;
import org.totalplace.starter.problem.Problem;

/** A consultation as it is sent, unchecked. */
@Schema(name = "EngagementToSet")
record EngagementAsked(
        @Nullable String title,
        @Nullable Subject about,
        @Nullable String audience,
        @Nullable String answerable,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate resultsBy,
        @Nullable List<String> channels,
        @Nullable List<Question> questions,
        @Nullable People population) {

    private static final List<String> KINDS = List.of("service", "journey", "place");
    private static final int MOST_GROUPS = 100;

    /** What it is about. */
    @Schema(name = "EngagementSubject")
    record Subject(
            @Nullable String kind,
            @Nullable String agency,
            @Nullable String service,
            @Nullable String journey) {}

    /** A question with the answers that can be given. */
    @Schema(name = "EngagementQuestionToSet")
    record Question(@Nullable String question, @Nullable List<String> answers) {}

    /** A part of the population. */
    @Schema(name = "EngagementGroupToSet")
    record Part(
            @Nullable String code,
            @Nullable String name,
            @Nullable Long people) {}

    /** Those it is for. */
    @Schema(name = "EngagementPopulationToSet")
    record People(
            @Nullable String source,
            @Nullable List<Part> areas,
            @Nullable List<Part> ageBands) {}

    /** @throws Problem 400 for what cannot be one */
    Engagement checked() {
        if (from == null || to == null || resultsBy == null) {
            throw Problem.badInput(
                    "from",
                    "required-value",
                    "Say on which day it opens (from), closes (to), and what came of it is told (resultsBy).");
        }
        try {
            return new Engagement(
                    VoiceWords.own("title", title, VoiceWords.SHORT),
                    subject(),
                    VoiceWords.own("audience", audience, VoiceWords.SHORT),
                    VoiceWords.own("answerable", answerable, VoiceWords.SHORT),
                    from,
                    to,
                    resultsBy,
                    all("channels", channels),
                    given("questions", questions).stream()
                            .map(EngagementAsked::asked)
                            .toList(),
                    population == null
                            ? null
                            : new Population(
                                    VoiceWords.own("population.source", population.source(), VoiceWords.SHORT),
                                    groups("population.areas", population.areas()),
                                    groups("population.ageBands", population.ageBands())));
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("questions", "constraint-error", wrong.getMessage() + ".");
        }
    }

    private About subject() {
        if (about == null || about.kind() == null || !KINDS.contains(about.kind())) {
            throw Problem.badInput(
                    "about.kind", "invalid-value", "about.kind is one of " + String.join(", ", KINDS) + ".", KINDS);
        }
        return new About(
                about.kind(),
                VoiceWords.code("about.agency", about.agency()),
                VoiceWords.code("about.service", about.service()),
                VoiceWords.code("about.journey", about.journey()));
    }

    private static Asked asked(Question question) {
        return new Asked(
                VoiceWords.own("questions.question", question.question(), VoiceWords.SHORT),
                all("questions.answers", question.answers()));
    }

    private static List<Group> groups(String path, @Nullable List<Part> parts) {
        List<Part> given = given(path, parts);
        if (given.size() > MOST_GROUPS) {
            throw Problem.badInput(path, "constraint-error", path + " has at most " + MOST_GROUPS + " parts.");
        }
        return given.stream()
                .map(part -> new Group(
                        VoiceWords.own(path + ".code", VoiceWords.code(path + ".code", part.code()), VoiceWords.SHORT),
                        VoiceWords.own(path + ".name", part.name(), VoiceWords.SHORT),
                        Objects.requireNonNullElse(part.people(), 0L)))
                .toList();
    }

    private static List<String> all(String path, @Nullable List<String> given) {
        return Objects.requireNonNullElse(given, List.<String>of()).stream()
                .map(one -> VoiceWords.own(path, one, VoiceWords.SHORT))
                .toList();
    }

    private static <T> List<T> given(String path, @Nullable List<T> given) {
        List<T> all = Objects.requireNonNullElse(given, List.of());
        if (all.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput(path, "required-value", "'" + path + "' has a row with nothing in it.");
        }
        return all;
    }
}
