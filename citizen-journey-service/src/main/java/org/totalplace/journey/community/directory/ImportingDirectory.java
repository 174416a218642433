package org.totalplace.journey.community.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.listing.DirectoryFile;
import org.totalplace.journey.community.listing.Finding;
import org.totalplace.journey.community.listing.ReadingDirectory;
import org.totalplace.journey.community.listing.ServiceChecks;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Takes a directory's file in: all that is sound in one transaction, and a report of what was not. */
@Component
public class ImportingDirectory {

    private static final String KEEP_REPORT = """
            insert into directory_import (id, source, imported_at, author, report) values (?, ?, ?, ?, ?::jsonb)
            """;

    private final BulkDatabase database;
    private final ReadingDirectory reading;
    private final KeepingListings listings;
    private final DirectorySettings settings;
    private final InstantSource clock;
    private final JsonMapper json;

    ImportingDirectory(
            BulkDatabase database,
            ReadingDirectory reading,
            KeepingListings listings,
            DirectorySettings settings,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.reading = reading;
        this.listings = listings;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A file as it was sent.
     *
     * @param whole whether it is all that the directory lists
     * @param confirmed whether it may take off more than usual
     */
    public record Sent(String source, String name, boolean whole, boolean confirmed, String author) {

        public Sent {
            name = name.replace("\0", "");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Imported(ImportReport report) implements Outcome {}

        /** Nothing was changed. */
        record Refused(String code, String why) implements Outcome {}

        record UnknownSource() implements Outcome {}
    }

    Outcome take(Sent sent, byte[] file) throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return switch (reading.read(file, sent.name(), today)) {
            case DirectoryFile.Unreadable(String why) -> new Outcome.Refused("unreadable-directory", why);
            case DirectoryFile.Read read -> take(sent, read);
        };
    }

    /** The same of services that were read already. Blocks; everything or nothing of them is taken. */
    public Outcome take(Sent sent, DirectoryFile.Read read) throws Exception {
        if (sent.whole() && read.part()) {
            return new Outcome.Refused(
                    "part-of-a-directory",
                    "The file says that it is one page of several, so it cannot be the whole directory. Send it without"
                            + " whole=true, or all pages in one file.");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        Gathered gathered = Gathered.of(read, new ServiceChecks(today));
        return database.inTransaction(connection -> take(connection, sent, read, gathered, now));
    }

    private Outcome take(Connection connection, Sent sent, DirectoryFile.Read read, Gathered gathered, Instant now)
            throws SQLException {
        Optional<Long> listed = lock(connection, sent.source());
        if (listed.isEmpty()) {
            return new Outcome.UnknownSource();
        }
        long gone = sent.whole() ? listings.gone(connection, sent.source(), gathered) : 0;
        if (!sent.confirmed() && gone * 100 > listed.get() * settings.mostGone()) {
            return new Outcome.Refused(
                    "too-many-gone",
                    "The file would take " + gone + " of " + listed.get() + " listed services off, more than "
                            + settings.mostGone()
                            + " %. If that is right send it with confirm=true; else send the whole directory.");
        }
        var changes = listings.keep(connection, sent.source(), gathered, read.thin(), sent.whole(), now);
        ImportReport report = report(sent, read, gathered, changes, now);
        Statements.run(
                connection,
                KEEP_REPORT,
                report.id(),
                sent.source(),
                Timestamp.from(now),
                sent.author(),
                json.writeValueAsString(report));
        return new Outcome.Imported(report);
    }

    /** Imports of one source take turns. */
    private static Optional<Long> lock(Connection connection, String source) throws SQLException {
        try (var select = connection.prepareStatement("""
                select (select count(*) from directory_service d where d.source = s.source and d.unlisted_at is null)
                  from directory_source s where s.source = ? for update
                """)) {
            select.setString(1, source);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static ImportReport report(
            Sent sent, DirectoryFile.Read read, Gathered gathered, ImportReport.Changes changes, Instant now) {
        Map<String, Long> counted = gathered.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.kind().code(), Collectors.counting()));
        List<ImportReport.Told> told = gathered.findings().stream()
                .sorted(Comparator.comparing(Finding::kind))
                .limit(ImportReport.MOST_TOLD)
                .map(ImportReport.Told::of)
                .toList();
        return new ImportReport(
                UUID.randomUUID(),
                sent.source(),
                sent.name(),
                now,
                sent.author(),
                read.format(),
                sent.whole(),
                new ImportReport.Services(
                        gathered.read(),
                        gathered.listings().size(),
                        gathered.refused(),
                        gathered.hidden().size()),
                changes,
                counted,
                told);
    }
}
