package org.totalplace.gateway.page.voice;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/** What outcomes-service answers about consultations. */
final class EngagementAnswers {

    private EngagementAnswers() {}

    record Question(String question, List<String> answers) {}

    record Group(String code, String name) {}

    record Population(String source, List<Group> areas, List<Group> ageBands) {}

    record Engagement(
            String title,
            String audience,
            String answerable,
            String from,
            String to,
            String resultsBy,
            List<String> channels,
            List<Question> questions,
            @Nullable Population population) {

        public String days() {
            return "Open from " + Words.inEnglish(from) + " to " + Words.inEnglish(to) + "; what came of it is told by "
                    + Words.inEnglish(resultsBy);
        }

        public List<Group> areas() {
            return population == null ? List.of() : population.areas();
        }

        public List<Group> ageBands() {
            return population == null ? List.of() : population.ageBands();
        }
    }

    record Listed(String code, String stage, Engagement engagement) {

        public String stageShown() {
            return Words.plain(stage);
        }
    }

    record All(List<Listed> results, VoiceAnswers.@Nullable Paging paging) {}

    record Part(
            String name,
            @Nullable Long people,
            Published.Count responses,
            @Nullable BigDecimal populationShare,
            @Nullable BigDecimal share,
            @Nullable BigDecimal perExpected) {

        public String peopleShown() {
            return people == null ? "–" : String.format(Locale.UK, "%,d", people);
        }

        public String responsesShown() {
            return Published.shown(responses);
        }

        public String spokeShown() {
            return perExpected == null ? "–" : perExpected.toPlainString() + " times as expected";
        }
    }

    record Answered(String question, Map<String, Published.Count> answers) {

        public Map<String, String> shown() {
            Map<String, String> shown = new LinkedHashMap<>();
            answers.forEach((answer, count) -> shown.put(answer, Published.shown(count)));
            return shown;
        }
    }

    record Result(
            String toldOn,
            String words,
            @Nullable Long suggestion,
            @Nullable String journey) {

        public String onShown() {
            return Words.inEnglish(toldOn);
        }
    }

    record Told(
            String code,
            String stage,
            Engagement engagement,
            boolean overdue,
            Published.Count responses,
            Map<String, Published.Count> byChannel,
            List<Part> areas,
            List<Part> ageBands,
            @Nullable List<Answered> answers,
            List<Result> results) {

        public String stageShown() {
            return Words.plain(stage);
        }

        /** Whether it can be answered on the page now. */
        public boolean asks() {
            return stage.equals("open") && engagement.channels().contains("online");
        }

        public String responsesShown() {
            return Published.shown(responses);
        }

        public String channelsShown() {
            return String.join(
                    ", ",
                    byChannel.entrySet().stream()
                            .map(one -> one.getKey() + ": " + Published.shown(one.getValue()))
                            .toList());
        }
    }
}
