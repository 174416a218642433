package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.List;

/** The outcomes of a small file, sorted for tests. */
record Outcomes(
        List<RowOutcome.Accepted> accepted,
        List<RowOutcome.Refused> refused,
        List<RowOutcome.Blank> blank,
        List<RowOutcome.SetAside> setAside) {

    static Outcomes of(FileReading reading) throws FileRefused {
        Outcomes outcomes = new Outcomes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        reading.forEach(outcomes::add);
        return outcomes;
    }

    private void add(RowOutcome outcome) {
        switch (outcome) {
            case RowOutcome.Accepted row -> accepted.add(row);
            case RowOutcome.Refused row -> refused.add(row);
            case RowOutcome.Blank row -> blank.add(row);
            case RowOutcome.SetAside row -> setAside.add(row);
        }
    }
}
