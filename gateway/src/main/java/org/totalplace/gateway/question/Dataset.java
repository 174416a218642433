package org.totalplace.gateway.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What questions are about. */
enum Dataset {
    SPENDING("Ledger lines of the place's agencies; answers can be pinned to a version"),
    JOURNEYS("Contacts of persons on journey maps, and what they cost; under the disclosure rules"),
    OUTCOMES("Persons who are better, the same or worse; under the disclosure rules");

    private final String about;

    Dataset(String about) {
        this.about = about;
    }

    /** As questions name it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String about() {
        return about;
    }

    static Optional<Dataset> of(String code) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Dataset::code).toList();
    }

    /** The calls that answer about it; the first is meant when a question names no measure. */
    List<Call> calls() {
        return Arrays.stream(Call.values())
                .filter(call -> call.dataset() == this)
                .toList();
    }

    /** Whether an answer about it can be of a version. */
    boolean isPinned() {
        return this == SPENDING;
    }
}
