package org.totalplace.outcomes.engagement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as the communications team writes it down.
 *
 * @param audience whom it is for, in words
 * @param answerable the role that answers what is said
 * @param resultsBy the day by which is told what came of it
 * @param population of those it is for; null where nobody knows
 */
@Schema(name = "Engagement")
record Engagement(
        String title,
        About about,
        String audience,
        String answerable,
        LocalDate from,
        LocalDate to,
        LocalDate resultsBy,
        List<String> channels,
        List<Asked> questions,
        @Nullable Population population) {

    static final List<String> CHANNELS = List.of("online", "print", "meeting");

    private static final int MOST_QUESTIONS = 20;
    private static final int MOST_ANSWERS = 12;
    private static final int MOST_DAYS = 366;

    /** How far a consultation is. */
    enum Stage {
        PLANNED,
        OPEN,
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is about, as a suggestion is. */
    @Schema(name = "EngagementAbout")
    record About(
            String kind,
            @Nullable String agency,
            @Nullable String service,
            @Nullable String journey) {}

    /** A question with the answers that can be given. */
    @Schema(name = "EngagementQuestion")
    record Asked(String question, List<String> answers) {

        Asked {
            answers = List.copyOf(answers);
            if (answers.size() < 2
                    || answers.size() > MOST_ANSWERS
                    || new HashSet<>(answers).size() != answers.size()) {
                throw new IllegalArgumentException("A question has 2 to " + MOST_ANSWERS + " different answers");
            }
        }
    }

    /** A part of the population. */
    @Schema(name = "EngagementGroup")
    record Group(String code, String name, long people) {

        Group {
            if (people < 1) {
                throw new IllegalArgumentException("A part of the population has people in it");
            }
        }
    }

    /**
     * Those it is for, by area and by age.
     *
     * @param source who counted them, and when
     */
    @Schema(name = "EngagementPopulation")
    record Population(String source, List<Group> areas, List<Group> ageBands) {

        Population {
            areas = List.copyOf(areas);
            ageBands = List.copyOf(ageBands);
            if (hasTwice(areas) || hasTwice(ageBands)) {
                throw new IllegalArgumentException("Each part of the population is named once");
            }
        }

        private static boolean hasTwice(List<Group> groups) {
            return groups.stream().map(Group::code).distinct().count() != groups.size();
        }
    }

    Engagement {
        channels = List.copyOf(channels);
        questions = List.copyOf(questions);
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS)) || resultsBy.isBefore(to)) {
            throw new IllegalArgumentException(
                    "It closes after it opens, within a year, and what came of it is told when it is over");
        }
        if (channels.isEmpty() || !CHANNELS.containsAll(channels)) {
            throw new IllegalArgumentException("Channels are some of " + CHANNELS);
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new IllegalArgumentException("It asks 1 to " + MOST_QUESTIONS + " questions");
        }
    }

    Stage stage(LocalDate today) {
        if (today.isBefore(from)) {
            return Stage.PLANNED;
        }
        return today.isAfter(to) ? Stage.CLOSED : Stage.OPEN;
    }

    List<Group> areas() {
        return population == null ? List.of() : population.areas();
    }

    List<Group> ageBands() {
        return population == null ? List.of() : population.ageBands();
    }

    /**
     * Whether it may become the other once somebody answered: the same but for its title and the day of results, and
     * longer while it is not over. Whoever answered did so to the rest.
     */
    boolean mayBecome(Engagement other, LocalDate today) {
        boolean sameEnd = other.to.equals(to);
        boolean longer = other.to.isAfter(to) && !today.isAfter(to);
        return (sameEnd || longer)
                && new Engagement(
                                other.title,
                                about,
                                audience,
                                answerable,
                                from,
                                other.to,
                                other.resultsBy,
                                channels,
                                questions,
                                population)
                        .equals(other);
    }
}
