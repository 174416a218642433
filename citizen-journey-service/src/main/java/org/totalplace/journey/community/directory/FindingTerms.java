package org.totalplace.journey.community.directory;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.listing.Term;
import reactor.core.publisher.Mono;

/** The terms by which listed services can be found. */
@Component
class FindingTerms {

    private static final String USED = """
            with used as (
                select distinct unnest(terms) as term from directory_service
                 where unlisted_at is null and status in ('active', 'temporarily closed')
            ), told as (
                select distinct on (t.term) t.* from directory_term t join used using (term)
                 where (:taxonomy = '' or t.taxonomy = :taxonomy) and (:parent = '' or t.parent = :parent)
                   and (:search = '' or t.name ilike '%' || :search || '%')
                 order by t.term, t.source
            )
            select (select count(*) from told) as total, told.* from told order by name, term limit :limit offset :offset
            """;

    private final DatabaseClient database;

    FindingTerms(DatabaseClient database) {
        this.database = database;
    }

    /** @param total of all pages; 0 too where the page is beyond the last */
    record Found(long total, List<Term> terms) {

        Found {
            terms = List.copyOf(terms);
        }
    }

    /** Blank parameters ask for everything. */
    record Asked(String search, String taxonomy, String parent, int page, int perPage) {}

    Mono<Found> search(Asked asked) {
        return database.sql(USED)
                .bind("taxonomy", asked.taxonomy())
                .bind("parent", asked.parent())
                .bind("search", escaped(asked.search()))
                .bind("limit", asked.perPage())
                .bind("offset", (asked.page() - 1) * asked.perPage())
                .map(row -> new Row(Objects.requireNonNull(row.get("total", Long.class)), term(row)))
                .all()
                .collectList()
                .map(rows -> new Found(
                        rows.isEmpty() ? 0 : rows.getFirst().total(),
                        rows.stream().map(Row::term).toList()));
    }

    private record Row(long total, Term term) {}

    /** Signs of patterns are meant as they are written. */
    private static String escaped(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static Term term(Readable row) {
        return new Term(
                Objects.requireNonNull(text(row, "term")),
                Objects.requireNonNull(text(row, "name")),
                text(row, "description"),
                text(row, "parent"),
                text(row, "taxonomy"),
                text(row, "uri"));
    }

    private static @Nullable String text(Readable row, String column) {
        return row.get(column, String.class);
    }
}
