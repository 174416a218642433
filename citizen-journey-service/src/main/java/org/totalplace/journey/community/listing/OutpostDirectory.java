package org.totalplace.journey.community.listing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flat CSV that the directory software Outpost imports: a row a service, and further rows that name its
 * {@code import_id} and add a location, a time, a contact or a fee. What it marks as not visible stays out.
 */
final class OutpostDirectory {

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
        if (of.isEmpty() && !id.isEmpty()) {
            rowsOf.computeIfAbsent(id, key -> new ArrayList<>()).addFirst(row);
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
        if (isNo(service, "approved")) {
            return "It is not approved in its directory; approve it there.";
        }
        if (isNo(service, "visible")) {
            return "Its directory keeps it from the public (visible is FALSE); make it visible there.";
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

    static boolean isNo(ObjectNode row, String column) {
        return row.path(column).asString("").equalsIgnoreCase("false");
    }

    static boolean isYes(ObjectNode row, String column) {
        return row.path(column).asString("").equalsIgnoreCase("true");
    }

    private static @Nullable LocalDate date(ObjectNode row, String column) {
        try {
            return row.has(column) ? LocalDate.parse(row.path(column).asString("")) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
