package org.totalplace.journey.pathway;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** What the persons of a variant cost, and what became of them. */
@Component
class ComparingVariants {

    private static final String COST = """
            with cost as (
                select person, sum(pence)::bigint as pence from person_cost
                 where person = any(:persons) and year = :year and pence is not null group by person
            ), ranked as (
                select pence, row_number() over (order by abs(pence) desc) as place from cost
            )
            select coalesce(sum(pence), 0)::bigint as pence, count(*) as persons,
                   coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
              from ranked
            """;

    private static final String OUTCOMES = """
            select domain, status, count(*) as persons
              from person_outcome cross join lateral jsonb_each_text(domains) d (domain, status)
             where person = any(:persons) group by domain, status order by domain, status
            """;

    private static final PublishedAmount NOT_AVAILABLE = new PublishedAmount(null, "x");

    private final DatabaseClient database;

    ComparingVariants(DatabaseClient database) {
        this.database = database;
    }

    /** The variant of an id; nothing where there is none, or so few took it that it is not told. */
    static Optional<Pathways.Variant> find(Pathways pathways, String id) {
        return pathways.variants().stream()
                .filter(variant -> variant.persons() > PublishedCount.CONFIDENTIAL_UP_TO)
                .filter(variant -> VariantId.of(variant.steps()).equals(id))
                .findFirst();
    }

    Mono<Comparison.Side> side(Pathways.Variant variant, FinancialYear year) {
        UUID[] persons = variant.ways().stream().map(Way::person).toArray(UUID[]::new);
        return Mono.zip(
                cost(persons, year), outcomes(persons), (cost, outcomes) -> Comparison.side(variant, cost, outcomes));
    }

    private Mono<PublishedAmount> cost(UUID[] persons, FinancialYear year) {
        return database.sql(COST)
                .bind("persons", persons)
                .bind("year", year.start())
                .map(row -> number(row, "persons") == 0
                        ? NOT_AVAILABLE
                        : PublishedAmount.of(
                                new Pence(number(row, "pence")),
                                number(row, "persons"),
                                new Pence(number(row, "largest_two"))))
                .one();
    }

    private Mono<Map<String, Map<String, PublishedCount>>> outcomes(UUID[] persons) {
        return database.sql(OUTCOMES)
                .bind("persons", persons)
                .map(row -> List.of(text(row, "domain"), text(row, "status"), number(row, "persons")))
                .all()
                .collect(
                        TreeMap::new,
                        (domains, row) -> domains.computeIfAbsent((String) row.get(0), domain -> new TreeMap<>())
                                .put((String) row.get(1), PublishedCount.of((Long) row.get(2))));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
