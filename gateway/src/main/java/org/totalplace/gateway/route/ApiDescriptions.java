package org.totalplace.gateway.route;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.fallback.Breakers;

/** The services' own descriptions of their API, for the page that shows them to analysts. */
@Configuration(proxyBeanMethods = false)
class ApiDescriptions {

    @Bean
    RouteLocator descriptionRoutes(RouteLocatorBuilder builder, Services services, Breakers breakers) {
        var routes = builder.routes();
        for (Backend backend : Backend.values()) {
            routes.route(route -> route.path("/docs/openapi/" + backend.id())
                    .and()
                    .method(HttpMethod.GET)
                    // The host is kept: a description names the address that its reader asked.
                    .filters(filters -> filters.setPath("/v3/api-docs")
                            .removeRequestHeader("Cookie")
                            .preserveHostHeader()
                            .filter((exchange, chain) -> breakers.guard(backend, false, chain.filter(exchange))))
                    .uri(services.of(backend)));
        }
        return routes.build();
    }
}
