package org.totalplace.gateway.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.gateway.page.ErrorPages;

/** Who is refused reads it as a page or as a problem detail, whichever they asked with. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    RateLimiting rateLimiting(Allowances allowances, ErrorPages pages) {
        return new RateLimiting(allowances, pages::show);
    }
}
