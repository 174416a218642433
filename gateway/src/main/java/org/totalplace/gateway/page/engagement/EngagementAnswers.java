package org.totalplace.gateway.page.engagement;

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

    record Group(String code, String name, long people) {}

    record Population(String source, List<Group> areas, List<Group> ageBands) {}

    record About(
            String kind,
            @Nullable String agency,
            @Nullable String service,
            @Nullable String journey) {}

    record Engagement(
            String title,
            @Nullable About about,
            String audience,
            String answerable,
            String from,
            String to,
            String resultsBy,
            List<String> channels,
            List<Question> questions,
            @Nullable Population population) {

        public String days(Words words) {
            return words.say("engagement.days", words.day(from), words.day(to), words.day(resultsBy));
        }

        public List<Group> areas() {
            return population == null ? List.of() : population.areas();
        }

        public List<Group> ageBands() {
            return population == null ? List.of() : population.ageBands();
        }
    }

    record Listed(String code, String stage, Engagement engagement) {

        public String stageShown(Words words) {
            return words.name("engagement.stage.", stage);
        }
    }

    record Paging(@Nullable String next) {}

    record All(List<Listed> results, @Nullable Paging paging) {}

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

        public String spokeShown(Words words) {
            return perExpected == null ? "–" : words.say("engagement.as-expected", perExpected.toPlainString());
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
            @Nullable String journey) {}

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

        public String stageShown(Words words) {
            return words.name("engagement.stage.", stage);
        }

        /** Whether it can be answered on the page now. */
        public boolean asks() {
            return stage.equals("open") && engagement.channels().contains("online");
        }

        public String responsesShown() {
            return Published.shown(responses);
        }

        public String channelsShown(Words words) {
            return String.join(
                    ", ",
                    byChannel.entrySet().stream()
                            .map(one -> words.name("engagement.channel.", one.getKey()) + ": "
                                    + Published.shown(one.getValue()))
                            .toList());
        }
    }
}
