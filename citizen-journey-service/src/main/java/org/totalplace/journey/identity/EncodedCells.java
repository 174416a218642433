package org.totalplace.journey.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;

/** Whether the encoding of a row can be compared with others; a row without one is as good as ever. */
final class EncodedCells {

    static final int SCHEMA = Layouts.PEOPLE.indexOf("encodingSchema");
    static final int ENCODING = Layouts.PEOPLE.indexOf("encoding");

    private final EncodingSchemas schemas;

    EncodedCells(EncodingSchemas schemas) {
        this.schemas = schemas;
    }

    Optional<Problem> objection(RowOutcome.Accepted row) {
        String version = row.values().text(SCHEMA);
        String encoding = row.values().text(ENCODING);
        if (version == null || encoding == null) {
            return version == null && encoding == null
                    ? Optional.empty()
                    : Optional.of(problem(
                            row,
                            ProblemType.REQUIRED_VALUE,
                            version == null ? "encodingSchema" : "encoding",
                            version,
                            "An encoding and the version of its schema come together; give both or neither."));
        }
        Optional<EncodingSchema> schema = schemas.find(version);
        return schema.isEmpty()
                ? Optional.of(problem(
                        row,
                        ProblemType.CONSTRAINT_ERROR,
                        "encodingSchema",
                        version,
                        "No schema of encodings '" + version + "' is agreed on here, only " + schemas.versions()
                                + ". Encode by one of these, or agree on the new one first."))
                : unreadable(row, encoding, schema.get());
    }

    private static Optional<Problem> unreadable(RowOutcome.Accepted row, String encoding, EncodingSchema schema) {
        try {
            Encoding.fromText(encoding, schema);
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(problem(
                    row,
                    ProblemType.TYPE_ERROR,
                    "encoding",
                    null,
                    "An encoding by schema " + schema.version() + " is " + schema.bits()
                            + " bits in Base64; this cell is something else. Check the encoder's settings."));
        }
    }

    private static Problem problem(
            RowOutcome.Accepted row, ProblemType type, String column, @Nullable String cell, String message) {
        return new Problem(type, row.row(), column, cell, message);
    }
}
