package org.totalplace.journey.community.listing;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What the standard's tables are called, in its editions 1 and 3. */
final class TableName {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("organizations", "organizations"),
            Map.entry("programs", "programs"),
            Map.entry("services", "services"),
            Map.entry("attributes", "attributes"),
            Map.entry("service_attributes", "attributes"),
            Map.entry("service_at_location", "service_at_locations"),
            Map.entry("service_at_locations", "service_at_locations"),
            Map.entry("services_at_location", "service_at_locations"),
            Map.entry("locations", "locations"),
            Map.entry("phones", "phones"),
            Map.entry("contacts", "contacts"),
            Map.entry("addresses", "addresses"),
            Map.entry("physical_addresses", "addresses"),
            Map.entry("schedules", "schedules"),
            Map.entry("regular_schedules", "schedules"),
            Map.entry("funding", "funding"),
            Map.entry("service_areas", "service_areas"),
            Map.entry("required_documents", "required_documents"),
            Map.entry("languages", "languages"),
            Map.entry("accessibility", "accessibility"),
            Map.entry("accessibility_for_disabilities", "accessibility"),
            Map.entry("taxonomy_terms", "taxonomy_terms"),
            Map.entry("taxonomies", "taxonomies"),
            Map.entry("cost_options", "cost_options"),
            Map.entry("organization_identifiers", "organization_identifiers"));

    private TableName() {}

    /** The table that a file holds, by the end of its name; empty if it is none of those that are read. */
    static String of(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        String base = last.endsWith(".csv") ? last.substring(0, last.length() - 4) : last;
        return KNOWN.keySet().stream()
                .filter(known -> base.equals(known) || base.endsWith("_" + known) || base.endsWith("-" + known))
                .max(Comparator.comparingInt(String::length))
                .map(KNOWN::get)
                .orElse("");
    }
}
