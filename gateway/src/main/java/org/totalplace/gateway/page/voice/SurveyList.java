package org.totalplace.gateway.page.voice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/** Questions over time, as outcomes-service publishes them. */
record SurveyList(List<Survey> results) {

    SurveyList {
        results = results == null ? List.of() : List.copyOf(results);
    }

    record Survey(
            String survey,
            String question,
            @Nullable String agency,
            @Nullable String service,
            List<String> positive,
            List<Round> rounds) {

        Survey {
            positive = positive == null ? List.of() : List.copyOf(positive);
            rounds = rounds == null ? List.of() : List.copyOf(rounds);
        }
    }

    record Round(
            String round,
            String from,
            String to,
            @Nullable String method,
            Published.Count answered,
            Share share,
            List<Beside> beside) {

        Round {
            beside = beside == null ? List.of() : List.copyOf(beside);
        }

        public String days(Words words) {
            return words.say(
                    "voice-surveys.days",
                    words.day(from),
                    words.day(to),
                    Words.named(method, words.say("voice-surveys.method")));
        }

        public String answeredShown() {
            return Published.shown(answered);
        }
    }

    record Share(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String symbol) {

        /** With its interval where there is one. */
        public String shown(Words words) {
            String share = Published.percent(value, symbol);
            return value == null
                    ? share
                    : words.say(
                            "voice-surveys.share",
                            share,
                            Published.percent(low, symbol),
                            Published.percent(high, symbol));
        }
    }

    record Beside(String area, BigDecimal share, String source) {

        public String shown() {
            return area + " " + share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
    }
}
