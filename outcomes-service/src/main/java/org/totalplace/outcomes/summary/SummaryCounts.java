package org.totalplace.outcomes.summary;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.measure.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts persons by status; exact, for {@link SummaryAnswer} alone to publish. */
@Component
class SummaryCounts {

    /**
     * Each person once for whatever the rows are grouped by. Where there are but two values the mean of the changes
     * would be a count, and is none.
     */
    private static final String PERSONS = """
            select %s pm.person, pm.measure, pm.series, m.domain, to_char(pm.latest_on, 'YYYY-MM') as month, %s
                   pm.status, case when cardinality(m.only_values) = 2 then null else pm.latest - pm.baseline end as change
            from %s pm
            join measure_series m on m.code = pm.measure and m.series = pm.series
            %s
            where (:measure::text is null or pm.measure = :measure)
              and (:domain::text is null or m.domain = :domain)
              and (:journey::text is null or %s = :journey)
              and (:stage::text is null or %s = :stage)
              and (:agency::text is null or %s = :agency)
              and (:from::text is null or to_char(pm.latest_on, 'YYYY-MM') >= :from)
              and (:to::text is null or to_char(pm.latest_on, 'YYYY-MM') <= :to)
            """;

    /** A domain is better when more of its measures are, by the newest definition of each; as {@code Status} has it. */
    private static final String DOMAINS = """
            select %1$s, person,
                   case when count(*) filter (where status <> 'unknown') = 0 then 'unknown'
                        when sum((status = 'better')::int) > sum((status = 'worse')::int) then 'better'
                        when sum((status = 'better')::int) < sum((status = 'worse')::int) then 'worse'
                        else 'same' end as status, null::bigint as change
            from (select distinct on (%1$s, person, measure) * from persons
                  order by %1$s, person, measure, series desc) newest
            group by %1$s, person
            """;

    private final DatabaseClient database;

    SummaryCounts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One group of persons.
     *
     * @param keys what it is of, by the query's columns
     * @param persons by status
     * @param change sum of the changes of those whose status is known, in thousandths; null for domains and where there
     *     are but two values
     * @param leavesFew whether a wider group has few persons more
     */
    record Counted(
            Map<String, String> keys,
            Map<Status, Long> persons,
            @Nullable BigDecimal change,
            boolean leavesFew) {

        long all() {
            return persons.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many have a status, and stand behind the mean. */
        long known() {
            return all() - persons.getOrDefault(Status.UNKNOWN, 0L);
        }
    }

    Mono<List<Counted>> of(SummaryAsked asked) {
        return counted(asked)
                .collectList()
                .flatMap(groups -> Flux.fromIterable(asked.around())
                        .concatMap(wider -> counted(wider).collectList())
                        .reduce(groups, WiderGroups::compared));
    }

    private Flux<Counted> counted(SummaryAsked asked) {
        List<String> keys = asked.keys();
        var statement = database.sql(query(asked, keys));
        statement = bind(statement, "measure", asked.measure());
        statement = bind(statement, "domain", asked.domain());
        statement = bind(statement, "journey", asked.journey());
        statement = bind(statement, "stage", asked.stage());
        statement = bind(statement, "agency", asked.agency());
        statement = bind(statement, "from", text(asked.from()));
        statement = bind(statement, "to", text(asked.to()));
        return statement.map(row -> counted(row, keys)).all();
    }

    private static String query(SummaryAsked asked, List<String> keys) {
        List<String> columns = new ArrayList<>();
        String joins = "";
        if (asked.needsJourneys()) {
            joins += " join person_standing j on j.person = pm.person";
        }
        if (asked.groupBy().contains(Grouping.JOURNEY)) {
            columns.add("j.map");
        }
        if (asked.groupBy().contains(Grouping.STAGE)) {
            columns.add("j.stage");
        }
        if (asked.needsAgencies()) {
            joins += " cross join lateral unnest(pm.agencies) as a(agency)";
        }
        if (asked.groupBy().contains(Grouping.AGENCY)) {
            columns.add("a.agency");
        }
        if (asked.needsAreas()) {
            // Every area around the person's home: a summary by area has all levels, and they are hidden together.
            joins += " left join person_trait t on t.person = pm.person"
                    + " cross join lateral unnest(coalesce(nullif(t.areas, '{}'), '{x}')) as home(area)";
            columns.add("home.area");
        }
        // A person stands once on each map, so only stages of several maps can count somebody twice.
        boolean severalMaps =
                asked.needsJourneys() && !asked.groupBy().contains(Grouping.JOURNEY) && asked.journey() == null;
        String persons = PERSONS.formatted(
                severalMaps ? "distinct" : "",
                columns.stream().map(column -> column + ", ").collect(Collectors.joining()),
                asked.groupBy().contains(Grouping.MONTH) ? MonthlyStandings.QUERY : "person_measure",
                joins,
                asked.needsJourneys() ? "j.map" : "null",
                asked.needsJourneys() ? "j.stage" : "null",
                asked.needsAgencies() ? "a.agency" : "null");
        String by = String.join(", ", keys);
        String counted = asked.ofDomains() ? DOMAINS.formatted(by) : "select * from persons";
        return "with persons as (" + persons + "), counted as (" + counted + ") select " + by + """
                , count(*) filter (where status = 'better') as better, count(*) filter (where status = 'same') as same,
                count(*) filter (where status = 'worse') as worse, count(*) filter (where status = 'unknown') as unknown,
                sum(change) filter (where status <> 'unknown') as change
                from counted group by %1$s order by %1$s
                """.formatted(by);
    }

    private static Counted counted(Readable row, List<String> keys) {
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, String.valueOf(row.get(key))));
        Map<Status, Long> persons = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            persons.put(status, Objects.requireNonNull(row.get(status.code(), Long.class)));
        }
        return new Counted(values, persons, row.get("change", BigDecimal.class), false);
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return statement.bind(name, Parameter.fromOrEmpty(value, String.class));
    }
}
