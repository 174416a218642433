package org.totalplace.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTests {

    private static final String BASE = "https://data.northmoor.example";

    private final JsonNode catalogue = described("https://licence.example/open");

    private static JsonNode described(String licence) {
        return JsonMapper.builder()
                .build()
                .valueToTree(
                        new Catalogue(BASE, new CatalogueSettings("The Northmoor partnership", licence)).described());
    }

    @Test
    void every_dataset_has_what_the_profile_asks_for() {
        assertThat(catalogue.path("@type").asString()).isEqualTo("dcat:Catalog");
        assertThat(catalogue.path("dct:publisher").path("foaf:name").asString()).isEqualTo("The Northmoor partnership");
        assertThat(catalogue.path("dcat:dataset").valueStream())
                .hasSameSizeAs(Offered.ALL)
                .allSatisfy(dataset -> {
                    assertThat(dataset.path("@id").asString()).startsWith(BASE + "/api/v1/catalogue#");
                    assertThat(dataset.path("dct:title").path("@value").asString())
                            .isNotBlank();
                    assertThat(dataset.path("dct:description").path("@value").asString())
                            .isNotBlank();
                    assertThat(dataset.path("dcat:distribution").valueStream())
                            .isNotEmpty()
                            .allSatisfy(distribution -> assertThat(distribution
                                            .path("dcat:accessURL")
                                            .path("@id")
                                            .asString())
                                    .startsWith(BASE + "/api/v1/"));
                });
        assertThat(Offered.ALL).extracting(Offered::id).doesNotHaveDuplicates();
    }

    @Test
    void what_comes_as_csv_comes_as_parquet() {
        assertThat(catalogue.path("dcat:dataset").valueStream().map(CatalogueTests::types))
                .hasSameSizeAs(Offered.ALL)
                .allSatisfy(types ->
                        assertThat(types.contains("vnd.apache.parquet")).isEqualTo(types.contains("text/csv")))
                .anyMatch(types -> types.contains("text/csv"));
    }

    private static String types(JsonNode dataset) {
        return dataset.path("dcat:distribution")
                .valueStream()
                .map(distribution ->
                        distribution.path("dcat:mediaType").path("@id").asString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_licence_is_named_where_one_is_granted() {
        JsonNode granted =
                catalogue.path("dcat:dataset").path(0).path("dcat:distribution").path(0);
        JsonNode none = described("")
                .path("dcat:dataset")
                .path(0)
                .path("dcat:distribution")
                .path(0);

        assertThat(granted.path("dct:license").path("@id").asString()).isEqualTo("https://licence.example/open");
        assertThat(none.has("dct:license")).isFalse();
    }
}
