package org.totalplace.outcomes.survey;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.totalplace.outcomes.survey.SurveyAnswer.Beside;
import reactor.core.publisher.Mono;

/** Keeps questions, their rounds, and what others published. */
@Component
class Surveys {

    /** A question that was counted keeps its answers: counts stand in their order. */
    private static final String DEFINE = """
            insert into survey as s (code, question, agency, service, answers, positive)
            values (:code, :question, :agency, :service, :answers, :positive)
            on conflict (code) do update set
                question = excluded.question, agency = excluded.agency, service = excluded.service,
                answers = excluded.answers, positive = excluded.positive
            where not exists (select from survey_round r where r.survey = s.code)
               or (s.question = excluded.question and s.answers = excluded.answers and s.positive = excluded.positive)
            """;

    private static final String COUNT = """
            insert into survey_round (survey, round, from_on, to_on, method, invited, counts)
            select code, :round, :from, :to, :method, :invited::bigint, :counts
            from survey where code = :survey and answers = :answers for share
            on conflict (survey, round) do update set
                from_on = excluded.from_on, to_on = excluded.to_on, method = excluded.method,
                invited = excluded.invited, counts = excluded.counts
            """;

    private static final String BESIDE = """
            insert into survey_published (survey, round, area, share, source)
            values (:survey, :round, :area, :share, :source)
            on conflict (survey, round, area) do update set share = excluded.share, source = excluded.source
            """;

    /** Whoever counts a round of it holds it meanwhile, so that the round is seen by what comes next. */
    private static final String HOLD = "select code from survey where code = :code for update";

    private final DatabaseClient database;
    private final TransactionalOperator whole;

    Surveys(DatabaseClient database, ReactiveTransactionManager transactions) {
        this.database = database;
        this.whole = TransactionalOperator.create(transactions);
    }

    /** False if rounds of it were counted with other words or answers. */
    Mono<Boolean> define(Survey survey) {
        Mono<Void> held =
                database.sql(HOLD).bind("code", survey.code()).fetch().all().then();
        Mono<Boolean> defined = database.sql(DEFINE)
                .bind("code", survey.code())
                .bind("question", survey.question())
                .bind("agency", Parameter.fromOrEmpty(survey.agency(), String.class))
                .bind("service", Parameter.fromOrEmpty(survey.service(), String.class))
                .bind("answers", survey.answers().toArray(String[]::new))
                .bind("positive", survey.positive().toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
        return held.then(defined).as(whole::transactional);
    }

    /** False if its answers are others by now, whose order the counts would not have. */
    Mono<Boolean> count(Survey survey, SurveyRound round) {
        return database.sql(COUNT)
                .bind("survey", survey.code())
                .bind("answers", survey.answers().toArray(String[]::new))
                .bind("round", round.round())
                .bind("from", round.from())
                .bind("to", round.to())
                .bind("method", round.method())
                .bind("invited", Parameter.fromOrEmpty(round.invited(), Long.class))
                .bind("counts", round.counts().toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> publish(String survey, String round, Beside beside) {
        return database.sql(BESIDE)
                .bind("survey", survey)
                .bind("round", round)
                .bind("area", beside.area())
                .bind("share", beside.share())
                .bind("source", beside.source())
                .then();
    }

    Mono<Survey> find(String code) {
        return database.sql("select * from survey where code = :code")
                .bind("code", code)
                .map(Surveys::survey)
                .one();
    }

    /** All as they may be published, in the order of their codes and rounds. */
    Mono<List<SurveyAnswer>> all() {
        var surveys = database.sql("select * from survey order by code")
                .map(Surveys::survey)
                .all()
                .collectList();
        var rounds = database.sql("select * from survey_round order by survey, round")
                .map(row -> Map.entry(needed(row, "survey", String.class), round(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var published = database.sql("select * from survey_published order by survey, round, area")
                .map(row -> Map.entry(
                        needed(row, "survey", String.class),
                        Map.entry(needed(row, "round", String.class), beside(row))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                Map.Entry::getValue,
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))));
        return Mono.zip(surveys, rounds, published)
                .map(read -> read.getT1().stream()
                        .map(survey -> SurveyAnswer.of(
                                survey,
                                read.getT2().getOrDefault(survey.code(), List.of()),
                                read.getT3().getOrDefault(survey.code(), Map.of())))
                        .toList());
    }

    private static Survey survey(Readable row) {
        return new Survey(
                needed(row, "code", String.class),
                needed(row, "question", String.class),
                row.get("agency", String.class),
                row.get("service", String.class),
                List.of(needed(row, "answers", String[].class)),
                List.of(needed(row, "positive", String[].class)));
    }

    private static SurveyRound round(Readable row) {
        return new SurveyRound(
                needed(row, "round", String.class),
                needed(row, "from_on", LocalDate.class),
                needed(row, "to_on", LocalDate.class),
                needed(row, "method", String.class),
                row.get("invited", Long.class),
                List.of(needed(row, "counts", Long[].class)));
    }

    private static Beside beside(Readable row) {
        return new Beside(
                needed(row, "area", String.class),
                needed(row, "share", BigDecimal.class),
                needed(row, "source", String.class));
    }

    private static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
