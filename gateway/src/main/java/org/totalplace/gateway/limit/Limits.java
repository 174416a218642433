package org.totalplace.gateway.limit;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a caller may send, and how often they may ask.
 *
 * @param upload the largest file that may be handed in
 * @param body the largest body of any other request
 * @param rates of each route group
 * @param callers other rates of single callers, by their name
 * @param counted how many callers are counted at once, a route group each
 */
@ConfigurationProperties("totalplace.limits")
record Limits(
        DataSize upload,
        DataSize body,
        Map<RouteGroup, Rate> rates,
        @DefaultValue Map<String, Map<RouteGroup, Rate>> callers,
        int counted) {

    Limits {
        Map<RouteGroup, Rate> all = new EnumMap<>(rates);
        for (RouteGroup group : RouteGroup.values()) {
            if (!all.containsKey(group)) {
                throw new IllegalArgumentException("totalplace.limits.rates." + group.id() + " is missing");
            }
        }
        rates = Map.copyOf(all);
        callers = Map.copyOf(callers);
    }

    Rate rate(String caller, RouteGroup group) {
        Rate own = callers.getOrDefault(caller, Map.of()).get(group);
        Rate usual = rates.get(group);
        if (own == null && usual == null) {
            throw new IllegalStateException("No rate for " + group);
        }
        return own == null ? java.util.Objects.requireNonNull(usual) : own;
    }
}
