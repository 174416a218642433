package org.totalplace.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column can hold. */
enum Meaning {
    IGNORED,
    ID,
    GIVEN,
    FAMILY,
    MIDDLE,
    FULL_NAME,
    ORGANISATION,
    BIRTH,
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    AGE,
    SEX,
    POSTCODE,
    HOUSE,
    ADDRESS,
    TOWN,
    EMAIL,
    PHONE,
    NHS,
    UPRN,
    IDENTIFIER,
    DETAIL;

    /** As it is written in tables and options. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word; {@code dob} is understood too. */
    static Optional<Meaning> of(String word) {
        String asked = word.equals("dob") ? "birth" : word;
        return Arrays.stream(values())
                .filter(meaning -> meaning.word().equals(asked))
                .findFirst();
    }
}
