package org.totalplace.gateway.limit;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.gateway.page.ErrorPages;
import org.totalplace.starter.problem.ProblemWriter;

/** Who is refused reads it as a page or as a problem detail, whichever they asked with. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    RateLimiting rateLimiting(Allowances allowances, Limits limits, InstantSource clock, ErrorPages pages) {
        return new RateLimiting(allowances, new Allowances(limits, clock), new Allowances(limits, clock), pages::show);
    }

    @Bean
    PageBodyLimit pageBodyLimit(Limits limits, ErrorPages pages) {
        return new PageBodyLimit(limits, pages::show);
    }

    /** Counts by itself, so that a flood from many addresses takes no place from callers who are known. */
    @Bean
    BeforeSignIn beforeSignIn(Limits limits, InstantSource clock, ProblemWriter problems) {
        return new BeforeSignIn(new Allowances(limits, clock), problems);
    }
}
