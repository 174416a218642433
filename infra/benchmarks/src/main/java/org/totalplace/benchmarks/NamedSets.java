package org.totalplace.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.FurtherDetails;
import org.totalplace.linkage.IdentityRecord;
import org.totalplace.linkage.cleaning.BirthDates;

/** Public sets of people of whom the truth is known, where they lie on this machine. */
final class NamedSets {

    private NamedSets() {}

    /** A set with the sources that hold people twice. */
    record Named(String name, LabelledPeople people, Duplicates duplicates) {}

    static List<Named> found() throws IOException {
        List<Named> found = new ArrayList<>();
        febrl1().ifPresent(people -> found.add(new Named("febrl1", people, Duplicates.heldBy("febrl1"))));
        splink().ifPresent(people -> found.add(new Named("splink_fake_1000", people, Duplicates.heldBy("splink"))));
        families().ifPresent(people -> found.add(new Named("family_context", people, Duplicates.none())));
        senzing()
                .ifPresent(people -> found.add(
                        new Named("Senzing", people, Duplicates.heldBy("customers", "reference", "watchlist"))));
        return found;
    }

    private static Optional<LabelledPeople> febrl1() throws IOException {
        LabelledPeople people = none();
        boolean read = read("febrl1.csv", row -> {
            String id = cell(row, 0);
            people.records()
                    .add(new IdentityRecord(
                            id,
                            "febrl1",
                            cell(row, 1),
                            cell(row, 2),
                            BirthDates.read(cell(row, 9)),
                            null,
                            cell(row, 7),
                            cell(row, 3) + " " + cell(row, 4) + " " + cell(row, 5),
                            null,
                            null,
                            new FurtherDetails(null, null, cell(row, 10), cell(row, 6), null, null)));
            people.truth().put(id, id.split("-")[1]);
        });
        return read ? Optional.of(people) : Optional.empty();
    }

    private static Optional<LabelledPeople> splink() throws IOException {
        LabelledPeople people = none();
        boolean read = read("splink_fake_1000.csv", row -> {
            String id = cell(row, "unique_id");
            people.records()
                    .add(new IdentityRecord(
                            id,
                            "splink",
                            cell(row, "first_name"),
                            cell(row, "surname"),
                            BirthDates.read(cell(row, "dob")),
                            null,
                            null,
                            null,
                            null,
                            null,
                            new FurtherDetails(cell(row, "email"), null, null, cell(row, "city"), null, null)));
            people.truth().put(id, cell(row, "cluster"));
        });
        return read ? Optional.of(people) : Optional.empty();
    }

    /** A child is a full name with a date of birth or at an address; some have a twin at the other agency only. */
    private static Optional<LabelledPeople> families() throws IOException {
        LabelledPeople people = none();
        Map<String, String> children = new HashMap<>();
        boolean read = true;
        for (String agency : List.of("csc", "education")) {
            read &= read("family_context_" + agency + ".csv", row -> {
                String id = agency + ":" + cell(row, "Cms Id");
                String born = cell(row, "Date Of Birth");
                String address = cell(row, "Address");
                String name = cell(row, "First Name") + " " + cell(row, "Last Name") + " ";
                people.records()
                        .add(new IdentityRecord(
                                id,
                                agency,
                                cell(row, "First Name"),
                                cell(row, "Last Name"),
                                BirthDates.read(born),
                                cell(row, "Gender"),
                                null,
                                address,
                                null,
                                null));
                String child = children.getOrDefault(name + born, children.getOrDefault(name + address, id));
                children.put(name + born, child);
                children.put(name + address, child);
                people.truth().put(id, child);
            });
        }
        return read ? Optional.of(people) : Optional.empty();
    }

    private static Optional<LabelledPeople> senzing() throws IOException {
        LabelledPeople people = none();
        boolean read = read(
                "senzing_truth_key.csv",
                row -> people.truth().put(cell(row, "DATA_SOURCE") + cell(row, "RECORD_ID"), cell(row, "CLUSTER_ID")));
        for (String source : List.of("customers", "reference", "watchlist")) {
            read &= read("senzing_" + source + ".csv", row -> people.records().add(senzing(source, row)));
        }
        return read ? Optional.of(people) : Optional.empty();
    }

    private static IdentityRecord senzing(String source, NamedCsvRecord row) {
        String organisation = cell(row, "PRIMARY_NAME_ORG");
        String[] whole = cell(row, "PRIMARY_NAME_FULL").split(" ");
        String family = cell(row, "PRIMARY_NAME_LAST");
        return new IdentityRecord(
                cell(row, "DATA_SOURCE") + cell(row, "RECORD_ID"),
                source,
                family.isEmpty() && whole.length > 1 ? whole[0] : cell(row, "PRIMARY_NAME_FIRST"),
                !family.isEmpty() ? family : organisation.isEmpty() ? whole[whole.length - 1] : organisation,
                BirthDates.read(cell(row, "DATE_OF_BIRTH")),
                cell(row, "GENDER"),
                cell(row, "ADDR_POSTAL_CODE"),
                cell(row, "ADDR_FULL") + cell(row, "ADDR_LINE1"),
                null,
                null,
                new FurtherDetails(
                        cell(row, "EMAIL_ADDRESS"),
                        cell(row, "PHONE_NUMBER"),
                        cell(row, "NATIONAL_ID_NUMBER"),
                        cell(row, "ADDR_CITY"),
                        null,
                        null));
    }

    private static boolean read(String file, Consumer<NamedCsvRecord> each) throws IOException {
        Optional<Path> path = Inputs.real("linkage/" + file);
        if (path.isEmpty()) {
            System.out.println(file + " is not on this machine: skipped");
            return false;
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(path.get())) {
            rows.forEach(each);
        }
        return true;
    }

    private static String cell(NamedCsvRecord row, int column) {
        return row.getField(column).strip();
    }

    private static String cell(NamedCsvRecord row, String column) {
        return Objects.requireNonNullElse(row.findField(column).orElse(""), "").strip();
    }

    private static LabelledPeople none() {
        return new LabelledPeople(new ArrayList<>(), new HashMap<>());
    }
}
