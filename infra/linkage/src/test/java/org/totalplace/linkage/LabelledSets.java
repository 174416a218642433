package org.totalplace.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.totalplace.linkage.cleaning.BirthDates;

/** Public labelled sets of people, where somebody laid them beside the project; tests skip without them. */
final class LabelledSets {

    private static final Path FOLDER = Path.of("../../../shared/data/linkage");

    /** Records with the true person of each. */
    record Labelled(List<IdentityRecord> records, Map<String, String> truth) {}

    private LabelledSets() {}

    static Labelled febrl(String... files) {
        Labelled labelled = new Labelled(new ArrayList<>(), new HashMap<>());
        for (String file : files) {
            for (Map<String, String> row : rows(file + ".csv")) {
                String id = file + ":" + cell(row, "rec_id");
                String address = String.join(
                        " ",
                        cell(row, "street_number"),
                        cell(row, "address_1"),
                        cell(row, "address_2"),
                        cell(row, "suburb"),
                        cell(row, "state"));
                labelled.records.add(new IdentityRecord(
                        id,
                        file,
                        cell(row, "given_name"),
                        cell(row, "surname"),
                        BirthDates.read(cell(row, "date_of_birth")),
                        null,
                        cell(row, "postcode"),
                        address,
                        null,
                        null));
                labelled.truth.put(id, cell(row, "rec_id").split("-")[1]);
            }
        }
        return labelled;
    }

    static Labelled splinkFake() {
        Labelled labelled = new Labelled(new ArrayList<>(), new HashMap<>());
        for (Map<String, String> row : rows("splink_fake_1000.csv")) {
            String id = cell(row, "unique_id");
            labelled.records.add(new IdentityRecord(
                    id,
                    "fake",
                    cell(row, "first_name"),
                    cell(row, "surname"),
                    BirthDates.read(cell(row, "dob")),
                    null,
                    cell(row, "city"),
                    cell(row, "email"),
                    null,
                    null));
            labelled.truth.put(id, cell(row, "cluster"));
        }
        return labelled;
    }

    /**
     * Two agencies that know the same children under other numbers. A child is a full name with a date of birth or at
     * an address: a few dates of birth are a day out, a few children moved, and some have a twin at the other agency
     * only.
     */
    static Labelled families() {
        Labelled labelled = new Labelled(new ArrayList<>(), new HashMap<>());
        Map<String, String> children = new HashMap<>();
        for (String agency : List.of("csc", "education")) {
            for (Map<String, String> row : rows("family_context_" + agency + ".csv")) {
                String id = agency + ":" + cell(row, "Cms Id");
                labelled.records.add(new IdentityRecord(
                        id,
                        agency,
                        cell(row, "First Name"),
                        cell(row, "Last Name"),
                        BirthDates.read(cell(row, "Date Of Birth")),
                        cell(row, "Gender"),
                        null,
                        cell(row, "Address"),
                        null,
                        null));
                labelled.truth.put(id, childOf(row, children));
            }
        }
        return labelled;
    }

    private static String childOf(Map<String, String> row, Map<String, String> children) {
        String name = cell(row, "First Name") + cell(row, "Last Name");
        String known = children.get(name + cell(row, "Date Of Birth"));
        String child = known == null ? children.getOrDefault(name + cell(row, "Address"), cell(row, "Cms Id")) : known;
        children.put(name + cell(row, "Date Of Birth"), child);
        children.put(name + cell(row, "Address"), child);
        return child;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "");
    }

    private static List<Map<String, String>> rows(String file) {
        Path path = FOLDER.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the labelled set " + file + " is not beside the project");
        try {
            List<List<String>> lines = cells(Files.readString(path));
            List<String> header = lines.removeFirst();
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> line : lines) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int c = 0; c < Math.min(header.size(), line.size()); c++) {
                    row.put(header.get(c), line.get(c));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + path, unreadable);
        }
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (text.endsWith("\n") ? text : text + "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return lines;
    }
}
