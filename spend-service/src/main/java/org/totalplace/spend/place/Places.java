package org.totalplace.spend.place;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The places that can be counted: the one that the service is configured for, and those that stewards defined. */
@Component
public class Places {

    private static final String AT = """
            select p.code, p.gss, p.name, p.population, p.population_source, p.population_year,
                   array(select a.code from place_member m join agency a on a.id = m.agency
                         where m.place = p.code and %s order by a.code) as agencies
            from place_definition p where %s
            order by p.code
            """.formatted(inForce("m"), inForce("p"));

    private final DatabaseClient database;
    private final Place configured;

    Places(DatabaseClient database, Place configured) {
        this.database = database;
        this.configured = configured;
    }

    /**
     * A place as it was defined.
     *
     * @param code what it is asked by
     * @param agencies codes of its members; empty for the configured place, whose members are all registered agencies
     * @param configured whether it is the place that is counted when none is named
     */
    public record Defined(
            String code, String gss, String name, Population population, List<String> agencies, boolean configured) {

        public Defined {
            agencies = List.copyOf(agencies);
        }
    }

    /** The code of the configured place: its GSS code in lower case. */
    String configuredCode() {
        return configured.gss().toLowerCase(Locale.ROOT);
    }

    /** The place that a parameter means; null for the configured one, which may be named by its code. */
    public @Nullable String named(@Nullable String parameter) {
        String code = parameter == null ? "" : parameter.strip();
        return code.isEmpty() || code.equalsIgnoreCase(configured.gss()) ? null : code;
    }

    /** The revision again, or an error of 404 if the place is not known at it. */
    public Mono<Integer> known(@Nullable String code, int revision) {
        return code == null ? Mono.just(revision) : of(code, revision).thenReturn(revision);
    }

    Flux<Defined> at(int revision) {
        return Flux.concat(
                Mono.just(configuredPlace()),
                database.sql(AT).bind("revision", revision).map(Places::defined).all());
    }

    /**
     * The place of a code.
     *
     * @param code null for the configured place
     * @return an error of 404 if there is none at that revision
     */
    public Mono<Defined> of(@Nullable String code, int revision) {
        if (code == null) {
            return Mono.just(configuredPlace());
        }
        return at(revision)
                .filter(place -> !place.configured() && place.code().equals(code))
                .next()
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "no-such-place",
                        "There is no place '" + code + "' as of that moment. GET /spend/places lists them; leave place"
                                + " out for " + configured.name() + ".")));
    }

    private Defined configuredPlace() {
        return new Defined(
                configuredCode(), configured.gss(), configured.name(), configured.inhabitants(), List.of(), true);
    }

    private static Defined defined(Readable row) {
        return new Defined(
                text(row, "code"),
                text(row, "gss"),
                text(row, "name"),
                new Population(
                        Objects.requireNonNull(row.get("population", Long.class)),
                        row.get("population_source", String.class),
                        row.get("population_year", String.class)),
                List.of(Objects.requireNonNull(row.get("agencies", String[].class))),
                false);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
