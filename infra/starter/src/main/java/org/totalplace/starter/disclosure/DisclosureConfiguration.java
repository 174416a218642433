package org.totalplace.starter.disclosure;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** How services tell the gateway of whom they told. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class DisclosureConfiguration {

    @Bean
    ToldGroups toldGroups(@Value("${totalplace.guard-key:}") String key) {
        return new ToldGroups(key);
    }
}
