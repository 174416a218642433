package org.totalplace.journey.person;

import java.util.List;
import org.totalplace.value.SubjectKey;

/** Subjects that linking holds to be one human being, at least one, in their order. */
public record Group(List<SubjectKey> subjects) {

    public Group {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("A group holds at least one subject, got none");
        }
        subjects = subjects.stream().sorted().toList();
    }

    SubjectKey first() {
        return subjects.getFirst();
    }
}
