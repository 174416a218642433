package org.totalplace.gateway.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The catalogue at the door. */
@RestController
@Tag(name = "Catalogue")
class CatalogueEndpoints {

    private final CatalogueSettings settings;

    CatalogueEndpoints(CatalogueSettings settings) {
        this.settings = settings;
    }

    @Operation(
            summary = "The datasets of the place, as DCAT in JSON-LD",
            description = "With the properties of the profile DCAT-AP; other catalogues can take it over.")
    @GetMapping(
            value = "/api/v1/catalogue",
            produces = {"application/ld+json", "application/json"})
    Map<String, Object> catalogue(ServerHttpRequest request) {
        String base = UriComponentsBuilder.fromUri(request.getURI())
                .replacePath(null)
                .replaceQuery(null)
                .build()
                .toUriString();
        return new Catalogue(base, settings).described();
    }
}
