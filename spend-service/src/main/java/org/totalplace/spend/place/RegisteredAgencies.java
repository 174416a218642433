package org.totalplace.spend.place;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Flux;

/** The agencies of the place, as they were registered at a revision. */
@Component
public class RegisteredAgencies {

    private static final String AT = """
            select a.code, r.name, r.kind, r.aliases, r.share_numerator, r.share_denominator, r.share_driver,
                   r.share_source, r.share_year, a.official_code
            from registration r join agency a on a.id = r.agency
            where %s
            order by a.code
            """.formatted(inForce("r"));

    private static final String MEMBERS = """
            select a.code, r.name, r.kind, r.aliases, r.share_numerator, r.share_denominator, r.share_driver,
                   r.share_source, r.share_year, a.official_code
            from place_member m
            join agency a on a.id = m.agency
            left join registration r on r.agency = a.id and %s
            where m.place = :place and %s
            order by a.code
            """.formatted(inForce("r"), inForce("m"));

    /** The kind of agencies that publish others' figures and are not counted themselves. */
    private static final String PUBLISHER = "publisher";

    private final DatabaseClient database;

    RegisteredAgencies(DatabaseClient database) {
        this.database = database;
    }

    /** All of them, by code. */
    public Flux<Agency> at(int revision) {
        return database.sql(AT)
                .bind("revision", revision)
                .map(RegisteredAgencies::agency)
                .all();
    }

    /** Those of a place, by code; null is the configured place, to which all belong but those who only publish. */
    public Flux<Agency> of(@Nullable String place, int revision) {
        if (place == null) {
            return at(revision).filter(agency -> !agency.kind().equals(PUBLISHER));
        }
        return database.sql(MEMBERS)
                .bind("revision", revision)
                .bind("place", place)
                .map(RegisteredAgencies::member)
                .all();
    }

    /** A member of another place than the configured one counts whole; official bodies need no registration. */
    private static Agency member(Readable row) {
        AgencyCode code = new AgencyCode(text(row, "code"));
        if (row.get("name", String.class) == null) {
            Body body = Bodies.official().byCode(code.value()).orElse(null);
            return body == null
                    ? new Agency(code, code.value(), "body", List.of(), null)
                    : new Agency(code, body.name(), body.kind(), List.of(), null, body.code());
        }
        Agency registered = agency(row);
        return new Agency(
                code, registered.name(), registered.kind(), registered.aliases(), null, registered.officialCode());
    }

    private static Agency agency(Readable row) {
        return new Agency(
                new AgencyCode(text(row, "code")),
                text(row, "name"),
                text(row, "kind"),
                List.of(Objects.requireNonNull(row.get("aliases", String[].class))),
                share(row),
                row.get("official_code", String.class));
    }

    private static @Nullable PlaceShare share(Readable row) {
        Long numerator = row.get("share_numerator", Long.class);
        Long denominator = row.get("share_denominator", Long.class);
        return numerator == null || denominator == null
                ? null
                : new PlaceShare(
                        numerator,
                        denominator,
                        text(row, "share_driver"),
                        row.get("share_source", String.class),
                        row.get("share_year", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
