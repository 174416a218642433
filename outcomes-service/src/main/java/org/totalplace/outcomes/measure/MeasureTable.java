package org.totalplace.outcomes.measure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table of definitions. */
final class MeasureTable {

    private static final String SELECT = """
            select code, series, since, name, definition, unit, polarity, domain, source, source_code, minimum, maximum,
                   only_values, rule, smallest_change, band_names, band_starts, minimum_gap_days, sustained_days
            from measure_series
            """;

    private static final String SAVE = """
            insert into measure_series (code, series, since, until, name, definition, unit, polarity, domain, source,
                                        source_code, minimum, maximum, only_values, rule, smallest_change, band_names,
                                        band_starts, minimum_gap_days, sustained_days)
            values (?, ?, ?, '9999-12-31', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code, series) do update set
                since = excluded.since, until = excluded.until, name = excluded.name,
                definition = excluded.definition, unit = excluded.unit, polarity = excluded.polarity,
                domain = excluded.domain, source = excluded.source, source_code = excluded.source_code,
                minimum = excluded.minimum, maximum = excluded.maximum, only_values = excluded.only_values,
                rule = excluded.rule, smallest_change = excluded.smallest_change, band_names = excluded.band_names,
                band_starts = excluded.band_starts, minimum_gap_days = excluded.minimum_gap_days,
                sustained_days = excluded.sustained_days
            """;

    private MeasureTable() {}

    static List<Measure> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " order by code, series")) {
            return read(select);
        }
    }

    static List<Measure> of(Connection connection, String code) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " where code = ? order by series")) {
            select.setString(1, code);
            return read(select);
        }
    }

    /** Has the definition end where another begins. */
    static void end(Connection connection, Measure measure, LocalDate until) throws SQLException {
        try (PreparedStatement end =
                connection.prepareStatement("update measure_series set until = ? where code = ? and series = ?")) {
            end.setObject(1, until);
            end.setString(2, measure.code());
            end.setInt(3, measure.series());
            end.executeUpdate();
        }
    }

    static void save(Connection connection, Measure measure) throws SQLException {
        Rule rule = measure.rule();
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Object[] values = {
                measure.code(),
                measure.series(),
                measure.since(),
                measure.name(),
                measure.definition(),
                measure.unit(),
                measure.polarity().code(),
                measure.domain().code(),
                measure.source(),
                measure.sourceCode(),
                measure.allowed().minimum(),
                measure.allowed().maximum(),
                connection.createArrayOf("bigint", measure.allowed().only().toArray()),
                rule.kind().code(),
                rule.smallestChange(),
                connection.createArrayOf(
                        "text", rule.bands().stream().map(Rule.Band::name).toArray()),
                connection.createArrayOf(
                        "bigint", rule.bands().stream().map(Rule.Band::from).toArray()),
                rule.minimumGapDays(),
                rule.sustainedDays()
            };
            for (int i = 0; i < values.length; i++) {
                save.setObject(i + 1, values[i]);
            }
            save.executeUpdate();
        }
    }

    private static List<Measure> read(PreparedStatement select) throws SQLException {
        List<Measure> measures = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                measures.add(measure(rows));
            }
        }
        return measures;
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getString("code"),
                row.getInt("series"),
                row.getObject("since", LocalDate.class),
                row.getString("name"),
                row.getString("definition"),
                row.getString("unit"),
                Polarity.valueOf(row.getString("polarity").toUpperCase(Locale.ROOT)),
                Domain.valueOf(row.getString("domain").toUpperCase(Locale.ROOT)),
                row.getString("source"),
                row.getString("source_code"),
                new Allowed(number(row, "minimum"), number(row, "maximum"), List.of((Long[])
                        array(row, "only_values").getArray())),
                rule(row));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        String[] names = (String[]) array(row, "band_names").getArray();
        Long[] starts = (Long[]) array(row, "band_starts").getArray();
        return new Rule(
                Rule.Kind.valueOf(row.getString("rule").toUpperCase(Locale.ROOT)),
                row.getLong("smallest_change"),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new Rule.Band(names[i], starts[i]))
                        .toList(),
                row.getInt("minimum_gap_days"),
                row.getInt("sustained_days"));
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getArray(column), column);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
