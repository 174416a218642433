package org.totalplace.journey.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.OwnRecord;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;
import org.totalplace.value.SubjectKey;
import reactor.core.publisher.Mono;

/**
 * Finds the person of an agency's own reference. The reference is turned into its pseudonym at once and kept nowhere.
 */
@RestController
@Tag(name = "People")
class PersonOfReference {

    private static final String SUBJECTS = """
            select mate.person, mate.agency
              from person_subject own
              join person_subject mate on mate.person = own.person
             where own.subject = :subject
             order by mate.agency, mate.subject
            """;

    private final DatabaseClient database;
    private final Pseudonyms pseudonyms;

    PersonOfReference(DatabaseClient database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    record Found(UUID personId, List<Subject> subjects) {

        record Subject(String agency) {}
    }

    private record Row(UUID person, String agency) {}

    @Operation(summary = "The person of an agency's own reference")
    @GetMapping("/api/v1/people")
    Mono<Found> find(@RequestParam String agency, @RequestParam String reference, Caller caller, Purpose purpose) {
        caller.requireAny(Role.PRACTITIONER, Role.STEWARD);
        return having(subject(agency, reference))
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "person-not-found",
                        "No person of '" + agency
                                + "' is known by this reference. Just delivered? Try again in a moment.")));
    }

    @Operation(
            summary = "Who a citizen is, and which agencies know them",
            description = "The person who has the record that the account is tied to, now: another once that record is"
                    + " joined with others or parted from them.")
    @GetMapping("/api/v1/people/me")
    Mono<Found> myself(Caller caller, Purpose purpose, @AuthenticationPrincipal Jwt token) {
        caller.requireAny(Role.CITIZEN);
        return Mono.justOrEmpty(OwnRecord.of(token))
                .flatMap(own -> having(pseudonyms.subject(own.agency(), own.reference())))
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "no-own-record",
                        "Your account is tied to no record that an agency of the partnership holds now. Ask any of them"
                                + " to tie it to yours.")));
    }

    private Mono<Found> having(SubjectKey subject) {
        return database.sql(SUBJECTS)
                .bind("subject", subject.value())
                .mapProperties(Row.class)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(PersonOfReference::found);
    }

    private SubjectKey subject(String agency, String reference) {
        AgencyCode code;
        try {
            code = new AgencyCode(agency);
        } catch (IllegalArgumentException unfit) {
            throw Problem.badInput("agency", "not-an-agency", String.valueOf(unfit.getMessage()));
        }
        if (reference.isBlank()) {
            throw Problem.badInput(
                    "reference", "blank-reference", "Give the reference by which the agency knows the person.");
        }
        return pseudonyms.subject(code, reference);
    }

    private static Found found(List<Row> rows) {
        return new Found(
                rows.getFirst().person(),
                rows.stream().map(row -> new Found.Subject(row.agency())).toList());
    }
}
