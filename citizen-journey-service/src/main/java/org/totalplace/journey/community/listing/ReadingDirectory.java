package org.totalplace.journey.community.listing;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out what a directory's file is and puts its services together: JSON of the standard (a service, a list, an
 * organization, services at locations, tables by name), a ZIP or one CSV of the standard's tables, or the flat CSV that
 * Outpost imports.
 */
public final class ReadingDirectory {

    private final JsonMapper json;

    public ReadingDirectory(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param name of the file: says which table one CSV is
     * @param today decides what is visible yet, or no longer
     */
    public DirectoryFile read(byte[] file, String name, LocalDate today) {
        if (file.length == 0) {
            return new DirectoryFile.Unreadable("The file is empty; send the file that the directory exports.");
        }
        try {
            if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
                return ZippedTables.read(file);
            }
            TextOfFile text = TextOfFile.of(file);
            char first = text.firstCharacter();
            return first == '{' || first == '[' ? ofJson(text.text()) : ofCsv(text, name, today);
        } catch (CsvParseException broken) {
            return new DirectoryFile.Unreadable("The CSV cannot be read (" + broken.getMessage()
                    + "); a cell is too long, or a quotation mark is never closed. Export it again.");
        }
    }

    private DirectoryFile ofJson(String text) {
        try {
            JsonNode root = json.readTree(text);
            return root instanceof ObjectNode tables && TabularDirectory.isTables(tables)
                    ? TabularDirectory.read(tables)
                    : JsonDirectory.read(root);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            return new DirectoryFile.Unreadable("The file begins like JSON but is broken"
                    + (place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr())
                    + ": " + broken.getOriginalMessage() + ". Export it again; it may have been cut off.");
        }
    }

    private static DirectoryFile ofCsv(TextOfFile text, String name, LocalDate today) {
        List<ObjectNode> rows = CsvRows.read(text.text());
        List<Finding> findings = text.findings();
        if (OutpostDirectory.isOutpost(rows)) {
            return OutpostDirectory.read(rows, today, findings);
        }
        String table = TableName.of(name);
        return table.equals("services")
                ? TabularDirectory.read(Map.of(table, rows), findings)
                : new DirectoryFile.Unreadable(
                        "A CSV file is either Outpost's, with a column import_id_reference, or the"
                                + " standard's services.csv; '" + name
                                + "' is neither. Send the standard's tables together in"
                                + " one ZIP file.");
    }
}
