package org.totalplace.linkage.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The model to begin with. Each row of figures runs along {@link Field#levels()}. */
final class InitialModel {

    static final LinkageModel MODEL = new LinkageModel(
            "initial-2",
            LocalDate.of(2026, 11, 22),
            1.0,
            0.5,
            0.03,
            new Thresholds(0.9, 0.5, 0.05),
            fields(),
            List.of(BlockingRule.values()),
            40);

    private InitialModel() {}

    private static Map<Field, Map<ComparisonLevel, LevelProbabilities>> fields() {
        Map<Field, Map<ComparisonLevel, LevelProbabilities>> all = new EnumMap<>(Field.class);
        all.put(Field.GIVEN_NAME, givenName());
        all.put(Field.FAMILY_NAME, familyName());
        all.put(Field.DATE_OF_BIRTH, dateOfBirth());
        all.put(Field.SEX, row(Field.SEX, m(0.98, 0.02), u(0.5, 0.5), household(0.5, 0.5), twin(0.66, 0.34)));
        all.put(Field.POSTCODE, postcode());
        all.put(Field.ADDRESS, address());
        all.put(
                Field.NHS_NUMBER,
                row(
                        Field.NHS_NUMBER,
                        m(0.99, 0.01),
                        u(0.000001, 0.999999),
                        household(0.0005, 0.9995),
                        twin(0.002, 0.998)));
        all.put(Field.UPRN, row(Field.UPRN, m(0.75, 0.25), u(0.0001, 0.9999), household(0.75, 0.25), twin(0.75, 0.25)));
        all.putAll(further());
        return all;
    }

    private static Map<Field, Map<ComparisonLevel, LevelProbabilities>> further() {
        Map<Field, Map<ComparisonLevel, LevelProbabilities>> all = new EnumMap<>(Field.class);
        all.put(
                Field.EMAIL,
                row(
                        Field.EMAIL,
                        m(0.70, 0.10, 0.20),
                        u(0.00001, 0.0005, 0.99949),
                        household(0.05, 0.02, 0.93),
                        twin(0.05, 0.02, 0.93)));
        all.put(
                Field.PHONE,
                row(
                        Field.PHONE,
                        m(0.70, 0.06, 0.24),
                        u(0.00001, 0.00001, 0.99998),
                        household(0.35, 0.03, 0.62),
                        twin(0.35, 0.03, 0.62)));
        all.put(
                Field.IDENTIFIER,
                row(
                        Field.IDENTIFIER,
                        m(0.90, 0.04, 0.06),
                        u(0.000001, 0.00002, 0.999979),
                        household(0.0005, 0.002, 0.9975),
                        twin(0.002, 0.008, 0.99)));
        all.put(
                Field.TOWN,
                row(
                        Field.TOWN,
                        m(0.75, 0.10, 0.15),
                        u(0.02, 0.01, 0.97),
                        household(0.80, 0.10, 0.10),
                        twin(0.80, 0.10, 0.10)));
        for (Field detail : List.of(Field.DETAIL, Field.OTHER_DETAIL)) {
            all.put(
                    detail,
                    row(
                            detail,
                            m(0.70, 0.12, 0.18),
                            u(0.02, 0.01, 0.97),
                            household(0.15, 0.03, 0.82),
                            twin(0.20, 0.03, 0.77)));
        }
        return all;
    }

    private static Map<ComparisonLevel, LevelProbabilities> givenName() {
        return row(
                Field.GIVEN_NAME,
                m(0.81, 0.04, 0.07, 0.02, 0.03, 0.015, 0.015),
                u(0.008, 0.002, 0.004, 0.02, 0.005, 0.0001, 0.9609),
                household(0.01, 0.01, 0.02, 0.05, 0.02, 0.0005, 0.8895),
                twin(0.001, 0.002, 0.03, 0.06, 0.015, 0.0005, 0.8915));
    }

    private static Map<ComparisonLevel, LevelProbabilities> familyName() {
        return row(
                Field.FAMILY_NAME,
                m(0.85, 0.07, 0.015, 0.02, 0.015, 0.03),
                u(0.002, 0.001, 0.008, 0.002, 0.0001, 0.9869),
                household(0.74, 0.03, 0.01, 0.03, 0.0005, 0.1895),
                twin(0.91, 0.03, 0.01, 0.02, 0.0005, 0.0295));
    }

    private static Map<ComparisonLevel, LevelProbabilities> dateOfBirth() {
        return row(
                Field.DATE_OF_BIRTH,
                m(0.90, 0.01, 0.05, 0.015, 0.01, 0.015),
                u(0.00004, 0.00004, 0.0008, 0.004, 0.012, 0.98312),
                household(0.0005, 0.0005, 0.004, 0.01, 0.02, 0.965),
                twin(0.97, 0.005, 0.02, 0.002, 0.001, 0.002));
    }

    private static Map<ComparisonLevel, LevelProbabilities> postcode() {
        return row(
                Field.POSTCODE,
                m(0.78, 0.05, 0.03, 0.05, 0.09),
                u(0.0002, 0.0003, 0.003, 0.05, 0.9465),
                household(0.85, 0.05, 0.02, 0.03, 0.05),
                twin(0.85, 0.05, 0.02, 0.03, 0.05));
    }

    private static Map<ComparisonLevel, LevelProbabilities> address() {
        return row(
                Field.ADDRESS,
                m(0.55, 0.20, 0.08, 0.05, 0.12),
                u(0.0001, 0.0002, 0.003, 0.02, 0.9767),
                household(0.60, 0.23, 0.06, 0.04, 0.07),
                twin(0.60, 0.23, 0.06, 0.04, 0.07));
    }

    private static double[] m(double... figures) {
        return figures;
    }

    private static double[] u(double... figures) {
        return figures;
    }

    private static double[] household(double... figures) {
        return figures;
    }

    private static double[] twin(double... figures) {
        return figures;
    }

    private static Map<ComparisonLevel, LevelProbabilities> row(
            Field field, double[] m, double[] u, double[] household, double[] twin) {
        Map<ComparisonLevel, LevelProbabilities> levels = new EnumMap<>(ComparisonLevel.class);
        for (int i = 0; i < m.length; i++) {
            levels.put(field.levels().get(i), new LevelProbabilities(m[i], u[i], household[i], twin[i]));
        }
        return levels;
    }
}
