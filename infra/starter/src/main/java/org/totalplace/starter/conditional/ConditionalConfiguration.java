package org.totalplace.starter.conditional;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Entity tags on what a service answers about the place. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ConditionalConfiguration {

    @Bean
    EntityTags entityTags() {
        return new EntityTags();
    }
}
