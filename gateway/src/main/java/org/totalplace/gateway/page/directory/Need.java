package org.totalplace.gateway.page.directory;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A term by which services can be found, for the form's list. */
record Need(String id, String name) {

    static List<Need> of(JsonNode terms) {
        return terms.path("contents")
                .valueStream()
                .map(term ->
                        new Need(term.path("id").asString(""), term.path("name").asString("")))
                .toList();
    }
}
