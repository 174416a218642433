package org.totalplace.journey.person;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Which person an id that is no longer anybody's leads to, since its person was joined into another. */
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

    /** Empty for an id that nobody ever bore, and for a person whose records are no more. */
    public Mono<PersonId> of(UUID person) {
        return database.sql(MOVED)
                .bind("person", person)
                .mapValue(UUID.class)
                .one()
                .map(PersonId::new);
    }
}
