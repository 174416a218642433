package org.totalplace.journey.person;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/**
 * Which person an id that is no longer anybody's leads to, since its person was joined into another. Every answer about
 * a person sends its caller on.
 */
@Component
public class MovedPersons {

    private static final String MOVED = """
            select now.person
              from joined_person former
              join person_subject now on now.subject = former.subject
             where former.person = :person
            """;

    private final DatabaseClient database;

    MovedPersons(DatabaseClient database) {
        this.database = database;
    }

    /** What is told of a person that was joined into another. */
    record Moved(UUID personId, UUID movedTo) {}

    /**
     * Sends on to the same question about the person that took this one in: for now, not for good, since persons that
     * were joined may part again. Fails with a problem 404 for an id that nobody ever bore, and for a person whose
     * records are no more.
     *
     * @param question the last part of the path, such as {@code contacts}
     */
    public Mono<ResponseEntity<Object>> sendOn(PersonId person, String question) {
        return of(person.value())
                .map(now -> ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                        .location(URI.create("/api/v1/people/" + now.value() + "/" + question))
                        .body((Object) new Moved(person.value(), now.value())))
                .switchIfEmpty(Mono.error(() -> UnknownPerson.of(person)));
    }

    private Mono<PersonId> of(UUID person) {
        return database.sql(MOVED)
                .bind("person", person)
                .mapValue(UUID.class)
                .one()
                .map(PersonId::new);
    }
}
