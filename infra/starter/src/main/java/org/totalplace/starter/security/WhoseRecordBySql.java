package org.totalplace.starter.security;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.value.PersonId;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;

/** Whose record it is by the links that a service keeps of subjects and persons. */
public final class WhoseRecordBySql implements WhoseRecord {

    private final DatabaseClient database;
    private final Pseudonyms pseudonyms;
    private final String sql;

    /** @param sql answers the person of {@code :subject}, or no row */
    public WhoseRecordBySql(DatabaseClient database, Pseudonyms pseudonyms, String sql) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.sql = sql;
    }

    @Override
    public Mono<PersonId> person(Jwt token) {
        return Mono.justOrEmpty(OwnRecord.of(token))
                .map(own -> pseudonyms.subject(own.agency(), own.reference()))
                .flatMap(subject -> database.sql(sql)
                        .bind("subject", subject.value())
                        .mapValue(UUID.class)
                        .one())
                .map(PersonId::new);
    }
}
