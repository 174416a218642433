package org.totalplace.journey.community.directory;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.listing.Listing;
import org.totalplace.journey.community.listing.Term;
import org.totalplace.journey.due.Statements;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings a source's services to what a file says of them, within the caller's transaction. */
@Component
class KeepingListings {

    /** Characters of one statement: a service may be a line or a book. */
    private static final int AT_ONCE = 2_000_000;

    /** In small letters alone, for ids of a directory may differ in nothing but these. */
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    private final JsonMapper json;

    KeepingListings(JsonMapper json) {
        this.json = json;
    }

    /** How many listed services a whole file would take off. */
    long gone(Connection connection, String source, Gathered file) throws SQLException {
        try (var select = connection.prepareStatement(ListingsSql.GONE)) {
            select.setString(1, source);
            select.setArray(2, array(connection, named(file)));
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    ImportReport.Changes keep(
            Connection connection, String source, Gathered file, boolean thin, boolean whole, Instant now)
            throws SQLException {
        Statements.run(connection, ListingsSql.INCOMING);
        take(connection, source, file.listings(), thin);
        Statements.run(connection, "analyze incoming");
        Statements.run(connection, ListingsSql.LEAVE_FULLER, source);
        Compared compared = compare(connection, source);
        Statements.run(connection, ListingsSql.FORGET_PLACES, source);
        Statements.run(connection, ListingsSql.FORGET_OPENINGS, source);
        Statements.run(connection, ListingsSql.PUT, source, Timestamp.from(now));
        Statements.run(connection, ListingsSql.PUT_PLACES, source);
        Statements.run(connection, ListingsSql.PUT_OPENINGS, source);
        Statements.run(connection, ListingsSql.PUT_TERMS, source);
        long gone = takeOff(connection, ListingsSql.HIDE, source, file.hidden(), now);
        if (whole) {
            gone += takeOff(connection, ListingsSql.TAKE_OFF, source, named(file), now);
        }
        long unchanged = file.listings().size() - compared.added() - compared.returned() - compared.changed();
        return new ImportReport.Changes(compared.added(), compared.changed(), compared.returned(), unchanged, gone);
    }

    private record Compared(long added, long returned, long changed) {}

    private static Compared compare(Connection connection, String source) throws SQLException {
        try (var select = connection.prepareStatement(ListingsSql.COMPARE)) {
            select.setString(1, source);
            try (var row = select.executeQuery()) {
                row.next();
                return new Compared(row.getLong("added"), row.getLong("returned"), row.getLong("changed"));
            }
        }
    }

    private static long takeOff(Connection connection, String sql, String source, Set<String> services, Instant now)
            throws SQLException {
        return Statements.run(connection, sql, Timestamp.from(now), source, array(connection, services));
    }

    private static java.sql.Array array(Connection connection, Set<String> services) throws SQLException {
        return connection.createArrayOf("text", services.toArray());
    }

    /** What the file names at all; what is held of a service that is refused now stays. */
    private static Set<String> named(Gathered file) {
        Set<String> named = new HashSet<>(file.kept());
        file.listings().forEach(listing -> named.add(listing.id()));
        return named;
    }

    private void take(Connection connection, String source, List<Listing> listings, boolean thin) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (Listing listing : listings) {
            rows.append(rows.isEmpty() ? '[' : ',').append(json.writeValueAsString(row(source, listing, thin)));
            if (rows.length() > AT_ONCE) {
                Statements.run(connection, ListingsSql.TAKE, rows.append(']').toString());
                rows.setLength(0);
            }
        }
        if (!rows.isEmpty()) {
            Statements.run(connection, ListingsSql.TAKE, rows.append(']').toString());
        }
    }

    private ObjectNode row(String source, Listing listing, boolean thin) {
        ObjectNode row = json.createObjectNode();
        UUID made = UUID.nameUUIDFromBytes((source + "\n" + listing.id()).getBytes(StandardCharsets.UTF_8));
        boolean own = UUIDS.matcher(listing.id()).matches();
        row.put("id", own ? listing.id() : made.toString());
        row.put("other_id", made.toString());
        row.put("service", listing.id());
        row.set("document", listing.document());
        row.put("thin", thin);
        row.put("name", listing.name());
        row.put("status", listing.status());
        row.put("organization", listing.organization());
        row.put("words", listing.words());
        row.put("accessibility", listing.accessibility());
        row.set("languages", json.valueToTree(listing.languages()));
        row.set(
                "term_ids",
                json.valueToTree(
                        listing.terms().stream().map(Term::id).distinct().toList()));
        row.set("terms", json.valueToTree(listing.terms()));
        row.set("places", json.valueToTree(listing.places()));
        row.set("openings", json.valueToTree(listing.openings()));
        row.put("minimum_age", listing.minimumAge());
        row.put("maximum_age", listing.maximumAge());
        row.set("assured", json.valueToTree(listing.assured()));
        row.set("modified", json.valueToTree(listing.modified()));
        return row;
    }
}
