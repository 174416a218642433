package org.totalplace.journey.community.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flat CSV that the directory software Outpost imports: a row a service, and further rows that name its
 * {@code import_id} and add a location, a time, a contact or a fee. What it marks as not visible stays out.
 */
final class OutpostDirectory {

    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0");
    private static final List<String> DAYS = List.of("visible_from", "visible_to");

    private static final List<String> FLAGS =
            List.of("approved", "visible", "location_visible", "mask_exact_address", "contact_visible");

    private final LocalDate today;
    private final List<Finding> findings;
    private final Map<String, List<ObjectNode>> rowsOf = new LinkedHashMap<>();
    private final List<String> setAside = new ArrayList<>();

    private OutpostDirectory(LocalDate today, List<Finding> findings) {
        this.today = today;
        this.findings = new ArrayList<>(findings);
    }

    static boolean isOutpost(List<ObjectNode> rows) {
        return rows.stream().anyMatch(row -> row.has("import_id"))
                && rows.stream().noneMatch(row -> row.has("organization_id"));
    }

    static DirectoryFile read(List<ObjectNode> rows, LocalDate today, List<Finding> findings) {
        OutpostDirectory directory = new OutpostDirectory(today, findings);
        rows.forEach(directory::sort);
        List<ObjectNode> services = new ArrayList<>();
        directory.rowsOf.forEach((id, ofIt) -> {
            ofIt.forEach(row -> directory.tellOdd(id, row));
            String why = directory.whyNotPublic(ofIt.getFirst());
            if (why == null) {
                services.add(new OutpostService(id, ofIt).whole());
            } else {
                directory.setAside.add(id);
                directory.findings.add(new Finding(Finding.Kind.SET_ASIDE, id, "", why));
            }
        });
        return new DirectoryFile.Read("Outpost CSV", false, false, services, directory.setAside, directory.findings);
    }

    private void sort(ObjectNode row) {
        String id = row.path("import_id").asString("");
        String of = row.path("import_id_reference").asString("");
        if (of.isEmpty() && rowsOf.containsKey(id)) {
            findings.add(new Finding(
                    Finding.Kind.REFUSED,
                    id,
                    "import_id",
                    "Two services have this import_id; the first is taken. Give each its own."));
        } else if (of.isEmpty() && !id.isEmpty()) {
            rowsOf.put(id, new ArrayList<>(List.of(row)));
        } else if (rowsOf.containsKey(of)) {
            rowsOf.get(of).add(row);
        } else {
            findings.add(new Finding(
                    Finding.Kind.REFUSED,
                    id,
                    "import_id_reference",
                    "The row refers to the service '" + of + "', which has no row before it; put the service first."));
        }
    }

    private @Nullable String whyNotPublic(ObjectNode service) {
        if (!isYesOrBlank(service, "approved")) {
            return "It is not approved in its directory; approve it there.";
        }
        if (!isYesOrBlank(service, "visible")) {
            return "Its directory keeps it from the public (visible is not TRUE); make it visible there.";
        }
        for (String column : DAYS) {
            if (service.has(column) && date(service, column) == null) {
                return "Its " + column + " '" + service.path(column).asString("")
                        + "' cannot be read; write a day like 2025-03-15 there.";
            }
        }
        LocalDate from = date(service, "visible_from");
        LocalDate until = date(service, "visible_to");
        if (from != null && from.isAfter(today)) {
            return "It becomes visible on " + from + "; import again then.";
        }
        return until != null && until.isBefore(today)
                ? "It was visible until " + until + "; give it a new date there."
                : null;
    }

    private void tellOdd(String id, ObjectNode row) {
        FLAGS.stream()
                .filter(column -> !isYesOrBlank(row, column) && !isNoOrBlank(row, column))
                .forEach(column -> findings.add(new Finding(
                        Finding.Kind.LEFT_OUT,
                        id,
                        column,
                        "'" + row.path(column).asString("") + "' is neither TRUE nor FALSE, so what it is about is kept"
                                + " from the public; correct it in the directory.")));
    }

    static boolean isYes(ObjectNode row, String column) {
        return YES.contains(word(row, column));
    }

    /** Whether nothing speaks against showing it: a word that is not known does. */
    static boolean isYesOrBlank(ObjectNode row, String column) {
        return word(row, column).isEmpty() || isYes(row, column);
    }

    static boolean isNoOrBlank(ObjectNode row, String column) {
        return word(row, column).isEmpty() || NO.contains(word(row, column));
    }

    private static String word(ObjectNode row, String column) {
        return row.path(column).asString("").strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate date(ObjectNode row, String column) {
        return Cells.date(row.path(column).asString("")).orElse(null);
    }
}
