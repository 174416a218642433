package org.totalplace.outcomes.observation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.value.Pseudonyms;

/** The place's key for pseudonyms, without which no reference can be read. */
@Configuration
class PseudonymConfiguration {

    @Bean
    Pseudonyms pseudonyms(@Value("${totalplace.pseudonym-key}") String key) {
        if (key.isBlank()) {
            throw new IllegalStateException(
                    "Set totalplace.pseudonym-key (TOTALPLACE_PSEUDONYM_KEY) to the place's key in hexadecimal digits;"
                            + " citizen-journey-service must have the same.");
        }
        return Pseudonyms.ofHex(key);
    }
}
