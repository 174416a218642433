package org.totalplace.journey.community.directory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Services as the standard writes them. What the platform adds stands in one member of its own, {@code total_place}:
 * the directory that keeps the service, and how old the information is.
 */
@Component
class StandardShape {

    private static final String ADDED = "total_place";

    private final JsonMapper json;
    private final DirectorySettings settings;
    private final InstantSource clock;

    StandardShape(JsonMapper json, DirectorySettings settings, InstantSource clock) {
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** The full service. */
    ObjectNode full(Held held) {
        ObjectNode service = (ObjectNode) json.readTree(held.document());
        service.put("id", held.id().toString());
        service.set(ADDED, added(held));
        return service;
    }

    /** A page in the standard's envelope. */
    ObjectNode page(ServiceSearch search, FindingServices.Found found) {
        ArrayNode contents = json.createArrayNode();
        found.services()
                .forEach(held ->
                        contents.add(search.minimal() ? minimal(held) : search.full() ? full(held) : listed(held)));
        return envelope(found.total(), search.page(), search.perPage(), contents);
    }

    ObjectNode envelope(long total, int page, int perPage, ArrayNode contents) {
        long pages = (total + perPage - 1) / perPage;
        ObjectNode envelope = json.createObjectNode();
        envelope.put("total_items", total);
        envelope.put("total_pages", pages);
        envelope.put("page_number", page);
        envelope.put("size", contents.size());
        envelope.put("first_page", page == 1);
        envelope.put("last_page", page >= pages);
        envelope.put("empty", contents.isEmpty());
        envelope.set("contents", contents);
        return envelope;
    }

    private ObjectNode minimal(Held held) {
        ObjectNode service = json.createObjectNode().put("id", held.id().toString());
        return service.put(
                "last_modified",
                Objects.requireNonNullElse(held.modified(), held.changedAt()).toString());
    }

    /** Fields that a service has once, and its organization's. */
    private ObjectNode listed(Held held) {
        ObjectNode full = full(held);
        ObjectNode listed = json.createObjectNode();
        full.propertyStream()
                .filter(member ->
                        !member.getValue().isContainer() || member.getKey().equals(ADDED))
                .forEach(member -> listed.set(member.getKey(), member.getValue()));
        if (full.path("organization") instanceof ObjectNode organization) {
            ObjectNode once = listed.putObject("organization");
            organization
                    .propertyStream()
                    .filter(member -> !member.getValue().isContainer())
                    .forEach(member -> once.set(member.getKey(), member.getValue()));
        }
        return listed;
    }

    private JsonNode added(Held held) {
        Freshness age = Freshness.of(
                held.assured(),
                held.modified(),
                Objects.requireNonNullElse(held.staleAfterDays(), settings.staleAfterDays()),
                today(),
                settings.zone());
        ObjectNode added = json.createObjectNode();
        added.put("source", held.source());
        added.put("source_name", held.sourceName());
        added.put("source_id", held.service());
        added.put("checked_basis", age.basis());
        if (age.checked() != null) {
            added.put("checked_on", age.checked().toString());
            added.put("days_since_checked", age.days());
        }
        added.put("stale", age.stale());
        added.put("stale_after_days", age.limit());
        if (held.metres() != null) {
            added.put("distance_metres", held.metres());
        }
        return added;
    }
}
