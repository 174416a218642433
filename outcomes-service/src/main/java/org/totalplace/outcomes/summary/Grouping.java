package org.totalplace.outcomes.summary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what a summary can be taken apart. */
enum Grouping {
    MEASURE("measure"),
    DOMAIN("domain"),
    JOURNEY("map"),
    STAGE("stage"),
    AGENCY("agency"),
    MONTH("month"),
    AREA("area");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    /** As the query calls it. */
    String column() {
        return column;
    }

    /** As the API writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grouping> ofCode(String code) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Grouping::code).collect(Collectors.joining(", "));
    }
}
