package org.totalplace.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.contacts.JourneyMap;
import org.totalplace.sample.directory.ServiceDirectory;
import org.totalplace.sample.money.Declaration;
import org.totalplace.sample.outcomes.Measure;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.PlaceShare;
import org.totalplace.sample.place.ServiceLine;

/**
 * What a sample place consists of: enough to register its agencies and feeds and to load every file in the right order.
 *
 * @param feeds in the order to load in
 */
public record Manifest(
        int persons,
        long seed,
        List<Agency> agencies,
        List<Feed> feeds,
        List<ServiceLine> services,
        List<Declaration> transfers,
        List<JourneyMap> maps,
        List<Measure> measures,
        ServiceDirectory directory,
        List<Map<String, Object>> voices,
        List<Map<String, Object>> surveys,
        Map<String, Object> circle,
        List<Map<String, Object>> consultations,
        List<Map<String, Object>> proposals,
        List<Map<String, Object>> mapProposals) {

    public static final String FILE = "manifest.json";

    public Manifest {
        agencies = List.copyOf(agencies);
        feeds = List.copyOf(feeds);
        services = List.copyOf(services);
        transfers = List.copyOf(transfers);
        maps = List.copyOf(maps);
        measures = List.copyOf(measures);
        voices = List.copyOf(voices);
        surveys = List.copyOf(surveys);
        consultations = List.copyOf(consultations);
        proposals = List.copyOf(proposals);
        mapProposals = List.copyOf(mapProposals);
    }

    /** The text of {@code manifest.json}. */
    public String json() {
        Object place = Json.object(
                "code", Northmoor.CODE,
                "name", Northmoor.NAME,
                "population", Northmoor.POPULATION,
                "year", Northmoor.YEAR.label());
        return Json.page(Json.object(
                "place", place,
                "persons", persons,
                "seed", seed,
                "agencies", agencies.stream().map(Manifest::json).toList(),
                "feeds", feeds.stream().map(Manifest::json).toList(),
                "services", services.stream().map(Manifest::json).toList(),
                "transfers", transfers.stream().map(Manifest::json).toList(),
                "maps", maps.stream().map(Manifest::json).toList(),
                "measures", measures.stream().map(Manifest::json).toList(),
                "directory", directory.json(),
                "voices", voices,
                "surveys", surveys,
                "circle", circle,
                "consultations", consultations,
                "proposals", proposals,
                "mapProposals", mapProposals));
    }

    private static Map<String, Object> json(Agency agency) {
        return Json.object(
                "code", agency.code(),
                "name", agency.name(),
                "kind", agency.kind(),
                "aliases", agency.aliases(),
                "placeShare", json(agency.share()));
    }

    private static @Nullable Map<String, Object> json(@Nullable PlaceShare share) {
        return share == null
                ? null
                : Json.object(
                        "driver", share.driver(),
                        "source", share.source(),
                        "year", share.year(),
                        "place", share.place(),
                        "body", share.body());
    }

    private static Map<String, Object> json(Feed feed) {
        return Json.object(
                "feed", feed.code(),
                "service", feed.service(),
                "agency", feed.agency(),
                "kind", feed.kind(),
                "policy", feed.policy(),
                "how", feed.how(),
                "pullPath",
                        feed.how().equals("pull") ? feed.deliveries().getFirst().file() : null,
                "deliveries", feed.deliveries().stream().map(Manifest::json).toList());
    }

    private static Map<String, Object> json(Delivery delivery) {
        return Json.object(
                "file", delivery.file(),
                "mediaType", delivery.mediaType(),
                "period", delivery.period(),
                "rows", delivery.rows(),
                "total", delivery.total(),
                "restates", delivery.restates() ? true : null);
    }

    private static Map<String, Object> json(ServiceLine line) {
        return Json.object(
                "agency", line.agency(),
                "service", line.code(),
                "name", line.name(),
                "cofog", line.cofog(),
                "unit", line.unit(),
                "activity", line.unit() == null ? null : line.activity());
    }

    private static Map<String, Object> json(Declaration transfer) {
        return Json.object(
                "id", transfer.id(),
                "payer", transfer.payer(),
                "payee", transfer.payee(),
                "kind", transfer.kind(),
                "printed", transfer.printed(),
                "from", Northmoor.YEAR.label(),
                "to", Northmoor.YEAR.label(),
                "reason", transfer.reason());
    }

    private static Map<String, Object> json(JourneyMap map) {
        return Json.object(
                "map", map.code(),
                "name", map.name(),
                "stages",
                        map.stages().stream()
                                .map(stage -> Json.object(
                                        "stage",
                                        stage,
                                        "name",
                                        Character.toUpperCase(stage.charAt(0)) + stage.substring(1),
                                        "expects",
                                        JourneyMap.expectedAfter(stage).stream()
                                                .map(expected -> Json.object(
                                                        "stage", expected.stage(), "withinDays", expected.withinDays()))
                                                .toList()))
                                .toList(),
                "rules",
                        map.rules().stream()
                                .map(rule -> Json.object(
                                        "agency", rule.agency(),
                                        "service", rule.service(),
                                        "type", rule.type(),
                                        "stage", rule.stage()))
                                .toList());
    }

    private static Map<String, Object> json(Measure measure) {
        return Json.object(
                "code", measure.code(),
                "name", measure.name(),
                "definition", measure.definition(),
                "unit", measure.unit(),
                "minimum", measure.minimum(),
                "maximum", measure.maximum(),
                "polarity", measure.polarity(),
                "domain", measure.domain(),
                "source", measure.source());
    }
}
