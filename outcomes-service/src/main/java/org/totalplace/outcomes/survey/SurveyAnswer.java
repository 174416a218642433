package org.totalplace.outcomes.survey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.summary.Share;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;

/** A question with its rounds as they may be published: the rounds and answers make one table. */
@Schema(name = "SurveyOverTime")
record SurveyAnswer(
        String survey,
        String question,
        @Nullable String agency,
        @Nullable String service,
        List<String> positive,
        List<Round> rounds) {

    static final List<String> COLUMNS = List.of(
            "survey",
            "question",
            "agency",
            "service",
            "round",
            "from",
            "to",
            "answered",
            "share",
            "low",
            "high",
            "besideArea",
            "besideShare",
            "besideSource");

    /**
     * A round.
     *
     * @param answered sum of what is shown
     * @param share of the positive answers among those shown, with its 95 % Wilson interval; null where one is hidden
     * @param beside what somebody else published of the same question and time
     */
    @Schema(name = "SurveyedRound")
    record Round(
            String round,
            LocalDate from,
            LocalDate to,
            String method,
            PublishedCount answered,
            Map<String, PublishedCount> answers,
            Share share,
            List<Beside> beside) {}

    /** A figure of somebody else, as they published it. */
    @Schema(name = "PublishedElsewhere")
    record Beside(String area, BigDecimal share, String source) {}

    /** @param beside by round */
    static SurveyAnswer of(Survey survey, List<SurveyRound> rounds, Map<String, List<Beside>> beside) {
        long[][] counts = rounds.stream()
                .map(round -> round.counts().stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        PublishedTable table = PublishedTable.of(counts);
        List<Round> shown = new ArrayList<>();
        for (int row = 0; row < rounds.size(); row++) {
            SurveyRound round = rounds.get(row);
            Map<String, PublishedCount> answers = new LinkedHashMap<>();
            for (int column = 0; column < survey.answers().size(); column++) {
                answers.put(survey.answers().get(column), table.cell(row, column));
            }
            shown.add(new Round(
                    round.round(),
                    round.from(),
                    round.to(),
                    round.method(),
                    table.rowTotal(row),
                    answers,
                    share(survey, answers),
                    beside.getOrDefault(round.round(), List.of())));
        }
        return new SurveyAnswer(
                survey.code(), survey.question(), survey.agency(), survey.service(), survey.positive(), shown);
    }

    private static Share share(Survey survey, Map<String, PublishedCount> answers) {
        long positive = 0;
        long all = 0;
        for (var answer : answers.entrySet()) {
            Long count = answer.getValue().value();
            if (count == null) {
                return Share.without("c");
            }
            all += count;
            positive += survey.positive().contains(answer.getKey()) ? count : 0;
        }
        return all == 0 ? Share.without("z") : Share.of(positive, all);
    }

    /** A row a round and figure beside it, in the order of {@link #COLUMNS}. */
    List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Round round : rounds) {
            if (round.beside().isEmpty()) {
                rows.add(row(round, null));
            }
            round.beside().forEach(beside -> rows.add(row(round, beside)));
        }
        return rows;
    }

    private List<@Nullable Object> row(Round round, @Nullable Beside beside) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(survey);
        cells.add(question);
        cells.add(agency);
        cells.add(service);
        cells.add(round.round());
        cells.add(round.from());
        cells.add(round.to());
        cells.add(round.answered().shown());
        cells.addAll(round.share().cells());
        cells.add(beside == null ? null : beside.area());
        cells.add(beside == null ? null : beside.share());
        cells.add(beside == null ? null : beside.source());
        return cells;
    }
}
