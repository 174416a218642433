package org.totalplace.outcomes.personview;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.outcomes.personview.CombinedView.NeedView;
import org.totalplace.outcomes.personview.PersonFacts.LateFeed;
import org.totalplace.outcomes.personview.PersonFacts.Subject;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import reactor.core.publisher.Mono;

/** Reads combined views, each as of one moment: no view shows a part before and a part after a change. */
@Component
class CombinedViews {

    private static final String HEAD = """
            select case when :own then v.own_version else v.version end as version,
                   case when :own then v.own_changed_at else v.changed_at end as changed_at, j.state
            from person_view v left join person_journeys j using (person)
            where v.person = :person
            """;

    private static final String VERSION = """
            select case when :own then own_version else version end as version from person_view where person = :person
            """;

    private static final String SUBJECTS =
            "select agency, needs_attention from subject_person where person = :person order by agency, subject";

    /** Only those that safeguarding staff have taken up name a subject; what is over counts as over. */
    private static final String NEEDS = """
            select n.kind, n.raised_on, n.expires_on, n.agency
            from subject_person s join need_flag n on n.subject = s.subject
            where s.person = :person and n.expires_on > :today
            order by n.raised_on, n.id
            """;

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private final DatabaseClient database;
    private final TransactionalOperator oneMoment;
    private final LateFeeds lateFeeds;
    private final InstantSource clock;

    CombinedViews(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            LateFeeds lateFeeds,
            InstantSource clock) {
        this.database = database;
        this.oneMoment = TransactionalOperator.create(transactions, oneMoment());
        this.lateFeeds = lateFeeds;
        this.clock = clock;
    }

    private static TransactionDefinition oneMoment() {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }

    /**
     * The view as it may be shown for a purpose, or a 404 problem. That somebody worried is not told to the person, nor
     * that anything changed when that did: who worried could be guessed, and at home it may not be safe to know.
     */
    Mono<CombinedView> get(UUID person, Purpose purpose) {
        // Late feeds are shared by all who ask, and so are looked up outside of this one's transaction.
        return lateFeeds
                .now()
                .flatMap(late -> facts(person, late, isOwn(purpose)).as(oneMoment::transactional))
                .map(facts -> ComposingView.of(facts, clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "no-such-person",
                        "No person has this id now; look the person up again by an agency's reference.")));
    }

    private static boolean isOwn(Purpose purpose) {
        return purpose == Purpose.SUBJECT_ACCESS;
    }

    private Mono<PersonFacts> facts(UUID person, List<LateFeed> late, boolean own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        Mono<Head> head = database.sql(HEAD)
                .bind("person", person)
                .bind("own", own)
                .map(CombinedViews::head)
                .one();
        return head.zipWhen(
                found -> Mono.zip(
                        of(person, SUBJECTS, CombinedViews::subject),
                        of(person, ObservedRows.READINGS, ObservedRows::observed),
                        of(person, ObservedRows.GOALS, ObservedRows::goal),
                        of(person, ContestRows.CONTESTS, row -> ContestRows.shown(row, today)),
                        own ? Mono.just(List.<NeedView>of()) : needs(person, today)),
                (found, parts) -> new PersonFacts(
                        person,
                        found.version(),
                        found.changedAt(),
                        found.journeys().orElse(null),
                        parts.getT1(),
                        parts.getT2(),
                        parts.getT3(),
                        late,
                        parts.getT4(),
                        parts.getT5()));
    }

    /** The version of a person's view now, as it is shown for a purpose; empty when there is none. */
    Mono<Long> version(UUID person, Purpose purpose) {
        return database.sql(VERSION)
                .bind("person", person)
                .bind("own", isOwn(purpose))
                .map(row -> Objects.requireNonNull(row.get("version", Long.class)))
                .one();
    }

    private Mono<List<NeedView>> needs(UUID person, LocalDate today) {
        return database.sql(NEEDS)
                .bind("person", person)
                .bind("today", today)
                .map(row -> new NeedView(
                        ObservedRows.text(row, "kind"),
                        ObservedRows.needed(row, "raised_on", LocalDate.class),
                        ObservedRows.needed(row, "expires_on", LocalDate.class),
                        ObservedRows.text(row, "agency")))
                .all()
                .collectList();
    }

    private <T> Mono<List<T>> of(UUID person, String query, Function<Readable, T> reading) {
        return database.sql(query).bind("person", person).map(reading).all().collectList();
    }

    private record Head(long version, Instant changedAt, Optional<PersonJourneys> journeys) {}

    private static Head head(Readable row) {
        byte[] state = row.get("state", byte[].class);
        try {
            return new Head(
                    Objects.requireNonNull(row.get("version", Long.class)),
                    Objects.requireNonNull(row.get("changed_at", OffsetDateTime.class))
                            .toInstant(),
                    state == null ? Optional.empty() : Optional.of(Topics.PERSON_JOURNEYS.decode(state)));
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException("The stored journeys of a person are damaged", damaged);
        }
    }

    private static Subject subject(Readable row) {
        return new Subject(
                ObservedRows.text(row, "agency"), Boolean.TRUE.equals(row.get("needs_attention", Boolean.class)));
    }
}
