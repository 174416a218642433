package org.totalplace.journey.community.listing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One service of Outpost in the standard's shape. Notes, internal labels and contacts that are not visible are not
 * carried over; of an address that is to be masked only the town and the first half of the postcode are.
 *
 * @param rows the service's own first
 */
record OutpostService(String id, List<ObjectNode> rows) {

    private static final Map<String, String> DAYS = Map.of(
            "monday", "MO",
            "tuesday", "TU",
            "wednesday", "WE",
            "thursday", "TH",
            "friday", "FR",
            "saturday", "SA",
            "sunday", "SU");

    OutpostService {
        rows = List.copyOf(rows);
    }

    ObjectNode whole() {
        ObjectNode row = rows.getFirst();
        ObjectNode service = object();
        service.put("id", id);
        copy(row, "name", service, "name");
        copy(row, "description", service, "description");
        copy(row, "url", service, "url");
        service.put("status", OutpostDirectory.isYes(row, "temporarily_closed") ? "temporarily closed" : "active");
        copy(row, "min_age", service, "minimum_age");
        copy(row, "max_age", service, "maximum_age");
        copy(row, "how_to_start", service, "application_process");
        if (OutpostDirectory.isYes(row, "needs_referral") && !service.has("application_process")) {
            service.put("application_process", "You need a referral.");
        }
        String organization = row.path("organisation").asString("");
        if (!organization.isEmpty()) {
            service.set(
                    "organization",
                    object().put("id", derived("organisation", organization)).put("name", organization));
        }
        terms(service, row);
        if (OutpostDirectory.isYes(row, "free")) {
            service.withArray("cost_options")
                    .add(inner("free", 0).put("option", "Free").put("amount", 0));
        }
        for (int i = 0; i < rows.size(); i++) {
            addTo(service, rows.get(i), i);
        }
        return service;
    }

    private void terms(ObjectNode service, ObjectNode row) {
        Map.of("service_taxonomies", "Services", "suitabilities", "Suitabilities")
                .forEach((column, taxonomy) -> split(row, column).forEach(name -> {
                    ObjectNode term = object().put("id", derived(taxonomy, name.toLowerCase(Locale.ROOT)))
                            .put("name", name)
                            .put("taxonomy", taxonomy);
                    ArrayNode attributes = service.withArray("attributes");
                    attributes.add(inner("attribute", attributes.size()).set("taxonomy_term", term));
                }));
    }

    private void addTo(ObjectNode service, ObjectNode row, int index) {
        if (row.has("contact_name") || row.has("contact_email") || row.has("contact_phone")) {
            addContact(service, row, index);
        }
        if ((row.has("location_name") || row.has("location_postcode"))
                && OutpostDirectory.isYesOrBlank(row, "location_visible")) {
            service.withArray("service_at_locations").add(inner("place", index).set("location", location(row, index)));
        }
        if (row.has("scheduled_weekday")) {
            String day = row.path("scheduled_weekday").asString("").toLowerCase(Locale.ROOT);
            ObjectNode schedule =
                    inner("schedule", index).put("freq", "WEEKLY").put("byday", DAYS.getOrDefault(day, day));
            copy(row, "schedules_opens_at", schedule, "opens_at");
            copy(row, "schedules_closes_at", schedule, "closes_at");
            service.withArray("schedules").add(schedule);
        }
        if (row.has("cost_amount")) {
            ObjectNode cost = inner("cost", index);
            copy(row, "cost_option", cost, "option");
            copy(row, "cost_amount", cost, "amount");
            copy(row, "cost_type", cost, "amount_description");
            service.withArray("cost_options").add(cost);
        }
        if (row.has("links_url")) {
            ObjectNode link = inner("link", index);
            copy(row, "links_label", link, "label");
            copy(row, "links_url", link, "url");
            service.withArray("additional_urls").add(link);
        }
    }

    private void addContact(ObjectNode service, ObjectNode row, int index) {
        if (OutpostDirectory.isYes(row, "contact_visible")) {
            ObjectNode contact = inner("contact", index);
            copy(row, "contact_name", contact, "name");
            copy(row, "contact_title", contact, "title");
            copy(row, "contact_email", contact, "email");
            if (row.has("contact_phone")) {
                ObjectNode phone = inner("phone", index);
                copy(row, "contact_phone", phone, "number");
                contact.withArray("phones").add(phone);
            }
            service.withArray("contacts").add(contact);
        }
    }

    private ObjectNode location(ObjectNode row, int index) {
        ObjectNode location = inner("location", index).put("location_type", "physical");
        ObjectNode address = inner("address", index).put("country", "GB").put("address_type", "physical");
        copy(row, "location_city", address, "city");
        if (!OutpostDirectory.isNoOrBlank(row, "mask_exact_address")) {
            String postcode = row.path("location_postcode").asString("");
            UkPostcode.districtOf(postcode).ifPresent(district -> address.put("postal_code", district));
        } else {
            copy(row, "location_name", location, "name");
            copy(row, "location_latitude", location, "latitude");
            copy(row, "location_longitude", location, "longitude");
            copy(row, "location_address_1", address, "address_1");
            copy(row, "location_postcode", address, "postal_code");
        }
        location.withArray("addresses").add(address);
        List<String> access = split(row, "location_accessibilities");
        for (int i = 0; i < access.size(); i++) {
            location.withArray("accessibility").add(inner("access " + index, i).put("description", access.get(i)));
        }
        return location;
    }

    private static List<String> split(ObjectNode row, String column) {
        return Arrays.stream(row.path(column).asString("").split("[;]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static void copy(ObjectNode row, String column, ObjectNode into, String member) {
        if (row.has(column)) {
            into.put(member, row.path(column).asString(""));
        }
    }

    private ObjectNode inner(String kind, int index) {
        return object().put("id", derived(id + " " + kind, String.valueOf(index)));
    }

    /** The same things have the same ids at every import. */
    private static String derived(String kind, String name) {
        return UUID.nameUUIDFromBytes(("outpost " + kind + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
