package org.totalplace.outcomes.voice;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long answers may take, and the codes, which hang on the place's key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Bounds.class)
class VoiceConfiguration {

    @Bean
    WorkingDays workingDays(Bounds bounds) {
        return bounds.workingDays();
    }

    @Bean
    Codes codes(@Value("${totalplace.pseudonym-key}") String key) {
        return new Codes(key, new SecureRandom());
    }
}
