package org.totalplace.spend;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI page says of the whole service. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI spendingApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Total Place: spending")
                        .version("v1")
                        .description(
                                "All money of the place, counted once. Amounts are pounds; phases are never added."));
    }
}
