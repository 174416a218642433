package org.totalplace.journey.community.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The standard's tables, joined into services. */
final class TabularDirectory {

    /** Columns that tie tables together and say nothing by themselves. */
    private static final Set<String> TIES = Set.of(
            "service_id",
            "location_id",
            "organization_id",
            "service_at_location_id",
            "contact_id",
            "phone_id",
            "program_id",
            "taxonomy_ids");

    private static final List<String> OF_A_SERVICE = List.of(
            "phones", "schedules", "service_areas", "languages", "funding", "cost_options", "required_documents");

    private static final List<String> OF_A_LOCATION =
            List.of("addresses", "accessibility", "phones", "languages", "schedules");

    private final Map<String, List<ObjectNode>> tables;
    private final Map<String, Map<String, List<ObjectNode>>> indices = new HashMap<>();
    private final List<Finding> findings;

    private TabularDirectory(Map<String, List<ObjectNode>> tables, List<Finding> findings) {
        this.tables = tables;
        this.findings = new ArrayList<>(findings);
    }

    /** Whether the object's members are tables, named as their files are. */
    static boolean isTables(ObjectNode root) {
        return root.propertyNames().stream().anyMatch(name -> name.endsWith(".csv"));
    }

    static DirectoryFile read(ObjectNode root) {
        Map<String, List<ObjectNode>> tables = new HashMap<>();
        root.propertyStream()
                .filter(table -> !TableName.of(table.getKey()).isEmpty())
                .forEach(table -> tables.computeIfAbsent(TableName.of(table.getKey()), name -> new ArrayList<>())
                        .addAll(objects(table.getValue())));
        return read(tables, List.of());
    }

    private static List<ObjectNode> objects(JsonNode array) {
        return array.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    static DirectoryFile read(Map<String, List<ObjectNode>> tables, List<Finding> findings) {
        TabularDirectory directory = new TabularDirectory(tables, findings);
        List<ObjectNode> services = directory.tables.getOrDefault("services", List.of()).stream()
                .map(directory::service)
                .toList();
        return services.isEmpty()
                ? new DirectoryFile.Unreadable("The table of services is missing or has no rows; send services.csv.")
                : new DirectoryFile.Read("Open Referral tables", false, false, services, List.of(), directory.findings);
    }

    private ObjectNode service(ObjectNode row) {
        String id = text(row, "id");
        ObjectNode service = without(row);
        OF_A_SERVICE.forEach(table -> attach(service, table, of(table, "service_id", id)));
        attach(service, "contacts", contacts("service_id", id));
        attach(service, "attributes", attributes(id));
        attach(
                service,
                "service_at_locations",
                rows("service_at_locations", "service_id", id).stream()
                        .map(at -> atLocation(id, at))
                        .toList());
        refer(service, id, row, "organization_id", "organizations", "organization");
        refer(service, id, row, "program_id", "programs", "program");
        return service;
    }

    /** Puts in what the row refers to by id; a reference to nothing is told. */
    private void refer(ObjectNode into, String service, ObjectNode row, String by, String table, String as) {
        String id = text(row, by);
        if (id.isEmpty()) {
            return;
        }
        ObjectNode found = one(table, id);
        if (found == null) {
            findings.add(new Finding(
                    Finding.Kind.LEFT_OUT,
                    service,
                    by,
                    "There is no row '" + id + "' in the table " + table + "; add it, or correct the reference."));
        } else {
            ObjectNode whole = without(found);
            attach(
                    whole,
                    "organization_identifiers",
                    table.equals("organizations") ? of("organization_identifiers", by, id) : List.of());
            into.set(as, whole);
        }
    }

    private ObjectNode atLocation(String service, ObjectNode row) {
        String id = text(row, "id");
        ObjectNode at = without(row);
        attach(at, "phones", of("phones", "service_at_location_id", id));
        attach(at, "schedules", of("schedules", "service_at_location_id", id));
        attach(at, "contacts", contacts("service_at_location_id", id));
        refer(at, service, row, "location_id", "locations", "location");
        if (at.path("location") instanceof ObjectNode location) {
            OF_A_LOCATION.forEach(table -> attach(location, table, of(table, "location_id", text(row, "location_id"))));
        }
        return at;
    }

    private List<ObjectNode> contacts(String by, String id) {
        return rows("contacts", by, id).stream()
                .map(row -> {
                    ObjectNode contact = without(row);
                    attach(contact, "phones", of("phones", "contact_id", text(row, "id")));
                    return contact;
                })
                .toList();
    }

    private List<ObjectNode> attributes(String service) {
        List<ObjectNode> named = new ArrayList<>(rows("attributes", "link_id", service));
        named.addAll(rows("attributes", "service_id", service));
        return named.stream()
                .map(row -> {
                    ObjectNode attribute = without(row);
                    attribute.remove(List.of("link_id", "taxonomy_term_id"));
                    ObjectNode term = one("taxonomy_terms", text(row, "taxonomy_term_id"));
                    if (term != null) {
                        attribute.set("taxonomy_term", term.deepCopy());
                    }
                    return attribute;
                })
                .toList();
    }

    private List<ObjectNode> of(String table, String by, String id) {
        return rows(table, by, id).stream().map(TabularDirectory::without).toList();
    }

    private List<ObjectNode> rows(String table, String by, String id) {
        return id.isEmpty()
                ? List.of()
                : indices.computeIfAbsent(table + " by " + by, key -> index(table, by))
                        .getOrDefault(id, List.of());
    }

    private @Nullable ObjectNode one(String table, String id) {
        List<ObjectNode> found = rows(table, "id", id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private Map<String, List<ObjectNode>> index(String table, String by) {
        return tables.getOrDefault(table, List.of()).stream()
                .filter(row -> !text(row, by).isEmpty())
                .collect(Collectors.groupingBy(row -> text(row, by)));
    }

    private static void attach(ObjectNode to, String name, List<ObjectNode> rows) {
        if (!rows.isEmpty()) {
            to.set(name, JsonNodeFactory.instance.arrayNode().addAll(rows));
        }
    }

    private static ObjectNode without(ObjectNode row) {
        ObjectNode copy = row.deepCopy();
        copy.remove(TIES);
        return copy;
    }

    private static String text(ObjectNode row, String column) {
        return row.path(column).asString("");
    }
}
