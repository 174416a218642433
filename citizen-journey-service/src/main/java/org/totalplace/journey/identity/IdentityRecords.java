package org.totalplace.journey.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.due.Statements;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.SubjectKey;

/** The identity records as linking reads them; nothing else reads the clear fields. */
public final class IdentityRecords {

    private static final int ROWS_A_FETCH = 2_000;

    private static final String FIELDS = """
            select subject, agency, given_name, family_name, date_of_birth, sex, postcode, address, nhs_number, uprn
              from identity_record
            """;

    private static final String ENCODED = """
            select subject, agency, encoding_schema, encoding,
                   coalesce(given_name, family_name, date_of_birth::text, nhs_number) is not null as clear
              from identity_record where encoding is not null order by subject
            """;

    private IdentityRecords() {}

    /** All of them, in the order of their subjects. */
    public static List<IdentityRecord> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIELDS + " order by subject")) {
            return read(select);
        }
    }

    /** Those of the given subjects, as far as there are any. */
    public static List<IdentityRecord> of(Connection connection, Collection<UUID> subjects) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(FIELDS + " where subject = any(?) order by subject")) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            return read(select);
        }
    }

    /** Those that this transaction or a later one, or one that was running beside it, wrote. */
    public static List<IdentityRecord> changedSince(Connection connection, String transaction) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(FIELDS + " where changed_by >= cast(? as text)::xid8 order by subject")) {
            select.setString(1, transaction);
            return read(select);
        }
    }

    /** Those with an encoding by a schema that is agreed on, in the order of their subjects. */
    public static List<EncodedRecord> encoded(Connection connection, EncodingSchemas schemas) throws SQLException {
        List<EncodedRecord> encoded = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ENCODED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Optional<EncodingSchema> schema = schemas.find(row.getString(3));
                if (schema.isPresent()) {
                    Encoding encoding = Encoding.fromText(row.getString(4), schema.get());
                    encoded.add(new EncodedRecord(
                            row.getString(1), row.getString(2), schema.get(), encoding, row.getBoolean(5)));
                }
            }
        }
        return encoded;
    }

    /** Erasures so far; they come one after the other, each with the next number. */
    public static long erasures(Connection connection) throws SQLException {
        return Statements.number(connection, "select coalesce(max(id), 0) from erasure");
    }

    /** The subjects of erasures with higher numbers. */
    public static List<String> erasedAfter(Connection connection, long erasure) throws SQLException {
        List<String> subjects = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select subject::text from erased_subject where erasure > ? order by subject")) {
            select.setLong(1, erasure);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
            }
        }
        return subjects;
    }

    /** The agency of each of the given subjects that has a record. */
    public static Map<SubjectKey, AgencyCode> agencies(Connection connection, Collection<UUID> subjects)
            throws SQLException {
        Map<String, AgencyCode> codes = new HashMap<>();
        Map<SubjectKey, AgencyCode> agencies = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select subject, agency from identity_record where subject = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    agencies.put(
                            new SubjectKey(row.getObject(1, UUID.class)),
                            codes.computeIfAbsent(row.getString(2), AgencyCode::new));
                }
            }
        }
        return agencies;
    }

    private static List<IdentityRecord> read(PreparedStatement select) throws SQLException {
        select.setFetchSize(ROWS_A_FETCH);
        // Few agencies and sexes stand in many records: each text is held once.
        Map<String, String> shared = new HashMap<>();
        List<IdentityRecord> records = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                records.add(new IdentityRecord(
                        row.getString(1),
                        shared.computeIfAbsent(row.getString(2), agency -> agency),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        once(shared, row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)));
            }
        }
        return records;
    }

    private static @Nullable String once(Map<String, String> shared, @Nullable String text) {
        return text == null ? null : shared.computeIfAbsent(text, same -> same);
    }
}
