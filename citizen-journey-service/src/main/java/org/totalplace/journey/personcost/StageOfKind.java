package org.totalplace.journey.personcost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * One of the stages in which a person's contacts of a kind and year lie.
 *
 * @param cost of the person by kind and year, over all of these stages
 * @param weight units of the contacts that lie here
 * @param certain units that certain links alone leave
 */
record StageOfKind(
        Line line, @Nullable String map, @Nullable String stage, Measured cost, long weight, long certain) {

    /** What a person costs by. */
    record Line(FinancialYear year, String agency, String service, String type) {}

    static StageOfKind read(ResultSet row) throws SQLException {
        return new StageOfKind(
                new Line(
                        new FinancialYear(row.getInt("year")),
                        row.getString("agency"),
                        row.getString("service"),
                        row.getString("type")),
                row.getString("map"),
                row.getString("stage"),
                Measured.read(row),
                row.getLong("weight"),
                row.getLong("certain"));
    }

    /** Every cost is split over its stages by their units, so that they add up to it. */
    static List<PersonLine> lines(List<StageOfKind> stages) {
        Map<Line, List<StageOfKind>> lines = new LinkedHashMap<>();
        stages.forEach(stage ->
                lines.computeIfAbsent(stage.line, line -> new ArrayList<>()).add(stage));
        return lines.values().stream().flatMap(of -> split(of).stream()).toList();
    }

    private static List<PersonLine> split(List<StageOfKind> stages) {
        Measured whole = stages.getFirst().cost;
        long[] weights = stages.stream().mapToLong(StageOfKind::weight).toArray();
        long[] certain = stages.stream().mapToLong(StageOfKind::certain).toArray();
        List<Measured> costs = whole.split(weights);
        List<Measured> ofCertain = whole.part(sum(certain), sum(weights)).split(certain);
        List<PersonLine> lines = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            lines.add(stages.get(i).costing(costs.get(i), ofCertain.get(i)));
        }
        return lines;
    }

    private PersonLine costing(Measured part, Measured certainPart) {
        return new PersonLine(line.year(), line.agency(), line.service(), line.type(), map, stage, part, certainPart);
    }

    private static long sum(long... weights) {
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        return sum;
    }
}
