package org.totalplace.sample.voice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Json;

/** Two questions that were asked in two years, and for one of them what was published of England. */
public final class Surveyed {

    /**
     * Adult social care users who are extremely or very satisfied with their care and support, England. Source: NHS
     * Digital, Measures from the Adult Social Care Outcomes Framework, Open Government Licence.
     */
    private static final Map<String, BigDecimal> ENGLAND =
            Map.of("2022-23", new BigDecimal("0.644"), "2023-24", new BigDecimal("0.654"));

    private static final String SOURCE =
            "NHS Digital, Adult Social Care Outcomes Framework, satisfaction with care and support, England, ";

    private static final List<Integer> STARTS = List.of(2022, 2023);

    private Surveyed() {}

    /** As a steward writes them down, each with its rounds. */
    public static List<Map<String, Object>> all(long seed) {
        Map<String, Object> care = survey(
                seed,
                "care-satisfaction",
                "How satisfied are you with your care and support?",
                List.of("extremely or very satisfied", "quite satisfied", "dissatisfied"),
                "county",
                new int[] {380, 170, 45});
        Map<String, Object> voice = survey(
                seed,
                "have-a-voice",
                "Do you have a voice in how services are run?",
                List.of("yes", "a little", "no"),
                null,
                new int[] {90, 210, 300});
        return List.of(care, voice);
    }

    private static Map<String, Object> survey(
            long seed, String code, String question, List<String> answers, @Nullable String agency, int[] typical) {
        return Json.object(
                "survey", code,
                "question", question,
                "agency", agency,
                "answers", answers,
                "positive", List.of(answers.getFirst()),
                "rounds",
                        STARTS.stream()
                                .map(start -> round(
                                        Draw.of(seed, "survey", code, start), start, answers, typical, agency != null))
                                .toList());
    }

    private static Map<String, Object> round(
            Draw draw, int start, List<String> answers, int[] typical, boolean beside) {
        String label = start + "-" + (start + 1) % 100;
        Object[] counts = new Object[answers.size() * 2];
        for (int i = 0; i < answers.size(); i++) {
            counts[2 * i] = answers.get(i);
            counts[2 * i + 1] = typical[i] + draw.between(-20, 20);
        }
        return Json.object(
                "round",
                label,
                "from",
                start + "-04-01",
                "to",
                start + 1 + "-03-31",
                "method",
                "by post, one in twenty",
                "invited",
                2_000,
                "counts",
                Json.object(counts),
                "beside",
                beside ? Json.object("area", "England", "share", ENGLAND.get(label), "source", SOURCE + label) : null);
    }
}
