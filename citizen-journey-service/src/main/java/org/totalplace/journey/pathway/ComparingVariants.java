package org.totalplace.journey.pathway;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
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

    /** Of several variants at once; a person took one of them. */
    private static final String COST = """
            with taken as (
                select variant, person from unnest(:variants::integer[], :persons::uuid[]) t (variant, person)
            ), cost as (
                select t.variant, t.person, sum(c.pence)::bigint as pence
                  from taken t join person_cost c on c.person = t.person
                 where c.year = :year and c.pence is not null group by t.variant, t.person
            ), ranked as (
                select *, row_number() over (partition by variant order by abs(pence) desc) as place from cost
            )
            select variant, coalesce(sum(pence), 0)::bigint as pence, count(*) as persons,
                   coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
              from ranked group by variant
            """;

    private static final String OUTCOMES = """
            select t.variant, d.domain, d.status, count(*) as persons
              from unnest(:variants::integer[], :persons::uuid[]) t (variant, person)
              join person_outcome o on o.person = t.person
             cross join lateral jsonb_each_text(o.domains) d (domain, status)
             group by t.variant, d.domain, d.status order by t.variant, d.domain, d.status
            """;

    private static final PublishedAmount NOT_AVAILABLE = new PublishedAmount(null, "x");

    private final DatabaseClient database;

    ComparingVariants(DatabaseClient database) {
        this.database = database;
    }

    /** Those that most persons took, without the ones so few took that they are not told. */
    static List<Pathways.Variant> commonest(Pathways pathways, int most) {
        return pathways.variants().stream()
                .filter(variant -> variant.persons() > PublishedCount.CONFIDENTIAL_UP_TO)
                .limit(most)
                .toList();
    }

    /** The variant of an id; nothing where there is none, or so few took it that it is not told. */
    static Optional<Pathways.Variant> find(Pathways pathways, String id) {
        return pathways.variants().stream()
                .filter(variant -> variant.persons() > PublishedCount.CONFIDENTIAL_UP_TO)
                .filter(variant -> VariantId.of(variant.steps()).equals(id))
                .findFirst();
    }

    /** One side of a comparison for each, in their order. */
    Mono<List<Comparison.Side>> sides(List<Pathways.Variant> variants, FinancialYear year) {
        Taken taken = Taken.of(variants);
        return Mono.zip(
                costs(taken, year),
                outcomes(taken),
                (costs, outcomes) -> IntStream.range(0, variants.size())
                        .mapToObj(variant -> Comparison.side(
                                variants.get(variant),
                                costs.getOrDefault(variant, NOT_AVAILABLE),
                                outcomes.getOrDefault(variant, new TreeMap<>())))
                        .toList());
    }

    /** Who took which, beside each other. */
    private record Taken(List<Integer> variants, List<UUID> persons) {

        static Taken of(List<Pathways.Variant> all) {
            List<Integer> variants = new ArrayList<>();
            List<UUID> persons = new ArrayList<>();
            for (int variant = 0; variant < all.size(); variant++) {
                for (Way way : all.get(variant).ways()) {
                    variants.add(variant);
                    persons.add(way.person());
                }
            }
            return new Taken(variants, persons);
        }

        DatabaseClient.GenericExecuteSpec bound(DatabaseClient database, String sql) {
            return database.sql(sql)
                    .bind("variants", variants.toArray(Integer[]::new))
                    .bind("persons", persons.toArray(UUID[]::new));
        }
    }

    private Mono<Map<Integer, PublishedAmount>> costs(Taken taken, FinancialYear year) {
        return taken.bound(database, COST)
                .bind("year", year.start())
                .map(row -> Map.entry(
                        variant(row),
                        PublishedAmount.of(
                                new Pence(number(row, "pence")),
                                number(row, "persons"),
                                new Pence(number(row, "largest_two")))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<Integer, Map<String, Map<String, PublishedCount>>>> outcomes(Taken taken) {
        return taken.bound(database, OUTCOMES)
                .map(row -> new Counted(variant(row), text(row, "domain"), text(row, "status"), number(row, "persons")))
                .all()
                .collect(
                        TreeMap::new,
                        (variants, counted) -> variants.computeIfAbsent(counted.variant(), none -> new TreeMap<>())
                                .computeIfAbsent(counted.domain(), none -> new TreeMap<>())
                                .put(counted.status(), PublishedCount.of(counted.persons())));
    }

    private record Counted(int variant, String domain, String status, long persons) {}

    private static int variant(Readable row) {
        return Objects.requireNonNull(row.get("variant", Integer.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
