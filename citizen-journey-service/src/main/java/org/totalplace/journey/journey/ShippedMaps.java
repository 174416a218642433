package org.totalplace.journey.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps that come with the platform. A partnership takes one as a draft, puts its agencies' own services into the rules,
 * and publishes it.
 */
@Component
class ShippedMaps {

    static final List<String> CODES = List.of(
            "adult-leaving-prison",
            "family-with-several-needs",
            "older-person-leaving-hospital",
            "young-person-not-in-education-employment-or-training");

    private final List<JourneyMap> maps;

    ShippedMaps(JsonMapper json) {
        this.maps = CODES.stream().map(code -> read(json, code)).toList();
    }

    List<JourneyMap> all() {
        return maps;
    }

    private static JourneyMap read(JsonMapper json, String code) {
        try (InputStream in = ShippedMaps.class.getResourceAsStream("/maps/" + code + ".json")) {
            MapRequest request = json.readValue(Objects.requireNonNull(in, code), MapRequest.class);
            request.objection(code).ifPresent(refused -> {
                throw new IllegalStateException(code + ": " + refused.path() + ": " + refused.message());
            });
            return request.map(code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
