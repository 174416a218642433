package org.totalplace.journey.linkage;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One link as queries return it, both ends with the agency and person of their subject. */
record LinkRow(
        End first,
        End second,
        double weight,
        double probability,
        String verdict,
        String model,
        String reason,
        LinkEvidence evidence) {

    private static final JsonMapper JSON = new JsonMapper();

    static final String COLUMNS = """
            link.subject_a, a.agency as agency_a, a.person as person_a,
            link.subject_b, b.agency as agency_b, b.person as person_b,
            link.weight, link.probability, link.verdict, link.model, link.reason, link.evidence::text as evidence
            """;

    static final String JOINED = """
            person_link link
            join person_subject a on a.subject = link.subject_a
            join person_subject b on b.subject = link.subject_b
            """;

    /** One end of a link. */
    record End(UUID subject, String agency, UUID personId) {}

    static LinkRow of(Readable row) {
        return new LinkRow(
                new End(
                        told(row, "subject_a", UUID.class),
                        told(row, "agency_a", String.class),
                        told(row, "person_a", UUID.class)),
                new End(
                        told(row, "subject_b", UUID.class),
                        told(row, "agency_b", String.class),
                        told(row, "person_b", UUID.class)),
                told(row, "weight", Double.class),
                told(row, "probability", Double.class),
                told(row, "verdict", String.class),
                told(row, "model", String.class),
                told(row, "reason", String.class),
                JSON.readValue(told(row, "evidence", String.class), LinkEvidence.class));
    }

    private static <T> T told(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return Objects.requireNonNull(value, column);
    }
}
