package org.totalplace.linkage.comparison;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

/**
 * Log2 of how often a stranger bears a value: its share among the other persons, drawn towards the model's average when
 * they are few. Dates of birth are spread evenly, so one can be commoner than the average but not rarer.
 */
final class Frequencies {

    /** As many persons as the model's average is worth. */
    private static final double AVERAGE_COUNTS_AS = 100;

    /** No value is rarer than this, unless the model itself says so. */
    private static final double RAREST = 1e-6;

    private final float[] given;
    private final float[] family;
    private final float[] postcode;
    private final float[] address;
    private final float[] uprn;
    private final float[] birthByRow;
    private final EnumMap<Field, float[]> further = new EnumMap<>(Field.class);
    private final double recordsPerPerson;
    private final RepeatedPeople repeated;

    Frequencies(Columns columns, LinkageModel model) {
        repeated = RepeatedPeople.in(columns);
        recordsPerPerson = 1 + model.matchesPerRecord();
        given = of(columns.given, columns.names.size(), u(model, Field.GIVEN_NAME));
        family = of(columns.family, columns.names.size(), u(model, Field.FAMILY_NAME));
        postcode = of(columns.postcode, columns.postcodes.size(), u(model, Field.POSTCODE));
        address = of(columns.address, columns.addresses.size(), u(model, Field.ADDRESS));
        uprn = of(columns.uprn, max(columns.uprn) + 1, u(model, Field.UPRN));
        birthByRow = births(columns.birth, u(model, Field.DATE_OF_BIRTH));
        for (Field field : Further.FIELDS) {
            further.put(
                    field, of(columns.column(field), columns.dictionary(field).size(), u(model, field)));
        }
    }

    double given(int number) {
        return given[number];
    }

    double family(int number) {
        return family[number];
    }

    double postcode(int number) {
        return postcode[number];
    }

    double address(int number) {
        return address[number];
    }

    double uprn(int number) {
        return uprn[number];
    }

    double further(Field field, int number) {
        return Objects.requireNonNull(further.get(field), field.name())[number];
    }

    double birth(int row) {
        return birthByRow[row];
    }

    private static double u(LinkageModel model, Field field) {
        return model.of(field, ComparisonLevel.EXACT).u();
    }

    /** Number 0, missing, is worth nothing: log2 of 1. */
    private float[] of(int[] column, int numbers, double average) {
        double[] counts = new double[numbers];
        double filled = 0;
        for (int row = 0; row < column.length; row++) {
            counts[column[row]] += repeated.weight(row);
            filled += column[row] == 0 ? 0 : repeated.weight(row);
        }
        float[] logs = new float[numbers];
        for (int n = 1; n < numbers; n++) {
            logs[n] = log(counts[n], filled, average);
        }
        return logs;
    }

    private float[] births(int[] column, double average) {
        Map<Integer, Double> counts = new HashMap<>();
        double filled = 0;
        for (int row = 0; row < column.length; row++) {
            counts.merge(column[row], (double) repeated.weight(row), Double::sum);
            filled += column[row] == 0 ? 0 : repeated.weight(row);
        }
        float least = (float) (Math.log(average) / Math.log(2));
        float[] logs = new float[column.length];
        for (int row = 0; row < column.length; row++) {
            logs[row] = Math.max(log(counts.getOrDefault(column[row], 0.0), filled, average), least);
        }
        return logs;
    }

    /** The share of other persons who bear a value, when a person has its records' worth of them. */
    private float log(double count, double filled, double average) {
        double others = Math.max(0, count / recordsPerPerson - 1);
        double share = (others + AVERAGE_COUNTS_AS * average) / (filled / recordsPerPerson + AVERAGE_COUNTS_AS);
        return (float) (Math.log(Math.clamp(share, Math.min(RAREST, average), 0.999)) / Math.log(2));
    }

    private static int max(int[] column) {
        int max = 0;
        for (int value : column) {
            max = Math.max(max, value);
        }
        return max;
    }
}
