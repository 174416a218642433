package org.totalplace.spend.budget;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Phase;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.RegisteredAgencies;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** Reads the maintained sums of all phases of a year. */
@Component
class PhasesReading {

    private static final String SUMS = """
            select a.code as agency, t.phase::text as phase, t.function, sum(t.pence)::bigint as pence
            from ledger_total t join agency a on a.id = t.agency
            where t.year = :year and %s and a.code = any (:agencies)
            group by a.code, t.phase, t.function
            """.formatted(inForce("t"));

    private final DatabaseClient database;
    private final RegisteredAgencies agencies;

    PhasesReading(DatabaseClient database, RegisteredAgencies agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    private record Sum(String agency, Phase phase, String function, Pence amount) {}

    /**
     * The phases of a place's agencies.
     *
     * @param agencies each in all
     * @param functions each agency's functions
     */
    record Phases(List<SideBySide> agencies, List<SideBySide> functions) {}

    Mono<Phases> of(Slice slice, int revision) {
        return agencies.of(slice.place(), revision)
                .filter(agency -> slice.agency() == null || slice.agency().equals(agency.code()))
                .collectList()
                .flatMap(asked -> sums(slice, revision, asked).map(sums -> sideBySide(asked, sums)));
    }

    private Mono<List<Sum>> sums(Slice slice, int revision, List<Agency> asked) {
        String[] codes = asked.stream().map(agency -> agency.code().value()).toArray(String[]::new);
        return database.sql(SUMS)
                .bind("year", slice.year().start())
                .bind("revision", revision)
                .bind("agencies", codes)
                .map(PhasesReading::sum)
                .all()
                .collectList();
    }

    private static Phases sideBySide(List<Agency> asked, List<Sum> sums) {
        List<SideBySide> whole = new ArrayList<>();
        List<SideBySide> functions = new ArrayList<>();
        for (Agency agency : asked) {
            String code = agency.code().value();
            Map<Phase, Pence> all = new EnumMap<>(Phase.class);
            Map<String, Map<Phase, Pence>> byFunction = new TreeMap<>();
            for (Sum sum : sums) {
                if (sum.agency().equals(code)) {
                    all.merge(sum.phase(), sum.amount(), Pence::plus);
                    byFunction
                            .computeIfAbsent(sum.function(), function -> new EnumMap<>(Phase.class))
                            .merge(sum.phase(), sum.amount(), Pence::plus);
                }
            }
            whole.add(SideBySide.of(code, agency.name(), null, all));
            byFunction.forEach((function, amounts) ->
                    functions.add(SideBySide.of(code, agency.name(), function, withNoughts(amounts, all.keySet()))));
        }
        return new Phases(whole, functions);
    }

    /** An agency that has delivered a phase and says nothing of a function in it has nothing for that function. */
    private static Map<Phase, Pence> withNoughts(Map<Phase, Pence> amounts, Set<Phase> delivered) {
        EnumSet.copyOf(delivered).forEach(phase -> amounts.putIfAbsent(phase, Pence.ZERO));
        return amounts;
    }

    private static Sum sum(Readable row) {
        return new Sum(
                Objects.requireNonNull(row.get("agency", String.class)),
                Phase.ofCode(Objects.requireNonNull(row.get("phase", String.class)))
                        .orElseThrow(),
                Objects.requireNonNull(row.get("function", String.class)),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))));
    }
}
