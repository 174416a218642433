package org.totalplace.outcomes.personview;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.personview.CombinedView.MeasureView;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.security.Purpose;
import reactor.core.publisher.Mono;

/**
 * Compares the rows of some persons, drawn by a seed, with what Java makes of the same facts. What writes the rows is
 * one statement, and comparing it with itself would find none of its own mistakes. Blocks.
 */
@Component
class ParitySample {

    private static final int PERSONS = 100;

    private static final String DRAW =
            "select person from person_view order by hashtextextended(person::text, ?) limit ?";

    private static final String ROWS = """
            select v.version, m.measure, m.series, m.baseline, m.baseline_on, m.latest, m.latest_on, m.observations, m.status
            from person_view v left join person_measure m on m.person = v.person and m.measure <> 'own-goal'
            where v.person = ?
            """;

    private final BulkDatabase database;
    private final CombinedViews views;

    ParitySample(BulkDatabase database, CombinedViews views) {
        this.database = database;
        this.views = views;
    }

    /** @param otherwise of how many the rows say something else */
    record Drawn(long persons, long otherwise) {}

    Drawn compare(long seed) throws Exception {
        long persons = 0;
        long otherwise = 0;
        for (UUID person : drawn(seed)) {
            CombinedView view = views.get(person, Purpose.AUDIT)
                    .onErrorResume(gone -> Mono.empty())
                    .block();
            Optional<Set<String>> rows = view == null ? Optional.empty() : rows(person, view.version());
            if (view != null && rows.isPresent()) {
                persons++;
                otherwise += rows.get().equals(told(view)) ? 0 : 1;
            }
        }
        return new Drawn(persons, otherwise);
    }

    private List<UUID> drawn(long seed) throws Exception {
        return database.inTransaction(connection -> {
            List<UUID> drawn = new ArrayList<>();
            try (PreparedStatement draw = connection.prepareStatement(DRAW)) {
                draw.setLong(1, seed);
                draw.setInt(2, PERSONS);
                try (ResultSet rows = draw.executeQuery()) {
                    while (rows.next()) {
                        drawn.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return drawn;
        });
    }

    /** Empty if the view has changed since. */
    private Optional<Set<String>> rows(UUID person, long version) throws Exception {
        return database.inTransaction(connection -> {
            Set<String> measures = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement(ROWS)) {
                select.setObject(1, person);
                try (ResultSet rows = select.executeQuery()) {
                    boolean same = false;
                    while (rows.next()) {
                        same = rows.getLong("version") == version;
                        if (rows.getString("measure") != null) {
                            measures.add(row(rows));
                        }
                    }
                    return same ? Optional.of(measures) : Optional.empty();
                }
            }
        });
    }

    private static String row(ResultSet row) throws SQLException {
        return words(
                row.getString("measure"),
                row.getInt("series"),
                Measure.unit(row.getLong("baseline")),
                row.getString("baseline_on"),
                Measure.unit(row.getLong("latest")),
                row.getString("latest_on"),
                row.getLong("observations"),
                row.getString("status"));
    }

    private static Set<String> told(CombinedView view) {
        return view.measures().stream().map(ParitySample::told).collect(Collectors.toSet());
    }

    private static String told(MeasureView measure) {
        return words(
                measure.measure(),
                measure.series(),
                measure.baseline().value(),
                measure.baseline().date(),
                measure.latest().value(),
                measure.latest().date(),
                measure.history().size(),
                measure.status());
    }

    private static String words(@Nullable Object... parts) {
        return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
