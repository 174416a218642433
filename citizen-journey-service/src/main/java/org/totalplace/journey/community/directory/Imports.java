package org.totalplace.journey.community.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The reports of past imports. */
@Component
class Imports {

    private static final int LATEST = 50;

    private final BulkDatabase database;
    private final JsonMapper json;

    Imports(BulkDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ImportReport> find(String source, UUID id) throws Exception {
        return database.inTransaction(connection -> {
            try (var select = connection.prepareStatement(
                    "select report::text from directory_import where source = ? and id = ?")) {
                select.setString(1, source);
                select.setObject(2, id);
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(json.readValue(row.getString(1), ImportReport.class))
                            : Optional.empty();
                }
            }
        });
    }

    /** The latest first, so many as can be read. */
    List<ImportReport> of(String source) throws Exception {
        return database.inTransaction(connection -> {
            List<ImportReport> reports = new ArrayList<>();
            try (var select = connection.prepareStatement("select report::text from directory_import where source = ?"
                    + " order by imported_at desc, id limit " + LATEST)) {
                select.setString(1, source);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        reports.add(json.readValue(row.getString(1), ImportReport.class));
                    }
                }
            }
            return reports;
        });
    }
}
