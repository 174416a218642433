package org.totalplace.outcomes.engagement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person answered.
 *
 * @param area and age band where they said them
 * @param answers place of the answer to each question, from 1; 0 where there is none
 */
record Response(
        String channel, @Nullable String area, @Nullable String ageBand, List<Integer> answers) {

    Response {
        answers = List.copyOf(answers);
    }

    /** Why it cannot be one to this consultation; empty where it can. */
    Optional<String> objection(Engagement engagement) {
        if (!engagement.channels().contains(channel)) {
            return Optional.of("The channel is one of " + engagement.channels());
        }
        if (area != null && isNoneOf(engagement.areas(), area)) {
            return Optional.of("The area is one of those that the consultation names, or left out");
        }
        if (ageBand != null && isNoneOf(engagement.ageBands(), ageBand)) {
            return Optional.of("The age band is one of those that the consultation names, or left out");
        }
        if (answers.size() != engagement.questions().size() || answers.stream().allMatch(answer -> answer == 0)) {
            return Optional.of("There is a place for each question, and an answer to one of them at least");
        }
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) < 0
                    || answers.get(i) > engagement.questions().get(i).answers().size()) {
                return Optional.of("Question " + (i + 1) + " has answers 1 to "
                        + engagement.questions().get(i).answers().size() + ", and 0 for none");
            }
        }
        return Optional.empty();
    }

    private static boolean isNoneOf(List<Engagement.Group> groups, String code) {
        return groups.stream().noneMatch(group -> group.code().equals(code));
    }
}
