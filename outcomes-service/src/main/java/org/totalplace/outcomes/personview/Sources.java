package org.totalplace.outcomes.personview;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.personview.CombinedView.AgencyContacts;
import org.totalplace.starter.security.Purpose;
import reactor.core.publisher.Mono;

/** Where what stands in a person's combined view comes from. */
@RestController
@Tag(name = "Combined view")
class Sources {

    private static final String OBSERVED = """
            select s.agency, count(distinct s.subject)::int as records, bool_or(s.needs_attention) as doubtful,
                   count(o.record_id)::int as observations, min(o.observed_at)::date as first, max(o.observed_at)::date as latest,
                   max(d.received_at) as delivered,
                   coalesce(array_agg(distinct d.feed) filter (where d.feed is not null), '{}') as feeds
            from subject_person s
            left join observation o on o.subject = s.subject and not o.deleted
            left join delivery d on d.id = o.delivery
            where s.person = :person
            group by s.agency
            order by s.agency
            """;

    private final CombinedViews views;
    private final DatabaseClient database;
    private final InstantSource clock;

    Sources(CombinedViews views, DatabaseClient database, InstantSource clock) {
        this.views = views;
        this.database = database;
        this.clock = clock;
    }

    /** Every agency that knows the person, with what it sent. */
    @Schema(name = "SourcesOfView")
    record Told(UUID personId, Instant asOf, List<Source> sources) {}

    /**
     * What one agency holds and sent.
     *
     * @param records how many of its own records are held to be this person's
     * @param doubtful whether a steward has yet to decide about one of them
     * @param contacts absent where it had none
     */
    @Schema(name = "SourceOfView")
    record Source(
            String agency,
            int records,
            boolean doubtful,
            Observations observations,
            @Nullable AgencyContacts contacts) {}

    /** @param lastDelivered when the newest delivery that holds one of them came */
    @Schema(name = "ObservationsOfSource")
    record Observations(
            int count,
            @Nullable LocalDate first,
            @Nullable LocalDate latest,
            List<String> feeds,
            @Nullable Instant lastDelivered) {}

    @GetMapping("/api/v1/people/{id}/sources")
    @Operation(summary = "Which agencies hold and sent what stands in the combined view, and when")
    Mono<ResponseEntity<Told>> of(@PathVariable("id") UUID person, Purpose purpose) {
        return views.get(person, purpose)
                .flatMap(view -> database.sql(OBSERVED)
                        .bind("person", person)
                        .map(row -> source(row, view.contacts().byAgency()))
                        .all()
                        .collectList())
                .map(sources -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Told(person, clock.instant(), sources)));
    }

    private static Source source(Readable row, List<AgencyContacts> contacts) {
        String agency = ObservedRows.text(row, "agency");
        OffsetDateTime delivered = row.get("delivered", OffsetDateTime.class);
        return new Source(
                agency,
                ObservedRows.needed(row, "records", Integer.class),
                ObservedRows.needed(row, "doubtful", Boolean.class),
                new Observations(
                        ObservedRows.needed(row, "observations", Integer.class),
                        row.get("first", LocalDate.class),
                        row.get("latest", LocalDate.class),
                        Arrays.asList(ObservedRows.needed(row, "feeds", String[].class)),
                        delivered == null ? null : delivered.toInstant()),
                contacts.stream()
                        .filter(with -> with.agency().equals(agency))
                        .findFirst()
                        .orElse(null));
    }
}
