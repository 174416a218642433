package org.totalplace.journey.linkage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.person.MovedPersons;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Why a person is held to be one: subjects, and what links them, field by field. */
@RestController
@Tag(name = "People")
class ExplainedLinks {

    private static final String SUBJECTS =
            "select subject, agency, needs_attention from person_subject where person = :person "
                    + "order by agency, subject";

    private static final String LINKS = "select " + LinkRow.COLUMNS + " from " + LinkRow.JOINED
            + " where a.person = :person or b.person = :person order by link.subject_a, link.subject_b";

    private final DatabaseClient database;
    private final MovedPersons moved;

    ExplainedLinks(DatabaseClient database, MovedPersons moved) {
        this.database = database;
        this.moved = moved;
    }

    /**
     * @param models that weighed the links; none for a person of one subject
     * @param links that carry the person, and doubtful ones to others
     */
    record Explained(UUID personId, List<Subject> subjects, Set<String> models, List<Link> links) {}

    record Subject(UUID subject, String agency, boolean needsAttention) {}

    record Link(
            List<UUID> subjects,
            double weight,
            double probability,
            String verdict,
            String model,
            String reason,
            LinkEvidence evidence) {

        static Link of(LinkRow row) {
            return new Link(
                    List.of(row.first().subject(), row.second().subject()),
                    row.weight(),
                    row.probability(),
                    row.verdict(),
                    row.model(),
                    row.reason(),
                    row.evidence());
        }
    }

    @Operation(
            summary = "Why the subjects of a person are held to be one",
            description = "Sends on from the id of a person that was joined into another.")
    @GetMapping("/api/v1/people/{person}/links")
    Mono<ResponseEntity<Object>> links(@PathVariable UUID person, Caller caller, Purpose purpose) {
        caller.requireAny(Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        Mono<List<Link>> links = database.sql(LINKS)
                .bind("person", person)
                .map(LinkRow::of)
                .all()
                .map(Link::of)
                .collectList();
        return subjects(person)
                .zipWith(links, (subjects, all) -> new Explained(person, subjects, models(all), all))
                .map(explained -> ResponseEntity.ok((Object) explained))
                .switchIfEmpty(Mono.defer(() -> moved.sendOn(new PersonId(person), "links")));
    }

    private Mono<List<Subject>> subjects(UUID person) {
        return database.sql(SUBJECTS)
                .bind("person", person)
                .mapProperties(Subject.class)
                .all()
                .collectList()
                .filter(subjects -> !subjects.isEmpty());
    }

    private static Set<String> models(List<Link> links) {
        return links.stream().map(Link::model).collect(Collectors.toCollection(TreeSet::new));
    }
}
