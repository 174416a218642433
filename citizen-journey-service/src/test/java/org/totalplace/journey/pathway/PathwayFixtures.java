package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Contacts and ways by days since an April first. */
final class PathwayFixtures {

    static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

    private PathwayFixtures() {}

    static Touch touch(UUID person, String stage, String agency, int from, int to) {
        return new Touch(
                person, stage, agency, stage.equals("assess"), APRIL.plusDays(from), APRIL.plusDays(to), null, null);
    }

    static Touch touch(String stage, String agency, int from, int to) {
        return touch(new UUID(1, 1), stage, agency, from, to);
    }

    static Era era(String stage, String agency, int from, int to) {
        return new Era(stage, agency, APRIL.plusDays(from), APRIL.plusDays(to));
    }

    /** The way of somebody new. */
    static Way way(Touch... touches) {
        UUID person = UUID.randomUUID();
        return Way.of(
                Arrays.stream(touches)
                        .map(touch -> new Touch(
                                person,
                                touch.stage(),
                                touch.agency(),
                                touch.assesses(),
                                touch.start(),
                                touch.end(),
                                touch.area(),
                                touch.born()))
                        .toList(),
                Method.DEFAULT);
    }
}
