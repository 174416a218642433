package org.totalplace.spend.version;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Finds, lists and names the moments of the ledger. */
@Component
class Versions {

    private static final String FIND = """
            select v.id, v.made_at from revision v
            where isfinite(v.made_at)
              and v.id = case when :number > 0 then :number
                              else (select n.revision from ledger_version n where n.name = :name) end
            """;

    private static final String LATEST = """
            select v.id, v.made_at from revision v where isfinite(v.made_at) order by v.id desc limit 1
            """;

    private static final String LIST = """
            select v.id, v.made_at, v.kind, v.note from revision v
            where isfinite(v.made_at) and v.id < :before
              and (not :named or exists (select from ledger_version n where n.revision = v.id))
            order by v.id desc limit :limit
            """;

    private static final String NAMES = """
            select n.revision, n.name, n.note, n.named_at from ledger_version n where n.revision = any (:revisions)
            order by n.name
            """;

    private static final String NAME = """
            insert into ledger_version (name, revision, note, named_by, named_at) values (:name, :revision, :note, :by, :at)
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    Versions(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A version as figures need it: the number of its last revision and the moment of that. */
    record Pin(int revision, Instant asOf) {

        VersionName name() {
            return VersionName.ofRevision(revision);
        }
    }

    /** The version of a name; empty if there is none. */
    Mono<Pin> find(VersionName name) {
        return database.sql(FIND)
                .bind("number", name.revision().orElse(0))
                .bind("name", name.text())
                .map(Versions::pin)
                .one();
    }

    /** The newest; empty before anything was registered. */
    Mono<Pin> latest() {
        return database.sql(LATEST).map(Versions::pin).one();
    }

    /**
     * Newest first.
     *
     * @param before only those of a lower revision
     * @param named only those that a steward named
     */
    Mono<List<Version>> list(int before, boolean named, int limit) {
        return database.sql(LIST)
                .bind("before", before)
                .bind("named", named)
                .bind("limit", limit)
                .map(Versions::unnamed)
                .all()
                .collectList()
                .flatMap(this::withNames);
    }

    /** One version with its names. */
    Mono<Version> of(Pin pin) {
        return list(pin.revision() + 1, false, 1).map(List::getFirst);
    }

    /**
     * Gives a version a name, for good.
     *
     * @throws Problem 409 if another has it already
     */
    Mono<Void> name(VersionName name, Pin pin, String note, String by) {
        return database.sql(NAME)
                .bind("name", name.text())
                .bind("revision", pin.revision())
                .bind("note", note)
                .bind("by", by)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .then()
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        taken -> Problem.conflict(
                                "version-exists",
                                "There is a version '" + name + "' already, and versions stay as they are. Choose"
                                        + " another name."));
    }

    private record Numbered(int revision, Version.Named name) {}

    private Mono<List<Version>> withNames(List<Version> versions) {
        Integer[] revisions = versions.stream()
                .map(version -> new VersionName(version.version()).revision().orElseThrow())
                .toArray(Integer[]::new);
        return database.sql(NAMES)
                .bind("revisions", revisions)
                .map(row -> new Numbered(
                        number(row, "revision"),
                        new Version.Named(text(row, "name"), text(row, "note"), moment(row, "named_at"))))
                .all()
                .collectMultimap(
                        named -> VersionName.ofRevision(named.revision()).text(), Numbered::name)
                .map(names -> versions.stream()
                        .map(version -> new Version(
                                version.version(),
                                List.copyOf(names.getOrDefault(version.version(), List.of())),
                                version.asOf(),
                                version.kind(),
                                version.note()))
                        .toList());
    }

    private static Version unnamed(Readable row) {
        return new Version(
                VersionName.ofRevision(number(row, "id")).text(),
                List.of(),
                moment(row, "made_at"),
                text(row, "kind"),
                text(row, "note"));
    }

    private static Pin pin(Readable row) {
        return new Pin(number(row, "id"), moment(row, "made_at"));
    }

    private static Instant moment(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
