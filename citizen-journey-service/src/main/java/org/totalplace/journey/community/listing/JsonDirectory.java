package org.totalplace.journey.community.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The standard's JSON: a service, an organization with its services, services at locations, or a page of either. */
final class JsonDirectory {

    /** A service that has none of these comes from a list. */
    private static final Set<String> NESTED = Set.of(
            "service_at_locations", "schedules", "attributes", "phones", "contacts", "service_areas", "languages");

    private static final String AT_LOCATIONS = "service_at_locations";

    private final List<ObjectNode> services = new ArrayList<>();
    /** Services that came location by location, by id. */
    private final Map<String, ObjectNode> byLocation = new LinkedHashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    private JsonDirectory() {}

    static DirectoryFile read(JsonNode root) {
        JsonDirectory directory = new JsonDirectory();
        JsonNode contents = root.path("contents");
        List<JsonNode> items = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(items::add);
        } else if (contents.isArray()) {
            contents.forEach(items::add);
        } else {
            items.add(root);
        }
        for (int i = 0; i < items.size(); i++) {
            directory.take(items.get(i), i);
        }
        directory.services.addAll(directory.byLocation.values());
        return directory.read(root, items.size());
    }

    private DirectoryFile read(JsonNode root, int items) {
        boolean page = root.path("contents").isArray();
        if (services.isEmpty() && !(page && items == 0)) {
            return new DirectoryFile.Unreadable(
                    "The JSON holds no services. Expected is a service of the standard with id"
                            + " and name, a page of them under 'contents', an organization with 'services', or"
                            + " services at locations.");
        }
        boolean part = page && root.path("total_pages").asInt(1) > 1;
        boolean thin = !services.isEmpty()
                && services.stream().noneMatch(one -> NESTED.stream().anyMatch(one::has));
        return new DirectoryFile.Read(
                page ? "a page of Open Referral JSON" : "Open Referral JSON",
                part,
                thin,
                services,
                List.of(),
                findings);
    }

    private void take(JsonNode item, int index) {
        if (!(item instanceof ObjectNode object)) {
            findings.add(new Finding(
                    Finding.Kind.REFUSED, "item " + (index + 1), "", "An object was expected, not " + item + "."));
        } else if (object.path("service") instanceof ObjectNode service) {
            takeAtLocation(object, service);
        } else if (object.path("services") instanceof ArrayNode offered) {
            takeOrganization(object, offered);
        } else if (object.has("location_type") || object.has("latitude")) {
            findings.add(new Finding(
                    Finding.Kind.REFUSED,
                    "item " + (index + 1),
                    "",
                    "This is a location without a service; send services, or services at locations."));
        } else {
            services.add(object);
        }
    }

    private void takeAtLocation(ObjectNode atLocation, ObjectNode service) {
        ObjectNode place = atLocation.deepCopy();
        place.remove("service");
        ObjectNode known = byLocation.computeIfAbsent(service.path("id").asString(""), id -> service.deepCopy());
        known.withArray(AT_LOCATIONS).add(place);
    }

    private void takeOrganization(ObjectNode organization, ArrayNode offered) {
        ObjectNode alone = organization.deepCopy();
        alone.remove(List.of("services", "locations", "programs", "contacts", "phones", "funding"));
        for (JsonNode service : offered) {
            if (service instanceof ObjectNode object) {
                ObjectNode whole = object.deepCopy();
                if (!whole.has("organization")) {
                    whole.set("organization", alone.deepCopy());
                }
                services.add(whole);
            }
        }
    }
}
