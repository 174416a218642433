package org.totalplace.outcomes.voice;

import java.util.Arrays;
import java.util.List;
import org.totalplace.starter.problem.Problem;

/** Stages as they are asked for. */
final class VoiceStages {

    private VoiceStages() {}

    /** @throws Problem 400 for a word that is none */
    static String read(String code) {
        return Stage.ofCode(code).map(Stage::code).orElseThrow(() -> {
            List<String> all = Arrays.stream(Stage.values()).map(Stage::code).toList();
            return Problem.badInput(
                    "stage",
                    "invalid-value",
                    "stage is one of " + String.join(", ", all) + ", not '" + code + "'.",
                    all);
        });
    }
}
