package org.totalplace.gateway.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue as <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT</a> in JSON-LD, with the properties that the
 * European profile DCAT-AP asks for.
 */
final class Catalogue {

    private static final String THEME = "http://publications.europa.eu/resource/authority/data-theme/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final Map<String, String> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/");

    private final String base;
    private final CatalogueSettings settings;

    /** @param base address of the gateway, without a slash at its end */
    Catalogue(String base, CatalogueSettings settings) {
        this.base = base;
        this.settings = settings;
    }

    Map<String, Object> described() {
        Map<String, Object> catalogue = node("dcat:Catalog", "/api/v1/catalogue");
        catalogue.put("dct:title", english("Total Place: what a place spends, on whom, and what comes of it"));
        catalogue.put(
                "dct:description",
                english("Figures of all public bodies of a place, counted once, with their reasons and under disclosure"
                        + " control."));
        catalogue.put("dct:publisher", publisher());
        catalogue.put("dcat:service", service());
        catalogue.put("dcat:dataset", Offered.ALL.stream().map(this::dataset).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.putAll(catalogue);
        return document;
    }

    private Map<String, Object> dataset(Offered offered) {
        Map<String, Object> dataset = node("dcat:Dataset", "/api/v1/catalogue#" + offered.id());
        dataset.put("dct:identifier", offered.id());
        dataset.put("dct:title", english(offered.title()));
        dataset.put("dct:description", english(offered.description()));
        dataset.put("dct:publisher", publisher());
        dataset.put(
                "dcat:theme",
                offered.themes().stream().map(theme -> link(THEME + theme)).toList());
        List<Map<String, Object>> distributions = new ArrayList<>();
        distributions.add(distribution(offered, "application/json"));
        if (offered.csv()) {
            Map<String, Object> csv = distribution(offered, "text/csv");
            csv.put("dct:conformsTo", link("https://www.w3.org/TR/tabular-metadata/"));
            distributions.add(csv);
            distributions.add(distribution(offered, "application/vnd.apache.parquet"));
        }
        dataset.put("dcat:distribution", distributions);
        return dataset;
    }

    private Map<String, Object> distribution(Offered offered, String type) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dcat:accessURL", link(base + offered.path()));
        distribution.put("dcat:accessService", link(base + "/api/v1"));
        distribution.put("dcat:mediaType", link(MEDIA_TYPE + type));
        if (!settings.licence().isBlank()) {
            distribution.put("dct:license", link(settings.licence()));
        }
        return distribution;
    }

    private Map<String, Object> service() {
        Map<String, Object> service = node("dcat:DataService", "/api/v1");
        service.put("dct:title", english("The API of the place"));
        service.put("dcat:endpointURL", link(base + "/api/v1"));
        service.put("dcat:endpointDescription", link(base + "/docs"));
        return service;
    }

    private Map<String, Object> publisher() {
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@type", "foaf:Agent");
        publisher.put("foaf:name", settings.publisher());
        return publisher;
    }

    private Map<String, Object> node(String type, String path) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", base + path);
        node.put("@type", type);
        return node;
    }

    private static Map<String, String> link(String address) {
        return Map.of("@id", address);
    }

    private static Map<String, String> english(String text) {
        return Map.of("@value", text, "@language", "en");
    }
}
