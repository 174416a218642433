package org.totalplace.gateway.page;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Style sheets, images and scripts: our own, and the design system's from its webjar. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebFluxConfigurer {

    private final String designSystem;

    Assets(PageSettings settings) {
        this.designSystem =
                "classpath:/META-INF/resources/webjars/govuk-frontend/" + settings.govukFrontend() + "/dist/govuk/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/pages/", designSystem + "assets/", designSystem)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}
