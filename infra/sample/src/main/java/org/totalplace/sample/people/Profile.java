package org.totalplace.sample.people;

import java.util.List;
import java.util.Locale;

/**
 * Which journey a resident is on; {@link #OTHER} is on none. Chances are per cent for county, NHS trust,
 * housing and probation.
 */
public enum Profile {
    OLDER(68, 97, 28, 0),
    FAMILY(82, 60, 48, 2),
    PRISON(22, 50, 48, 100),
    NEET(92, 34, 30, 9),
    OTHER(8, 78, 46, 0);

    private final List<Integer> chances;

    Profile(int county, int trust, int housing, int probation) {
        this.chances = List.of(county, trust, housing, probation);
    }

    /** Per cent of residents with this profile whom the agency knows. */
    int known(KnowingAgency agency) {
        return chances.get(agency.ordinal());
    }

    /** As files print it: {@code older}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
