package org.totalplace.intake.reading;

import java.util.Arrays;
import java.util.Locale;

/** Kinds of problem: the names of the Frictionless standard, then those that only spending and person records have. */
public enum ProblemType {
    ENCODING_ERROR,
    COMPRESSION_ERROR,
    FORMAT_ERROR,
    HASH_COUNT,
    BYTE_COUNT,
    ROW_COUNT,
    BLANK_HEADER,
    DUPLICATE_LABEL,
    MISSING_LABEL,
    EXTRA_LABEL,
    INCORRECT_LABEL,
    BLANK_ROW,
    DUPLICATE_ROW,
    EXTRA_CELL,
    MISSING_CELL,
    TYPE_ERROR,
    CONSTRAINT_ERROR,
    UNIQUE_ERROR,
    PRIMARY_KEY,
    FOREIGN_KEY,
    REQUIRED_VALUE,
    TRUNCATED_VALUE,
    DEVIATED_VALUE,
    TITLE_ROW,
    TOTAL_ROW,
    AMBIGUOUS_DATE,
    POSSIBLE_PERSONAL_DATA,
    UNKNOWN_BODY,
    UNKNOWN_SERVICE,
    NIL_RETURN,
    PARTIAL_RETURN,
    OUR_FAULT;

    /** As reports write it, for example {@code type-error}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The type of a code.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static ProblemType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no type of problem '" + code + "'"));
    }
}
